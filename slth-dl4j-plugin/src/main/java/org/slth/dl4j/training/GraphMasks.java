package org.slth.dl4j.training;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.mask.MaskStep;
import org.slth.mask.MaskStrategy;

/** Starts mask training in a SameDiff graph, whose variables have an array each. */
final class GraphMasks {

  private final SameDiff graph;
  private final MaskScore score;
  private final List<MaskedParameter> parameters = new ArrayList<>();

  GraphMasks(SameDiff graph, String... variables) {
    this.graph = graph;
    TrainingConfig config = graph.getTrainingConfig();
    if (config == null || !(config.getUpdater() instanceof MaskScore unbound)) {
      throw new IllegalArgumentException(
          "expected a training configuration whose updater is a MaskScore, got "
              + (config == null ? "none" : config.getUpdater()));
    }
    if (!config.isMinimize()) {
      throw new IllegalArgumentException("mask training minimizes a loss, got minimize(false)");
    }
    if (variables.length == 0) {
      throw new IllegalArgumentException(
          "expected the names of the variables to mask; this graph has "
              + graph.variables().stream()
                  .filter(variable -> variable.getVariableType() == VariableType.VARIABLE)
                  .map(SDVariable::name)
                  .toList());
    }
    for (String name : variables) {
      parameters.add(parameter(name));
    }
    this.score = unbound.ofGraph(parameters);
  }

  private MaskedParameter parameter(String name) {
    SDVariable variable = graph.getVariable(name);
    if (variable == null || variable.getVariableType() != VariableType.VARIABLE) {
      throw new IllegalArgumentException(
          "expected a variable to mask, but the graph has none named " + name);
    }
    long[] shape = variable.getArr().shape();
    return new MaskedParameter(name, parameters.size(), 0, FanIn.ofShape(shape));
  }

  /** Binds the updater, draws the weights and applies the first masks. */
  void start() {
    TrainingConfig config = graph.getTrainingConfig();
    config.setRegularization(new MaskLink(graph).joining(config.getRegularization()));
    config.setUpdater(score);
    if (graph.getUpdaterMap() != null) {
      graph.getUpdaterMap().replaceAll((name, old) -> fresh(graph.getVariable(name).getArr()));
    }
    MaskStrategy strategy = score.strategy();
    List<ParameterWeights> arrays = new ArrayList<>();
    for (MaskedParameter parameter : parameters) {
      ParameterWeights array = temporary(parameter);
      array.draw();
      strategy.begin(array);
      arrays.add(array);
    }
    NetworkMasks.project(
        strategy, arrays, new MaskStep(config.getIterationCount(), config.getEpochCount()));
  }

  private MaskScoreUpdater fresh(INDArray array) {
    INDArray state = Nd4j.createUninitialized(array.dataType(), 1, score.stateSize(array.length()));
    MaskScoreUpdater updater = new MaskScoreUpdater(score);
    updater.setStateViewArray(state, array.shape(), array.ordering(), true);
    return updater;
  }

  /** The updater will draw the same when it first sees the variable. */
  private ParameterWeights temporary(MaskedParameter parameter) {
    INDArray array = graph.getVariable(parameter.name()).getArr();
    INDArray state = Nd4j.createUninitialized(array.dataType(), 2 * array.length());
    int size = parameter.size();
    NumberArray effective = NumberArray.of(array, 0, size);
    return new ParameterWeights(
        score,
        parameter,
        NumberArray.of(state, 0, size),
        NumberArray.of(state, size, size),
        effective,
        effective,
        true);
  }
}
