package org.slth.dl4j.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;
import org.slth.mask.MaskStep;
import org.slth.mask.MaskStrategy;

/**
 * What DL4J runs for a {@link MaskScore}: one for each run of neighbouring arrays whose updaters
 * are equal.
 */
final class MaskScoreUpdater implements GradientUpdater<MaskScore> {

  static final String NOT_STARTED =
      "mask training has not started: call MaskTraining.start(network) once, after init() and"
          + " before fit()";

  private static final String WEIGHTS = "slth_weight";
  private static final String SCORES = "slth_score";
  private static final String NUMBER = "slth_number";
  private static final int UNKNOWN = -2;
  private static final int UNMASKED = -1;

  private final MaskScore config;
  private final MaskStrategy strategy;
  private final Map<Long, MaskedParameter> parameters = new HashMap<>(); // by offset
  private @Nullable INDArray weights;
  private @Nullable INDArray scores;
  private @Nullable GradientUpdater<?> inner;
  private boolean checked;
  private int number = UNKNOWN; // in a SameDiff graph: which variable this is

  MaskScoreUpdater(MaskScore config) {
    this.config = config;
    this.strategy = config.strategy();
    for (MaskedParameter parameter : config.parameters()) {
      parameters.put(parameter.offset(), parameter);
    }
  }

  /** Returns whether it knows which arrays it masks. */
  boolean isStarted() {
    return !parameters.isEmpty();
  }

  @Override
  public MaskScore getConfig() {
    return config;
  }

  @Override
  public void setStateViewArray(
      INDArray viewArray, long[] gradientShape, char gradientOrder, boolean initialize) {
    INDArray state = viewArray.reshape(new long[] {viewArray.length()});
    long size = 1;
    for (long length : gradientShape) {
      size *= length;
    }
    INDArray newWeights = state.get(NDArrayIndex.interval(0, size));
    INDArray newScores = state.get(NDArrayIndex.interval(size, 2 * size));
    if (initialize) {
      newWeights.assign(0); // until training starts
      newScores.assign(0);
    }
    weights = newWeights;
    scores = newScores;
    if (state.length() == 2 * size) {
      inner = config.inner().instantiate((INDArray) null, initialize);
    } else {
      INDArray rest = state.get(NDArrayIndex.interval(2 * size, state.length()));
      GradientUpdater<?> updater = config.inner().instantiate(rest, initialize);
      updater.setStateViewArray(rest, gradientShape, gradientOrder, initialize);
      inner = updater;
    }
  }

  @Override
  public void setState(Map<String, INDArray> stateMap, boolean initialize) {
    Map<String, INDArray> rest = new HashMap<>(stateMap);
    weights = rest.remove(WEIGHTS);
    scores = rest.remove(SCORES);
    if (weights == null || scores == null) {
      throw new IllegalStateException(
          "expected a state with %s and %s, got %s; it is of another updater"
              .formatted(WEIGHTS, SCORES, stateMap.keySet()));
    }
    INDArray known = rest.remove(NUMBER);
    number = known == null ? UNKNOWN : known.getInt(0);
    inner = config.inner().instantiate(rest, initialize);
  }

  @Override
  public Map<String, INDArray> getState() {
    Map<String, INDArray> state = new HashMap<>();
    if (weights != null && scores != null && inner != null) {
      Map<String, INDArray> rest = inner.getState();
      if (rest != null) {
        state.putAll(rest);
      }
      state.put(WEIGHTS, weights);
      state.put(SCORES, scores);
      state.put(NUMBER, Nd4j.scalar(number));
    }
    return state;
  }

  /**
   * Returns an array as it is now; effective weights are set at once.
   *
   * @param first where it begins in the block
   */
  ParameterWeights array(INDArray parameter, long first) {
    return array(parameter, parameter, first, true);
  }

  @Override
  public void applyUpdater(INDArray gradient, int iteration, int epoch) {
    if (!isStarted()) {
      throw new IllegalStateException(NOT_STARTED);
    }
    List<MaskLink.Arrays> seen = MaskLink.take(gradient);
    MaskStep step = new MaskStep(iteration, epoch);
    if (config.isOfGraph()) {
      train(seen.get(seen.size() - 1), gradient, step);
    } else {
      train(arrays(seen, gradient), gradient, step);
    }
  }

