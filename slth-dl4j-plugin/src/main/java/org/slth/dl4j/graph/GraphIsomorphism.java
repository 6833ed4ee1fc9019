package org.slth.dl4j.graph;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.samediff.SDVertexParams;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.internal.graph.MessagePassingFunction;
import org.slth.dl4j.internal.graph.Mixture;
import org.slth.dl4j.layer.LayerRuntime;

/**
 * The first layer of the network inside a graph isomorphism network (Xu et al. 2019, equation 4.1):
 *
 * <pre>
 *   y = ((1 + eps) x + P(x)) W  +  b
 * </pre>
 *
 * where P is the sum, mean or maximum over the neighbours. Put a ReLU and a DenseLayer of DL4J on
 * top for the multi-layer perceptron of the paper.
 *
 * <p>Inputs: {@code nodes [nodes, nIn]} and {@code edges [arcs, 2]}, as for {@link MessagePassing};
 * the output is {@code [nodes, nOut]}.
 *
 * <p>Parameters: {@code W [nIn, nOut]}, initially uniform in &plusmn;(6 / (nIn + nOut))^1/2, {@code
 * b [1, nOut]}, initially 0, and, if it is learned, {@code eps [1, 1]}, initially {@link
 * #epsilon()}.
 */
public final class GraphIsomorphism extends NodeLayer {

  /** Name of the parameter that holds the matrix. */
  public static final String WEIGHT = MessagePassingFunction.WEIGHT;

  /** Name of the parameter that holds the bias. */
  public static final String BIAS = MessagePassingFunction.BIAS;

  /** Name of the parameter that holds epsilon. */
  public static final String EPSILON = MessagePassingFunction.EPSILON;

  @JsonProperty private final Propagation aggregation;
  @JsonProperty private final double epsilon;
  @JsonProperty private final boolean learnEpsilon;

  private GraphIsomorphism(Builder builder) {
    super(builder.runtime, builder.nIn, builder.nOut, builder.hasBias);
    this.aggregation = builder.aggregation;
    this.epsilon = builder.epsilon;
    this.learnEpsilon = builder.learnEpsilon;
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private GraphIsomorphism() {
    this(new Builder(1, 1));
  }

  /** Returns what is taken from the neighbours. */
  public Propagation aggregation() {
    return aggregation;
  }

  /** Returns epsilon, or its initial value if it is learned. */
  public double epsilon() {
    return epsilon;
  }

  /** Returns whether epsilon is a parameter. */
  public boolean learnEpsilon() {
    return learnEpsilon;
  }

  @Override
  Mixture mixture() {
    return new Mixture(
        List.of(MessagePassing.map(Propagation.IDENTITY), MessagePassing.map(aggregation)),
        aggregation != Propagation.MAX,
        nIn(),
        nOut(),
        hasBias(),
        1,
        new Mixture.Tie(true, epsilon, learnEpsilon));
  }

  @Override
  void defineParameters(SDVertexParams params) {
    params.addWeightParam(WEIGHT, nIn(), nOut());
    if (hasBias()) {
      params.addBiasParam(BIAS, 1, nOut());
    }
    if (learnEpsilon) {
      params.addBiasParam(EPSILON, 1, 1); // no weight: neither decays nor is masked
    }
  }

  @Override
  public void initializeParameters(Map<String, INDArray> params) {
    initialize(named(params, WEIGHT), nIn());
    if (hasBias()) {
      named(params, BIAS).assign(0);
    }
    if (learnEpsilon) {
      named(params, EPSILON).assign(epsilon);
    }
  }

  @Override
  public SDVariable defineVertex(
      SameDiff sameDiff,
      Map<String, SDVariable> layerInput,
      Map<String, SDVariable> paramTable,
      Map<String, SDVariable> maskVars) {
    SDVariable x = nodes(layerInput);
    SDVariable own = learnEpsilon ? x.mul(named(paramTable, EPSILON).add(1)) : x.mul(1 + epsilon);
    SDVariable around = aggregation.define(adjacency(sameDiff, layerInput), x);
    return addBias(own.add(around).mmul(named(paramTable, WEIGHT)), paramTable);
  }

  @Override
  List<Object> settings() {
    return List.of(nIn(), nOut(), hasBias(), aggregation, epsilon, learnEpsilon);
  }

  @Override
  GraphLayer copy() {
    return new Builder(nIn(), nOut())
        .aggregation(aggregation)
        .epsilon(epsilon)
        .learnEpsilon(learnEpsilon)
        .hasBias(hasBias())
        .runtime(runtime())
        .build();
  }

  /** Options of the layer. */
  public static final class Builder {

    private final int nIn;
    private final int nOut;
    private Propagation aggregation = Propagation.SUM;
    private double epsilon;
    private boolean learnEpsilon = true;
    private boolean hasBias = true;
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
     * Sets what is taken from the neighbours; the default is SUM.
     *
     * @param aggregation SUM, MEAN or MAX
     */
    public Builder aggregation(Propagation aggregation) {
      if (aggregation == Propagation.IDENTITY || aggregation == Propagation.NORMALIZED) {
        throw new IllegalArgumentException("expected SUM, MEAN or MAX, got " + aggregation);
      }
      this.aggregation = aggregation;
      return this;
    }

    /**
     * Sets epsilon, or its initial value if it is learned; the default is 0.
     *
     * @param epsilon a finite number
     */
    public Builder epsilon(double epsilon) {
      if (!Double.isFinite(epsilon)) {
        throw new IllegalArgumentException("expected a finite epsilon, got " + epsilon);
      }
      this.epsilon = epsilon;
      return this;
    }

    /** Sets whether epsilon is learned; the default is true. */
    public Builder learnEpsilon(boolean learn) {
      this.learnEpsilon = learn;
      return this;
    }

    /** Sets whether there is a bias; the default is true. */
    public Builder hasBias(boolean hasBias) {
      this.hasBias = hasBias;
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
    public GraphIsomorphism build() {
      return new GraphIsomorphism(this);
    }
  }
}
