package org.slth.examples.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slth.examples.Figures;

/**
 * What networks of one kind reached on several folds.
 *
 * @param kind of network
 * @param recipe how each was built and trained
 * @param folds the results, one per fold
 */
record FoldResults(GraphKind kind, GraphRecipe recipe, List<FoldResult> folds) {

  FoldResults {
    folds = List.copyOf(folds);
  }

  /**
   * Adds both protocols: the hold-out, in which a tenth of each training part chooses the epoch,
   * and the usual one of the literature, the one epoch at which the mean over the test parts is
   * best. The latter looks at the test parts.
   */
  void addTo(Figures figures) {
    String key = kind.name().toLowerCase(Locale.ROOT);
    Sample holdOut = Sample.of(folds, FoldResult::accuracy);
    Sample best = atBestEpoch();
    figures
        .add(key + "_accuracy", holdOut.mean(), key + ": accuracy, hold-out", "%.4f")
        .add(key + "_accuracy_deviation", holdOut.deviation(), key + ": its deviation", "%.4f")
        .add(key + "_best_epoch_accuracy", best.mean(), key + ": accuracy, best epoch", "%.4f")
        .add(key + "_best_epoch_deviation", best.deviation(), key + ": deviation of that", "%.4f")
        .add(key + "_seconds", seconds(), key + ": seconds of training", "%.1f");
    List<TicketResult> tickets =
        folds.stream().flatMap(fold -> Stream.ofNullable(fold.ticket())).toList();
    TicketResult.addTo(figures, key, tickets);
  }

  /** Returns the test accuracies after the one epoch at which their mean is highest. */
  private Sample atBestEpoch() {
    return IntStream.range(0, recipe.epochs())
        .mapToObj(epoch -> Sample.of(folds, fold -> fold.test().get(epoch)))
        .max(Comparator.comparingDouble(Sample::mean))
        .orElseThrow();
  }

  private double seconds() {
    return folds.stream().mapToDouble(FoldResult::seconds).sum();
  }
}