  /** Trains a variable of a SameDiff graph, whose gradient may lie in memory in another order. */
  private void train(MaskLink.Arrays seen, INDArray gradient, MaskStep step) {
    if (number == UNKNOWN) {
      String name = seen.variable();
      number = UNMASKED;
      for (MaskedParameter parameter : config.parameters()) {
        number = parameter.name().equals(name) ? parameter.number() : number;
      }
      if (number != UNMASKED) {
        ParameterWeights array = variable(seen.parameter(), gradient);
        array.draw();
        strategy.begin(array);
      }
    }
    if (number == UNMASKED) {
      started(inner).applyUpdater(gradient, step.iteration(), step.epoch());
      return;
    }
    INDArray copy = gradient.dup(seen.parameter().ordering());
    train(List.of(variable(seen.parameter(), copy)), copy, step);
    gradient.assign(0); // the variable has its new value
  }

  private ParameterWeights variable(INDArray parameter, INDArray gradient) {
    for (MaskedParameter known : config.parameters()) {
      if (known.number() == number && known.size() == parameter.length()) {
        return array(known, parameter, gradient, 0, true);
      }
    }
    throw new IllegalStateException(
        "expected one of the masked variables %s, got variable %d with %d numbers"
            .formatted(config.parameters(), number, parameter.length()));
  }

  private void train(List<ParameterWeights> arrays, INDArray gradient, MaskStep step) {
    toHost(gradient);
    for (ParameterWeights array : arrays) {
      strategy.differentiate(array, step);
    }
    onHost(gradient);
    if (!AdamRows.apply(started(inner), gradient, step)) {
      started(inner).applyUpdater(gradient, step.iteration(), step.epoch());
    }
    toHost(gradient);
    for (ParameterWeights array : arrays) {
      strategy.move(array, step);
    }
    if (strategy.scope() == MaskStrategy.Scope.PARAMETER) {
      for (ParameterWeights array : arrays) {
        strategy.project(List.of(array), step);
      }
    } else {
      NetworkStep.current(config, step).add(arrays, strategy);
    }
    onHost(gradient);
    onHost(started(scores));
    onHost(started(weights));
  }

  /** Returns the arrays of the block whose gradient this is, in order. */
  private List<ParameterWeights> arrays(List<MaskLink.Arrays> all, INDArray gradient) {
    List<ParameterWeights> arrays = new ArrayList<>();
    long covered = 0;
    for (MaskLink.Arrays seen : all) {
      arrays.add(array(seen.parameter(), seen.gradient(), seen.first(gradient), false));
      covered += seen.gradient().length();
    }
    if (covered != gradient.length()) {
      throw new IllegalStateException(
          ("expected to see %d parameters under a mask, saw %d: the layers were changed after"
                  + " MaskTraining.start; call it again")
              .formatted(gradient.length(), covered));
    }
    if (!checked) {
      arrays.forEach(this::check);
      checked = true;
    }
    return arrays;
  }

  private ParameterWeights array(
      INDArray parameter, INDArray gradient, long first, boolean direct) {
    MaskedParameter known = parameters.get(parameter.offset());
    if (known == null || known.size() != parameter.length()) {
      throw new IllegalStateException(
          "expected one of the masked parameters %s, got %d numbers at %d; the network has changed"
                  .formatted(parameters.values(), parameter.length(), parameter.offset())
              + " since MaskTraining.start: call it again");
    }
    return array(known, parameter, gradient, first, direct);
  }

  private ParameterWeights array(
      MaskedParameter known, INDArray parameter, INDArray gradient, long first, boolean direct) {
    int size = known.size();
    return new ParameterWeights(
        config,
        known,
        NumberArray.of(started(weights), first, size),
        NumberArray.of(started(scores), first, size),
        NumberArray.of(gradient, 0, size),
        NumberArray.of(parameter, 0, size),
        direct);
  }

  /** Sees whether a state that came from elsewhere belongs to these weights. */
  private void check(ParameterWeights array) {
    array.requireScores();
    boolean asDrawn = true;
    for (int i = 0; i < array.size(); i++) {
      asDrawn &= Math.abs(array.weight(i) - array.drawn(i, 0)) <= 1e-6 * Math.abs(array.weight(i));
    }
    if (!asDrawn && strategy.reach() == MaskStrategy.Reach.AS_DRAWN) {
      throw new IllegalStateException(
          "the weights of %s are not those of seed %d and law %s: the saved state is of another"
                  .formatted(array.parameter().name(), config.seed(), config.law())
              + " configuration");
    }
  }

  private static <T> T started(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("the updater has no state array");
    }
    return value;
  }

  private static void toHost(INDArray array) {
    Nd4j.getAffinityManager().ensureLocation(array, AffinityManager.Location.HOST);
  }

  private static void onHost(INDArray array) {
    Nd4j.getAffinityManager().tagLocation(array, AffinityManager.Location.HOST);
  }
}
