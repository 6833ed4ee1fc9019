package org.slth.dl4j.pruning;

import java.nio.file.Path;
import java.util.Optional;
import org.slth.dl4j.internal.construction.Construction;
import org.slth.search.SearchSettings;
import org.slth.ticket.SubsetSumTicket;

/**
 * What a pruner was asked for.
 *
 * @param seed seed of the random network
 * @param tolerance the coefficient error that is asked for; with a tolerance of the output that of
 *     the layer with the largest coefficients
 * @param output the tolerance of the output, if there is one
 * @param construction which random network stands for the target
 * @param search how layers are searched
 * @param nonNegativeInput whether no input of the network is ever negative
 * @param threads how many solve
 * @param checkpoints where finished layers are kept, if anywhere
 * @param listener who hears of the progress
 */
record PruningOptions(
    long seed,
    double tolerance,
    Optional<OutputTolerance> output,
    Construction construction,
    SearchSettings search,
    boolean nonNegativeInput,
    int threads,
    Optional<Path> checkpoints,
    PruningListener listener) {

  /** Refuses options that do not go together. */
  PruningOptions {
    if (search.adaptive() && !construction.widthsMayDiffer()) {
      throw new IllegalArgumentException(
          "%s needs as many candidates for every input; leave adaptive out"
              .formatted(construction.id()));
    }
    if (output.filter(OutputTolerance::isCertified).isPresent()
        && construction.id().equals(SubsetSumTicket.DEPTH_PLUS_ONE)) {
      throw new IllegalArgumentException(
          "there is no bound for %s; measure its output on data".formatted(construction.id()));
    }
  }

  /** Returns the options of one more search of the same network. */
  PruningOptions with(double tolerance, SearchSettings search, Optional<Path> checkpoints) {
    return new PruningOptions(
        seed,
        tolerance,
        output,
        construction,
        search,
        nonNegativeInput,
        threads,
        checkpoints,
        listener);
  }

  /** Returns the options of a search that takes no time, and tells of nothing. */
  PruningOptions rough() {
    SearchSettings one = new SearchSettings(search.choice(), search.law(), 1, 1, false);
    return new PruningOptions(
        seed,
        tolerance,
        output,
        construction,
        one,
        nonNegativeInput,
        threads,
        Optional.empty(),
        PruningListener.SILENT);
  }
}
