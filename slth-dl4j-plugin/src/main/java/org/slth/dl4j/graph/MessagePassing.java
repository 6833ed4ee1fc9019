package org.slth.dl4j.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.layers.samediff.SDVertexParams;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.internal.graph.Adjacency;
import org.slth.dl4j.internal.graph.MessagePassingFunction;
import org.slth.dl4j.internal.graph.Mixture;
import org.slth.dl4j.internal.graph.NodeMap;
import org.slth.dl4j.layer.CoefficientRun;
import org.slth.dl4j.layer.LayerRuntime;

/**
 * A layer that mixes each node with its neighbours:
 *
 * <pre>
 *   y = sum_k P_k(x) W[k]  +  b
 * </pre>
 *
 * for a {@linkplain Propagation basis} of maps P_k. With {NORMALIZED} it is the layer of graph
 * convolutional networks (Kipf and Welling 2017), with {IDENTITY, SUM} that of Morris et al.
 * (2019), also on graphs of sets of nodes.
 *
 * <p>Inputs: {@code nodes [nodes, nIn]} and {@code edges [arcs, 2]}, a row (target i, source j) for
 * each neighbour j of i; undirected edges stand in both directions, rows (-1, -1) are ignored. The
 * output is {@code [nodes, nOut]}.
 *
 * <p>Parameters: {@code W [maps, nIn, nOut]}, initially uniform in &plusmn;(6 / (maps &middot; nIn
 * + nOut))^1/2, which for one map is Glorot's, and {@code b [1, nOut]}, initially 0.
 *
 * <p>Cost per step, with E arcs and N nodes: products of order maps &middot; N &middot; nIn
 * &middot; nOut, or with the nonzeros of x instead of N &middot; nIn if these are few; sums of
 * order E times the smaller of nIn and nOut, for MAX always nIn.
 */
public final class MessagePassing extends NodeLayer {

  /** Name of the parameter that holds the matrices. */
  public static final String WEIGHT = MessagePassingFunction.WEIGHT;

  /** Name of the parameter that holds the bias. */
  public static final String BIAS = MessagePassingFunction.BIAS;

  @JsonProperty private final List<Propagation> basis;
  @JsonProperty private final double dropOut;

  private MessagePassing(Builder builder) {
    super(builder.runtime, builder.nIn, builder.nOut, builder.hasBias);
    this.basis = builder.basis;
    this.dropOut = builder.dropOut;
    if (dropOut < 1 && builder.runtime == LayerRuntime.REFERENCE) {
      throw new IllegalArgumentException(
          "expected LayerRuntime.FAST for a layer with dropout, got REFERENCE");
    }
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private MessagePassing() {
    this(new Builder(1, 1));
  }

  /** Returns the maps, in the order of {@code W}. */
  public List<Propagation> basis() {
    return basis;
  }

  /** Returns the probability of keeping an element of the input in training; 1 for no dropout. */
  public double dropOut() {
    return dropOut;
  }

  /** Returns how many weights add up in one output, for the elements of {@code W} in order. */
  public List<CoefficientRun> fanIns() {
    return List.of(new CoefficientRun(fanIn() * nOut(), fanIn()));
  }

  private int fanIn() {
    return Math.multiplyExact(basis.size(), nIn());
  }

  @Override
  Mixture mixture() {
    return new Mixture(
        basis.stream().map(MessagePassing::map).toList(),
        !basis.contains(Propagation.MAX),
        nIn(),
        nOut(),
        hasBias(),
        dropOut,
        Mixture.Tie.NONE);
  }

  static Function<Adjacency, NodeMap> map(Propagation propagation) {
    return propagation::on;
  }

  @Override
  void defineParameters(SDVertexParams params) {
    params.addWeightParam(WEIGHT, basis.size(), nIn(), nOut());
    if (hasBias()) {
      params.addBiasParam(BIAS, 1, nOut());
    }
  }

  @Override
  public void initializeParameters(Map<String, INDArray> params) {
    initialize(named(params, WEIGHT), fanIn());
    if (hasBias()) {
      named(params, BIAS).assign(0);
    }
  }

  @Override
  public SDVariable defineVertex(
      SameDiff sameDiff,
      Map<String, SDVariable> layerInput,
      Map<String, SDVariable> paramTable,
      Map<String, SDVariable> maskVars) {
    DenseAdjacency adjacency = adjacency(sameDiff, layerInput);
    SDVariable x = nodes(layerInput);
    SDVariable[] images =
        basis.stream().map(map -> map.define(adjacency, x)).toArray(SDVariable[]::new);
    SDVariable stacked = named(paramTable, WEIGHT).reshape(fanIn(), nOut());
    SDVariable y = (images.length == 1 ? images[0] : sameDiff.concat(1, images)).mmul(stacked);
    return addBias(y, paramTable);
  }

  @Override
  List<Object> settings() {
    return List.of(nIn(), nOut(), hasBias(), basis, dropOut);
  }

  @Override
  GraphLayer copy() {
    return new Builder(nIn(), nOut())
        .basis(basis.toArray(Propagation[]::new))
        .hasBias(hasBias())
        .dropOut(dropOut)
        .runtime(runtime())
        .build();
  }

  /** Options of the layer. */
  public static final class Builder {

    private final int nIn;
    private final int nOut;
    private List<Propagation> basis = List.of(Propagation.NORMALIZED);
    private boolean hasBias = true;
    private double dropOut = 1;
    private LayerRuntime runtime = LayerRuntime.FAST;

    /**
     * Starts a layer.
     *
     * @param nIn number of input channels, at least 1
     * @param nOut number of output channels, at least 1
     */
    public Builder(int nIn, int nOut) {
      this.nIn = nIn;
      this.nOut = nOut;
    }

    /**
     * Sets the maps; the default is {@link #gcn}.
     *
     * @param maps at least one, each once
     */
    public Builder basis(Propagation... maps) {
      if (maps.length == 0 || Arrays.stream(maps).distinct().count() < maps.length) {
        throw new IllegalArgumentException(
            "expected at least one map, and each once, got " + Arrays.toString(maps));
      }
      this.basis = List.of(maps);
      return this;
    }

    /** Sets the map of graph convolutional networks, {@link Propagation#NORMALIZED} alone. */
    public Builder gcn() {
      return basis(Propagation.NORMALIZED);
    }

    /**
     * Sets the maps of Morris et al.: every node and its neighbours have weights of their own.
     *
     * @param aggregation what is taken from the neighbours, not IDENTITY
     */
    public Builder graphConv(Propagation aggregation) {
      return basis(Propagation.IDENTITY, aggregation);
    }

    /** Sets whether there is a bias; the default is true. */
    public Builder hasBias(boolean hasBias) {
      this.hasBias = hasBias;
      return this;
    }

    /**
     * Sets dropout on the input features, in training: an element is kept and divided by this
     * probability, or set to 0. The same as a DropoutLayer below this one, but many times faster
     * where most features are zero; as there, the generator is ND4J's.
     *
     * @param retain the probability of keeping an element, in (0, 1]; the default 1 is no dropout
     */
    public Builder dropOut(double retain) {
      if (!(retain > 0 && retain <= 1)) {
        throw new IllegalArgumentException(
            "expected a probability of keeping elements in (0, 1], got " + retain);
      }
      this.dropOut = retain;
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
    public MessagePassing build() {
      return new MessagePassing(this);
    }
  }
}
