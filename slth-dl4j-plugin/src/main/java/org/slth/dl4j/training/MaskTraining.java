package org.slth.dl4j.training;

import java.util.ArrayList;
import java.util.Comparator;
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
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.mask.MaskStep;
import org.slth.mask.MaskStrategy;
import org.slth.ticket.MaskTicket;
import org.slth.ticket.MaskTicketArray;

/** Starts mask training in a network whose updater is a {@link MaskScore}. */
public final class MaskTraining {

  private MaskTraining() {}

  /**
   * Replaces the weights of every masked layer by random ones of the seed, draws the first scores,
   * and applies the first masks. The network can be trained from here on by whatever trains
   * networks.
   *
   * <p>Biases, batch normalization and embeddings keep their values and get the inner updater.
   * Calling it again begins anew.
   *
   * @param network initialized, with a {@link MaskScore} as the updater of at least one layer with
   *     weights
   * @throws IllegalArgumentException if there is none, if weights decay or are constrained or are
   *     moved by a line search, which a mask must leave alone, or if DL4J updates a layer at the
   *     wrong place
   */
  public static void start(MultiLayerNetwork network) {
    network.init();
    MaskObstacles.requireDescent(network);
    configure((BaseMultiLayerUpdater<?>) network.getUpdater());
    network.setUpdater(UpdaterCreator.getUpdater(network));
    begin((BaseMultiLayerUpdater<?>) network.getUpdater(), step(network));
  }

  /**
   * Does the same for a graph.
   *
   * @param network initialized, with a {@link MaskScore} as the updater of at least one layer with
   *     weights
   * @throws IllegalArgumentException if there is none, if weights decay or are constrained, or if
   *     DL4J updates a layer at the wrong place
   */
  public static void start(ComputationGraph network) {
    network.init();
    MaskObstacles.requireDescent(network);
    configure(network.getUpdater());
    network.setUpdater(new ComputationGraphUpdater(network));
    begin(network.getUpdater(), step(network));
  }

  /**
   * Does the same for a plain SameDiff graph, whose training configuration has a {@link MaskScore}
   * as its updater.
   *
   * <p>A graph does not say which variables are weights, so they are named. The others are trained
   * by the inner updater. Dimension 0 of a matrix is taken for its inputs, as in {@code x.mmul(w)},
   * and the convolutions' order [outputs, inputs, ...] for more than three dimensions.
   *
   * @param graph with its training configuration
   * @param variables names of the variables to mask
   * @throws IllegalArgumentException if there is no such variable, no {@link MaskScore}, weights
   *     decay, or the graph is to maximize
   */
  public static void start(SameDiff graph, String... variables) {
    new GraphMasks(graph, variables).start();
  }

  /**
   * Makes the effective weights of the scores again, after something has changed parameters or
   * state without regard to masks, such as an average over copies of the network. Weights that a
   * strategy leaves as drawn are drawn again, so that they are exact.
   *
   * @param network in which mask training has started
   * @throws IllegalStateException if it has not, or the network has no scores, as when it was saved
   *     or averaged without its updater
   */
  public static void project(MultiLayerNetwork network) {
    repair((BaseMultiLayerUpdater<?>) network.getUpdater(), step(network));
  }

  /**
   * Does the same for a graph.
   *
   * @param network in which mask training has started
   * @throws IllegalStateException if it has not, or the network has no scores
   */
  public static void project(ComputationGraph network) {
    repair(network.getUpdater(), step(network));
  }

  /**
   * Returns where the masks stand, in the order of the network's parameters; none if mask training
   * has not started.
   *
   * @param network whose masks to look at
   */
  public static List<MaskState> states(MultiLayerNetwork network) {
    return states((BaseMultiLayerUpdater<?>) network.getUpdater());
  }

  /**
   * Does the same for a graph.
   *
   * @param network whose masks to look at
   */
  public static List<MaskState> states(ComputationGraph network) {
    return states(network.getUpdater());
  }

  static List<MaskState> states(Model network) {
    return network instanceof ComputationGraph graph
        ? states(graph)
        : states((MultiLayerNetwork) network);
  }

  static MaskStep step(Model network) {
    return network instanceof ComputationGraph graph
        ? step(graph)
        : step((MultiLayerNetwork) network);
  }

  /** Checks that there are masks. */
  static void requireStarted(List<MaskState> states) {
    if (states.isEmpty()) {
      throw new IllegalStateException(MaskScoreUpdater.NOT_STARTED);
    }
  }

