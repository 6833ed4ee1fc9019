package org.slth.dl4j.graph;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.layers.samediff.SDVertexParams;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.internal.graph.GraphSizes;
import org.slth.dl4j.internal.graph.KOrderFunction;
import org.slth.dl4j.internal.vertex.VertexFunction;
import org.slth.dl4j.layer.LayerRuntime;
import org.slth.tensor.DiagramBasis;
import org.slth.tensor.SetPartition;

/**
 * The general linear layer from tensors of order k to tensors of order l over the nodes of graphs
 * that commutes with every relabelling of nodes:
 *
 * <pre>
 *   y_p = sum_d sum_q W[d,q,p] D_d x_q  +  sum_e b[e,p] B_e 1
 * </pre>
 *
 * where D_d runs over the {@linkplain DiagramBasis diagrams} k -&gt; l and B_e over those of 0
 * -&gt; l. Contractions are means, so that neither depth nor size makes numbers grow, or sums in a
 * unit of their own ({@link Builder#contractionSize}). Inputs are the tensor {@code [sum of n^k,
 * nIn]} and {@code sizes [graphs, 1]}; the output is {@code [sum of n^l, nOut]}. Graphs may have
 * different sizes and do not see each other.
 *
 * <p>Parameters: {@code W [diagrams, nIn, nOut]} in the order of the basis, and {@code b [Bell(l),
 * nOut]}. Initially the bias is zero and each coefficient has variance 2 / (nIn · diagrams), which
 * is He's initialisation for an input that all diagrams keep the size of.
 *
 * <p>For graphs of n nodes the cost is that of a product {@code [n^k, nIn] x [nIn, k! nOut]}, if k
 * &lt;= l, and of a few passes over input and output; memory is that of these.
 *
 * @see <a href="https://arxiv.org/abs/1812.09902">Maron et al., Invariant and equivariant graph
 *     networks</a>, ICLR 2019
 */
public final class KOrderLayer extends GraphLayer {

  /** Name of the parameter that holds the coefficients. */
  public static final String WEIGHT = KOrderFunction.WEIGHT;

  /** Name of the parameter that holds the bias coefficients. */
  public static final String BIAS = KOrderFunction.BIAS;

  /** The highest order of input and output. */
  public static final int HIGHEST_ORDER = 3;

  @JsonProperty private final int inputOrder;
  @JsonProperty private final int outputOrder;
  @JsonProperty private final int nIn;
  @JsonProperty private final int nOut;
  @JsonProperty private final boolean hasBias;
  @JsonProperty private final double contractionSize; // 0 for each graph's own

