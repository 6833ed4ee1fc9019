package org.slth.dl4j.training;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Model;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.ticket.MaskTicket;
import org.slth.ticket.MaskTicketArray;

/**
 * Starts mask training in a network whose updater is a {@link MaskScore}, and takes out what it has
 * found. A network is a {@code MultiLayerNetwork} or a {@code ComputationGraph}; anything else is
 * refused with an {@link IllegalArgumentException}.
 */
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
  public static void start(Model network) {
    new NetworkMasks(network).start();
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
  public static void project(Model network) {
    new NetworkMasks(network).project();
  }

  /**
   * Returns where the masks stand, in the order of the network's parameters; none if mask training
   * has not started.
   *
   * @param network whose masks to look at
   */
  public static List<MaskState> states(Model network) {
    return new NetworkMasks(network)
        .arrays().values().stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingInt(array -> array.parameter().number()))
            .map(MaskState::of)
            .toList();
  }

  /**
   * Returns the random weights and masks of a network as a ticket, from which {@link #restore}
   * makes them again.
   *
   * @param network in which mask training has started, with one seed and law for all layers
   * @throws IllegalStateException if it has not, if there are several, or if the strategy has
   *     trained the weights, so that they are random no longer
   */
  public static MaskTicket ticket(Model network) {
    return TicketReader.read(new NetworkMasks(network));
  }

  /**
   * Sets the weights of a ticket; all other parameters stay. No updater is needed.
   *
   * @param ticket of a network of the same architecture
   * @param network whose weights to set
   * @throws IllegalArgumentException if it has no such parameter, or one of another size
   */
  public static void restore(MaskTicket ticket, Model network) {
    Map<String, INDArray> parameters = network.paramTable();
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
      NumberArray.of(parameter, 0, weights.length).setAll(weights);
    }
  }
}
