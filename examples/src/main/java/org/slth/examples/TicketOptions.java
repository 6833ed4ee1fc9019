package org.slth.examples;

import org.slth.dl4j.pruning.SubsetSumPruner;
import picocli.CommandLine.Option;

/** The options of commands that prune; a command takes them as a {@code @Mixin}. */
public final class TicketOptions {

  @Option(
      names = "--tolerance",
      paramLabel = "X",
      defaultValue = "0.01",
      description = "How far a coefficient of the ticket may be off (default: ${DEFAULT-VALUE}).")
  private double tolerance;

  @Option(
      names = "--candidates",
      paramLabel = "N",
      defaultValue = "20",
      description = "Random numbers that each subset is chosen from (default: ${DEFAULT-VALUE}).")
  private int candidates;

  /**
   * Returns a pruner that shows its progress.
   *
   * @param nonNegativeInput whether the inputs of the network are never negative
   * @throws IllegalArgumentException if an option is out of range
   */
  public SubsetSumPruner pruner(long seed, boolean nonNegativeInput) {
    return new SubsetSumPruner.Builder(seed)
        .tolerance(tolerance)
        .candidates(candidates)
        .nonNegativeInput(nonNegativeInput)
        .listener(new PruningProgress())
        .build();
  }

  /** Adds the options to the figures of a ticket. */
  Figures addTo(Figures figures) {
    return figures
        .add("tolerance", tolerance, "tolerance", "%s")
        .add("candidates", candidates, "candidates", "%d");
  }
}
