package org.slth.examples.inertia;

import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.ViewIterator;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.learning.config.IUpdater;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.dl4j.training.MaskScore;
import org.slth.examples.TicketOptions;
import org.slth.examples.TrainingUpdater;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How networks are trained, masked and pruned. */
final class InertiaOptions {

  @Option(
      names = "--examples",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How many to train on, and to test with (default: ${DEFAULT-VALUE}).")
  private int examples;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "20",
      description = "How often to see each example (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "20",
      description = "Examples in each step (default: ${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--rate",
      paramLabel = "X",
      defaultValue = "0.02",
      description = "First learning rate of Adam, for masks too (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--keep-fraction",
      paramLabel = "X",
      defaultValue = "0.5",
      description = "Fraction of the weights that --masks keeps (default: ${DEFAULT-VALUE}).")
  private double keepFraction;

  @Mixin private TicketOptions tickets = new TicketOptions();

  /**
   * Finds mistakes before there is work.
   *
   * @throws IllegalArgumentException if an option is out of range
   */
  void check(long seed) {
    if (examples < 1 || epochs < 1 || batch < 1 || !(rate > 0)) {
      throw new IllegalArgumentException(
          "expected positive --examples, --epochs, --batch and --rate, got %d, %d, %d and %s"
              .formatted(examples, epochs, batch, rate));
    }
    score(seed);
    pruner(seed);
  }

  /** Returns how many examples to train on, and to test with. */
  int examples() {
    return examples;
  }

  int epochs() {
    return epochs;
  }

  /** Returns how many examples training sees in all. */
  long steps() {
    return (long) epochs * examples;
  }

  DataSetIterator batches(DataSet training) {
    return new ViewIterator(training, batch);
  }

  /** Returns what trains weights. */
  IUpdater adam() {
    return TrainingUpdater.ADAM.falling(rate, epochs);
  }

  /** Returns what trains masks. */
  MaskScore score(long seed) {
    return new MaskScore.Builder(keepFraction).seed(seed).inner(adam()).build();
  }

  SubsetSumPruner pruner(long seed) {
    return tickets.pruner(seed, false);
  }
}
