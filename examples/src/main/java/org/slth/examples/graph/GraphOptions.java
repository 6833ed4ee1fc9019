package org.slth.examples.graph;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.examples.TicketOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How graph networks are built, trained and pruned. */
final class GraphOptions {

  @Mixin private TicketOptions tickets = new TicketOptions();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "How often to see each graph (default: by data set).")
  private @Nullable Integer epochs;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "Channels of each layer (default: by network).")
  private @Nullable Integer width;

  @Option(
      names = "--layers",
      paramLabel = "N",
      description = "Number of equivariant layers (default: by network).")
  private @Nullable Integer layers;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Graphs in each step (default: by data set).")
  private @Nullable Integer batch;

  @Option(
      names = "--rate",
      paramLabel = "X",
      description = "First learning rate of Adam; it falls along half a cosine.")
  private @Nullable Double rate;

  @Option(
      names = "--dropout",
      paramLabel = "X",
      description = "Fraction of the last features dropped in training (default: by data set).")
  private @Nullable Double dropout;

  @Option(names = "--no-ticket", description = "Train only.")
  private boolean noTicket;

  /**
   * Finds mistakes before there is work.
   *
   * @throws IllegalArgumentException if an option is out of range
   */
  void check() {
    requirePositive("--epochs", epochs);
    requirePositive("--width", width);
    requirePositive("--layers", layers);
    requirePositive("--batch", batch);
    requirePositive("--rate", rate);
    if (dropout != null && !(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("expected --dropout from 0 to below 1, got " + dropout);
    }
    pruner(0);
  }

  private static void requirePositive(String name, @Nullable Number value) {
    if (value != null && !(value.doubleValue() > 0)) {
      throw new IllegalArgumentException("expected a positive " + name + ", got " + value);
    }
  }

  /** Returns a recipe with what the user changed. */
  GraphRecipe changed(GraphRecipe usual) {
    NetworkShape shape = usual.shape();
    return new GraphRecipe(
        new NetworkShape(
            width != null ? width : shape.width(),
            layers != null ? layers : shape.layers(),
            shape.normalize(),
            dropout != null ? dropout : shape.dropout()),
        epochs != null ? epochs : usual.epochs(),
        batch != null ? batch : usual.batch(),
        rate != null ? rate : usual.rate());
  }

  /** Returns the pruner, or nothing if no ticket is wanted. */
  Optional<SubsetSumPruner> pruner(long seed) {
    return noTicket
        ? Optional.empty()
        : Optional.of(
            tickets.pruner(seed, true)); // adjacency, labels and counts of words are not negative
  }
}