  private static List<MaskState> states(BaseMultiLayerUpdater<?> updater) {
    return arrays(updater).values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(array -> array.parameter().number()))
        .map(MaskState::of)
        .toList();
  }

  /**
   * Returns the random weights and masks of a network as a ticket, from which {@link #restore}
   * makes them again.
   *
   * @param network in which mask training has started, with one {@link MaskScore}
   * @throws IllegalStateException if it has not, if there are several of different settings, or if
   *     the strategy has trained the weights, so that they are random no longer
   */
  public static MaskTicket ticket(MultiLayerNetwork network) {
    return ticket((BaseMultiLayerUpdater<?>) network.getUpdater(), step(network));
  }

  /**
   * Does the same for a graph.
   *
   * @param network in which mask training has started, with one {@link MaskScore}
   * @throws IllegalStateException if it has not, if there are several, or weights were trained
   */
  public static MaskTicket ticket(ComputationGraph network) {
    return ticket(network.getUpdater(), step(network));
  }

  private static MaskTicket ticket(BaseMultiLayerUpdater<?> updater, MaskStep step) {
    Map<MaskScore, List<ParameterWeights>> arrays = arrays(updater);
    MaskScore score =
        arrays.keySet().stream()
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no layer of this network is masked"));
    List<MaskTicketArray> read = new ArrayList<>();
    arrays.forEach(
        (each, group) -> {
          if (each.seed() != score.seed() || each.law() != score.law()) {
            throw new IllegalStateException(
                "a ticket has one seed and law, got layers with %d, %s and %d, %s"
                    .formatted(score.seed(), score.law(), each.seed(), each.law()));
          }
          boolean redrawn = each.strategy().reach() == MaskStrategy.Reach.REDRAWN;
          for (ParameterWeights array : group) {
            read.add(new TicketReader(array, redrawn ? step.iteration() : 0).read());
          }
        });
    return new MaskTicket(score.seed(), score.law(), read);
  }

  /**
   * Sets the weights of a ticket; all other parameters stay. No updater is needed.
   *
   * @param ticket of a network of the same architecture
   * @param network whose weights to set
   * @throws IllegalArgumentException if it has no such parameter, or one of another size
   */
  public static void restore(MaskTicket ticket, MultiLayerNetwork network) {
    restore(ticket, network.paramTable());
  }

  /**
   * Does the same for a graph.
   *
   * @param ticket of a network of the same architecture
   * @param network whose weights to set
   * @throws IllegalArgumentException if it has no such parameter, or one of another size
   */
  public static void restore(MaskTicket ticket, ComputationGraph network) {
    restore(ticket, network.paramTable());
  }

  private static void restore(MaskTicket ticket, Map<String, INDArray> parameters) {
    for (MaskTicketArray array : ticket.arrays()) {
      INDArray parameter = parameters.get(array.name());
      if (parameter == null || parameter.length() != array.mask().size()) {
        throw new IllegalArgumentException(
            "expected a network with %d weights %s, got %s; its parameters are %s"
                .formatted(
                    array.mask().size(),
                    array.name(),
                    parameter == null ? "none" : parameter.length() + " of them",
                    parameters.keySet()));
      }
    }
    for (MaskTicketArray array : ticket.arrays()) {
      INDArray parameter = Objects.requireNonNull(parameters.get(array.name()));
      float[] weights = ticket.weights(array);
      NumberArray memory = NumberArray.of(parameter, 0, weights.length);
      for (int i = 0; i < weights.length; i++) {
        memory.set(i, weights[i]);
      }
    }
  }

  private static MaskStep step(MultiLayerNetwork network) {
    return new MaskStep(network.getIterationCount(), network.getEpochCount());
  }

  private static MaskStep step(ComputationGraph network) {
    ComputationGraphConfiguration configuration = network.getConfiguration();
    return new MaskStep(configuration.getIterationCount(), configuration.getEpochCount());
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
        if (!holder.get().isMaskable()) {
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

  /** Draws, and masks for the first time. */
  private static void begin(BaseMultiLayerUpdater<?> updater, MaskStep step) {
    arrays(updater)
        .forEach(
            (score, group) -> {
              MaskStrategy strategy = score.strategy();
              for (ParameterWeights array : group) {
                array.draw();
                strategy.begin(array);
              }
              project(strategy, group, step);
            });
  }

  private static void repair(BaseMultiLayerUpdater<?> updater, MaskStep step) {
    Map<MaskScore, List<ParameterWeights>> arrays = arrays(updater);
    if (arrays.isEmpty()) {
      throw new IllegalStateException(MaskScoreUpdater.NOT_STARTED);
    }
    arrays.values().forEach(group -> group.forEach(ParameterWeights::requireScores));
    arrays.forEach(
        (score, group) -> {
          MaskStrategy strategy = score.strategy();
          if (strategy.reach() == MaskStrategy.Reach.AS_DRAWN) {
            group.forEach(ParameterWeights::draw);
          }
          project(strategy, group, step);
        });
  }

  private static Map<MaskScore, List<ParameterWeights>> arrays(BaseMultiLayerUpdater<?> updater) {
    Map<MaskScore, List<ParameterWeights>> arrays = new LinkedHashMap<>();
    for (UpdaterBlock block : updater.getUpdaterBlocks()) {
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

  static void project(MaskStrategy strategy, List<ParameterWeights> arrays, MaskStep step) {
    if (strategy.scope() == MaskStrategy.Scope.NETWORK) {
      strategy.project(arrays, step);
    } else {
      arrays.forEach(array -> strategy.project(List.of(array), step));
    }
  }
}
