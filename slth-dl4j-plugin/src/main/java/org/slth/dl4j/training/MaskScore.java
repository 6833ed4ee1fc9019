package org.slth.dl4j.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.mask.MaskStrategy;
import org.slth.mask.MaskStrategyProvider;
import org.slth.ticket.WeightLaw;

/**
 * An updater that leaves random weights as they are and learns which of them to keep.
 *
 * <p>Set it like any other, for the network or for a layer, and tell {@link MaskTraining} once that
 * training starts:
 *
 * <pre>{@code
 * NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder()
 *     .updater(new MaskScore.Builder(0.5).inner(new Adam(3e-3)).build());
 * ...
 * network.init();
 * MaskTraining.start(network);
 * network.fit(data, epochs);
 * }</pre>
 *
 * <p>Weights of dense, convolutional, recurrent and attention layers and the basis coefficients of
 * steerable ones are masked; biases, batch normalization and embeddings are trained by the inner
 * updater. The state is 2 numbers for each weight and what the inner updater has.
 */
public final class MaskScore implements IUpdater {

  private static final long serialVersionUID = 1;

  @JsonProperty private final String strategy;
  @JsonProperty private final double keepFraction;
  @JsonProperty private final TreeMap<String, Double> options;
  @JsonProperty private final WeightLaw law;
  @JsonProperty private final boolean scaled;
  @JsonProperty private final long seed;
  @JsonProperty private final IUpdater inner;
  @JsonProperty private final boolean embeddings;
  @JsonProperty private final ArrayList<String> parameters; // as text, none before training starts
  @JsonProperty private final boolean graph; // whether they are variables of a SameDiff graph

