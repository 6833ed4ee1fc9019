package org.slth.dl4j.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.deeplearning4j.nn.updater.UpdaterCreator;
import org.deeplearning4j.nn.updater.graph.ComputationGraphUpdater;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.mask.MaskStep;
import org.slth.mask.MaskStrategy;

/** The masked arrays of a MultiLayerNetwork or a ComputationGraph, which share little in DL4J. */
final class NetworkMasks {

  private final Model network;

  /**
   * Looks at a network.
   *
   * @throws IllegalArgumentException if it is of neither class
   */
  NetworkMasks(Model network) {
    if (!(network instanceof MultiLayerNetwork || network instanceof ComputationGraph)) {
      throw new IllegalArgumentException(
          "expected a MultiLayerNetwork or a ComputationGraph, got "
              + network.getClass().getName());
    }
    this.network = network;
  }

  /** Returns where training stands. */
  MaskStep step() {
    if (network instanceof MultiLayerNetwork layers) {
      return new MaskStep(layers.getIterationCount(), layers.getEpochCount());
    }
    ComputationGraphConfiguration configuration = ((ComputationGraph) network).getConfiguration();
    return new MaskStep(configuration.getIterationCount(), configuration.getEpochCount());
  }

  private BaseMultiLayerUpdater<?> updater() {
    return network instanceof MultiLayerNetwork layers
        ? (BaseMultiLayerUpdater<?>) layers.getUpdater()
        : ((ComputationGraph) network).getUpdater();
  }

  /** Binds updaters to their arrays, draws weights and scores, and masks for the first time. */
  void start() {
    network.init();
    MaskObstacles.requireDescent(network);
    configure(updater());
    if (network instanceof MultiLayerNetwork layers) {
      layers.setUpdater(UpdaterCreator.getUpdater(layers));
    } else {
      ComputationGraph graph = (ComputationGraph) network;
      graph.setUpdater(new ComputationGraphUpdater(graph));
    }
    arrays()
        .forEach(
            (score, group) -> {
              MaskStrategy strategy = score.strategy();
              for (ParameterWeights array : group) {
                array.draw();
                strategy.begin(array);
              }
              project(strategy, group, step());
            });
  }

  /** Makes the effective weights of the scores again. */
  void project() {
    Map<MaskScore, List<ParameterWeights>> arrays = started();
    arrays.values().forEach(group -> group.forEach(ParameterWeights::requireScores));
    arrays.forEach(
        (score, group) -> {
          MaskStrategy strategy = score.strategy();
          if (strategy.reach() == MaskStrategy.Reach.AS_DRAWN) {
            group.forEach(ParameterWeights::draw);
          }
          project(strategy, group, step());
        });
  }

  /**
   * Returns the arrays by the updater they share.
   *
   * @throws IllegalStateException if there are none
   */
  Map<MaskScore, List<ParameterWeights>> started() {
    Map<MaskScore, List<ParameterWeights>> arrays = arrays();
    if (arrays.isEmpty()) {
      throw new IllegalStateException(MaskScoreUpdater.NOT_STARTED);
    }
    return arrays;
  }

  /** Returns the arrays by the updater they share; none before training starts. */
  Map<MaskScore, List<ParameterWeights>> arrays() {
    Map<MaskScore, List<ParameterWeights>> arrays = new LinkedHashMap<>();
    for (UpdaterBlock block : updater().getUpdaterBlocks()) {
      if (block.getGradientUpdater() instanceof MaskScoreUpdater masks && masks.isStarted()) {
        List<ParameterWeights> group =
            arrays.computeIfAbsent(masks.getConfig(), key -> new ArrayList<>());
        for (UpdaterBlock.ParamState state : block.getLayersAndVariablesInBlock()) {
          long first = state.getParamOffsetStart() - (long) block.getParamOffsetStart();
          group.add(masks.array(state.getParamView(), first));
        }
      }
    }
    return arrays;
  }

  /** Makes effective weights, array by array or all together as the strategy wants it. */
  static void project(MaskStrategy strategy, List<ParameterWeights> arrays, MaskStep step) {
    if (strategy.scope() == MaskStrategy.Scope.NETWORK) {
      strategy.project(arrays, step);
    } else {
      arrays.forEach(array -> strategy.project(List.of(array), step));
    }
  }

  /** Binds updaters to their arrays, and frees what is not masked. */
  private static void configure(BaseMultiLayerUpdater<?> updater) {
    Map<MaskScore, List<MaskedParameter>> arrays = new LinkedHashMap<>();
    List<Runnable> bindings = new ArrayList<>();
    int number = 0;
    for (UpdaterBlock block : updater.getUpdaterBlocks()) {
      for (UpdaterBlock.ParamState state : block.getLayersAndVariablesInBlock()) {
        String name = state.getParamName();
        Trainable layer = state.getLayer();
        Optional<TrainedLayer> holder = TrainedLayer.of(layer.getConfig(), name);
        if (holder.isEmpty()
            || !(layer.getConfig().getUpdaterByParam(name) instanceof MaskScore found)) {
          continue;
        }
        MaskScore score = found.of(List.of());
        if (!holder.get().isMaskable(score)) {
          holder.get().setUpdater(score.inner().clone());
        } else if (holder.get().isWeight(TrainedLayer.own(layer.getConfig(), name))) {
          INDArray array = Objects.requireNonNull(layer.paramTable(false).get(name), name);
          MaskObstacles.requireUnconstrained(
              holder.get(), TrainedLayer.own(layer.getConfig(), name));
          MaskObstacles.requirePlace(
              name(updater, layer) + "_" + name, array, state.getParamView());
          List<MaskedParameter> group = arrays.computeIfAbsent(score, key -> new ArrayList<>());
          group.add(
              new MaskedParameter(
                  name(updater, layer) + "_" + name,
                  number++,
                  state.getParamOffsetStart(),
                  FanIn.of(layer.getConfig(), name, array.shape())));
          bindings.add(() -> bind(holder.get(), score.of(group)));
        }
      }
    }
    if (arrays.isEmpty()) {
      throw new IllegalArgumentException(
          "expected a layer with weights whose updater is a MaskScore, found none: set it with"
              + " updater(...) of the network or of a layer");
    }
    bindings.forEach(Runnable::run);
  }

  private static void bind(TrainedLayer layer, MaskScore score) {
    layer.link();
    layer.setUpdater(score);
    layer.setBiasUpdater(score.inner().clone());
  }

  /**
   * Returns the name that the parameter table knows the layer by: a number, or in a graph a name.
   */
  private static String name(BaseMultiLayerUpdater<?> updater, Trainable layer) {
    return updater instanceof ComputationGraphUpdater
        ? layer.getConfig().getLayerName()
        : Integer.toString(((Layer) layer).getIndex());
  }
}
