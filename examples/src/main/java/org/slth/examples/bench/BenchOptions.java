package org.slth.examples.bench;

import picocli.CommandLine.Option;

/** How often a benchmark is repeated; a benchmark takes it as a {@code @Mixin}. */
public final class BenchOptions {

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "7",
      description = "Rounds that count; medians are over them (default: ${DEFAULT-VALUE}).")
  private int rounds = 7;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "3",
      description = "Rounds before them that do not (default: ${DEFAULT-VALUE}).")
  private int warmUp = 3;

  public Rounds rounds() {
    return new Rounds(warmUp, rounds);
  }
}