  private MaskScore(Builder builder, List<String> parameters) {
    this.strategy = builder.strategy;
    this.keepFraction = builder.keepFraction;
    this.options = builder.options;
    this.law = builder.law;
    this.scaled = builder.scaled;
    this.seed = builder.seed;
    this.inner = builder.inner;
    this.embeddings = builder.embeddings;
    this.parameters = new ArrayList<>(parameters);
    this.graph = false;
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private MaskScore() {
    this(new Builder(1), List.of());
  }

  private MaskScore(MaskScore other, List<String> parameters, boolean graph) {
    this.strategy = other.strategy;
    this.keepFraction = other.keepFraction;
    this.options = new TreeMap<>(other.options);
    this.law = other.law;
    this.scaled = other.scaled;
    this.seed = other.seed;
    this.inner = other.inner.clone();
    this.embeddings = other.embeddings;
    this.parameters = new ArrayList<>(parameters);
    this.graph = graph;
  }

  /** Returns the fraction of the weights that stay, in (0, 1]. */
  public double keepFraction() {
    return keepFraction;
  }

  /** Returns the updater that moves the scores. */
  public IUpdater inner() {
    return inner;
  }

  /** Returns the name of the strategy. */
  public String strategyName() {
    return strategy;
  }

  /** Returns the seed of all random numbers. */
  public long seed() {
    return seed;
  }

  /** Returns the law of the weights. */
  public WeightLaw law() {
    return law;
  }

  /** Returns σ² of weights with that many inputs: 2/fan-in, over keepFraction if scaled. */
  double variance(int fanIn) {
    return 2.0 / fanIn / (scaled ? keepFraction : 1);
  }

  MaskStrategy strategy() {
    return MaskStrategyProvider.strategy(strategy, keepFraction, options);
  }

  List<MaskedParameter> parameters() {
    return parameters.stream().map(MaskedParameter::parse).toList();
  }

  /** Returns whether the weights of embedding layers are masked, too. */
  boolean masksEmbeddings() {
    return embeddings;
  }

  /** Returns how many arrays it masks; none before training starts. */
  int arrays() {
    return parameters.size();
  }

  /** Returns a copy that knows which arrays it masks. */
  MaskScore of(List<MaskedParameter> arrays) {
    return new MaskScore(this, arrays.stream().map(MaskedParameter::toString).toList(), false);
  }

  /** Returns a copy that knows which variables of a SameDiff graph it masks. */
  MaskScore ofGraph(List<MaskedParameter> variables) {
    return new MaskScore(this, variables.stream().map(MaskedParameter::toString).toList(), true);
  }

  /** Returns whether it masks variables of a SameDiff graph. */
  boolean isOfGraph() {
    return graph;
  }

  @Override
  public long stateSize(long numParams) {
    return 2 * numParams + inner.stateSize(numParams);
  }

  @Override
  public GradientUpdater<MaskScore> instantiate(INDArray viewArray, boolean initializeViewArray) {
    MaskScoreUpdater updater = new MaskScoreUpdater(this);
    long size = viewArray.length() / stateSize(1);
    updater.setStateViewArray(
        viewArray, new long[] {size}, viewArray.ordering(), initializeViewArray);
    return updater;
  }

  @Override
  public GradientUpdater<MaskScore> instantiate(
      Map<String, INDArray> updaterState, boolean initializeStateArrays) {
    MaskScoreUpdater updater = new MaskScoreUpdater(this);
    updater.setState(updaterState, initializeStateArrays);
    return updater;
  }

  @Override
  @SuppressWarnings("MissingSuperCall") // there is none
  public MaskScore clone() {
    return new MaskScore(this, parameters, graph);
  }

  @Override
  public double getLearningRate(int iteration, int epoch) {
    return inner.getLearningRate(iteration, epoch);
  }

  @Override
  public boolean hasLearningRate() {
    return inner.hasLearningRate();
  }

  @Override
  public void setLrAndSchedule(double lr, ISchedule lrSchedule) {
    inner.setLrAndSchedule(lr, lrSchedule);
  }

  private List<Object> settings() {
    return Arrays.asList(
        strategy, keepFraction, options, law, scaled, seed, inner, embeddings, parameters, graph);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MaskScore that && settings().equals(that.settings());
  }

  @Override
  public int hashCode() {
    return settings().hashCode();
  }

  @Override
  public String toString() {
    return "MaskScore("
        + strategy
        + options
        + ", keepFraction "
        + keepFraction
        + ", "
        + inner
        + ")";
  }

  /** Options of mask training. */
  public static final class Builder {

    private final double keepFraction;
    private final TreeMap<String, Double> options = new TreeMap<>();
    private String strategy = "slth:edge-popup";
    private WeightLaw law = WeightLaw.SIGNED_CONSTANT;
    private boolean scaled = true;
    private long seed = 1;
    private IUpdater inner = new Adam(3e-3);
    private boolean embeddings;

    /**
     * Starts from what to keep.
     *
     * @param keepFraction fraction of the weights that stay, in (0, 1]
     */
    public Builder(double keepFraction) {
      this.keepFraction = keepFraction;
    }

    /** Sets the strategy by name; the default is {@code "slth:edge-popup"}. */
    public Builder strategy(String name) {
      this.strategy = name;
      return this;
    }

    /** Sets an option of the strategy. */
    public Builder option(String name, double value) {
      options.put(name, value);
      return this;
    }

    /** Sets the law of the weights; the default is {@link WeightLaw#SIGNED_CONSTANT}. */
    public Builder law(WeightLaw law) {
      this.law = law;
      return this;
    }

    /**
     * Sets whether the variance 2/fan-in of the weights is divided by keepFraction, so that masked
     * layers keep the scale of their input; the default is true.
     */
    public Builder scaled(boolean scaled) {
      this.scaled = scaled;
      return this;
    }

    /** Sets the seed of weights, first scores and whatever a strategy draws; the default is 1. */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /** Sets the updater that moves the scores, with its schedule; the default is Adam(3e-3). */
    public Builder inner(IUpdater inner) {
      this.inner = inner;
      return this;
    }

    /**
     * Sets whether the weights of embedding layers are masked, too; the default is false: they are
     * trained by the inner updater.
     */
    public Builder embeddings(boolean masked) {
      this.embeddings = masked;
      return this;
    }

    /**
     * Returns the updater.
     *
     * @throws IllegalArgumentException if the fraction is not in (0, 1], the strategy or an option
     *     is unknown or out of range, or the inner updater is a MaskScore
     */
    public MaskScore build() {
      if (inner instanceof MaskScore) {
        throw new IllegalArgumentException(
            "expected an inner updater that moves scores, such as Adam, got another MaskScore");
      }
      MaskScore score = new MaskScore(this, List.of());
      score.strategy(); // checks the rest
      return score.clone();
    }
  }
}