  private KOrderLayer(Builder builder) {
    super(builder.runtime);
    this.inputOrder = builder.inputOrder;
    this.outputOrder = builder.outputOrder;
    this.nIn = builder.nIn;
    this.nOut = builder.nOut;
    this.hasBias = builder.hasBias;
    this.contractionSize = builder.contractionSize;
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private KOrderLayer() {
    this(new Builder(0, 0, 1, 1));
  }

  /** Returns the order of the input. */
  public int inputOrder() {
    return inputOrder;
  }

  /** Returns the order of the output. */
  public int outputOrder() {
    return outputOrder;
  }

  /** Returns the number of input channels. */
  public int nIn() {
    return nIn;
  }

  /** Returns the number of output channels. */
  public int nOut() {
    return nOut;
  }

  /** Returns whether there is a bias. */
  public boolean hasBias() {
    return hasBias;
  }

  /** Returns whether a contraction is a mean over the nodes of a graph. */
  public boolean isMean() {
    return contractionSize == 0;
  }

  /** Returns by what a contraction divides a sum over nodes; 0 if by their number. */
  public double contractionSize() {
    return contractionSize;
  }

  /** Returns the maps that the coefficients belong to, in their order. */
  public DiagramBasis basis() {
    return DiagramBasis.of(inputOrder, outputOrder);
  }

  /** Returns how many coefficients add up in one output: nIn times the number of diagrams. */
  public int fanIn() {
    return nIn * diagrams();
  }

  private int diagrams() {
    return Math.toIntExact(SetPartition.bell(inputOrder + outputOrder));
  }

  @Override
  VertexFunction function() {
    return new KOrderFunction(
        inputOrder, outputOrder, nIn, nOut, hasBias, n -> 1 / (isMean() ? n : contractionSize));
  }

  @Override
  List<String> tensors() {
    return List.of("tensor");
  }

  @Override
  List<String> structure() {
    return List.of("sizes");
  }

  @Override
  long channels(int input) {
    return input == 0 ? nIn : 1;
  }

  @Override
  long outputChannels(long[] inputs) {
    return nOut;
  }

  @Override
  List<Object> settings() {
    return List.of(inputOrder, outputOrder, nIn, nOut, hasBias, contractionSize);
  }

  @Override
  KOrderLayer copy() {
    return new Builder(inputOrder, outputOrder, nIn, nOut)
        .hasBias(hasBias)
        .contractionSize(contractionSize)
        .runtime(runtime())
        .build();
  }

  @Override
  void defineParameters(SDVertexParams params) {
    params.addWeightParam(WEIGHT, diagrams(), nIn, nOut);
    if (hasBias) {
      params.addBiasParam(BIAS, SetPartition.bell(outputOrder), nOut);
    }
  }

  @Override
  public void initializeParameters(Map<String, INDArray> params) {
    INDArray weight = Objects.requireNonNull(params.get(WEIGHT));
    weight.assign(Nd4j.randn(weight.dataType(), weight.shape()).muli(Math.sqrt(2.0 / fanIn())));
    if (hasBias) {
      Objects.requireNonNull(params.get(BIAS)).assign(0);
    }
  }

  @Override
  void requireRows(INDArray[] input) {
    GraphSizes.of(input[1], 1).requireRows(inputOrder, input[0].size(0));
  }

  @Override
  public SDVariable defineVertex(
      SameDiff sameDiff,
      Map<String, SDVariable> layerInput,
      Map<String, SDVariable> paramTable,
      Map<String, SDVariable> maskVars) {
    return new KOrderGraph(this, sameDiff, layerInput).define(paramTable);
  }

  /** Options of the layer. */
  public static final class Builder {

    private final int inputOrder;
    private final int outputOrder;
    private final int nIn;
    private final int nOut;
    private boolean hasBias = true;
    private double contractionSize;
    private LayerRuntime runtime = LayerRuntime.FAST;

    /**
     * Starts a layer.
     *
     * @param inputOrder k, from 0 to 3
     * @param outputOrder l, from 0 to 3
     * @param nIn number of input channels
     * @param nOut number of output channels
     * @throws IllegalArgumentException if an order is out of range or there are no channels
     */
    public Builder(int inputOrder, int outputOrder, int nIn, int nOut) {
      GraphLayer.requireOrder(inputOrder, HIGHEST_ORDER);
      GraphLayer.requireOrder(outputOrder, HIGHEST_ORDER);
      if (nIn < 1 || nOut < 1) {
        throw new IllegalArgumentException(
            "expected at least 1 channel, got %d -> %d".formatted(nIn, nOut));
      }
      this.inputOrder = inputOrder;
      this.outputOrder = outputOrder;
      this.nIn = nIn;
      this.nOut = nOut;
    }

    /** Sets whether there is a bias; the default is true. */
    public Builder hasBias(boolean hasBias) {
      this.hasBias = hasBias;
      return this;
    }

    /**
     * Makes contractions sums over nodes divided by a number, the same for all graphs, so that the
     * layer sees how many neighbours a node has whatever the size of its graph; a good one is the
     * typical number of nodes. The default, 0, is each graph's own number: means.
     *
     * @param size positive, or 0
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Builder contractionSize(double size) {
      if (!(size >= 0) || Double.isInfinite(size)) {
        throw new IllegalArgumentException("expected a size of at least 0, got " + size);
      }
      this.contractionSize = size;
      return this;
    }

    /**
     * Chooses what runs the layer; the default is {@link LayerRuntime#FAST}.
     *
     * @param runtime which of the two
     */
    public Builder runtime(LayerRuntime runtime) {
      this.runtime = runtime;
      return this;
    }

    /** Returns the layer. */
    public KOrderLayer build() {
      return new KOrderLayer(this);
    }
  }
}
