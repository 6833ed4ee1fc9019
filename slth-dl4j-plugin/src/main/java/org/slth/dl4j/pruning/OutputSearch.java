package org.slth.dl4j.pruning;

import java.util.function.Supplier;
import org.deeplearning4j.nn.api.Model;
import org.slth.dl4j.internal.network.TargetNetwork;
import org.slth.search.SearchSettings;

/**
 * Searches until the output of the pruned network is within a tolerance, with smaller and smaller
 * tolerances of the coefficients.
 *
 * <p>A layer <i>f</i> of <i>P</i> coefficients that err by η errs by at most η √(2<i>P</i>) |x| for
 * bases of norm 1, and layers behind it let through the product of their norms. So the budget is
 * spent evenly if η is proportional to |<i>f</i>| / √<i>P</i>; with the Frobenius norm for
 * |<i>f</i>| that is the root of the mean square of the layer's coefficients. Their common factor
 * is found by searching: it starts with the tolerance of the options for the largest η, and shrinks
 * by what the output is off. For every factor of 1/2 all problems get one candidate more, by the
 * law that their number grows like log₂(1/η).
 */
final class OutputSearch {

  private static final int ROUNDS = 12;

  /** Slower, and luck decides; faster, and candidates are wasted. */
  private static final double SLOWEST = 0.5;

  private static final double FASTEST = 0x1p-8;

  /** Of the error that is left, so that the next search is likely to be the last one. */
  private static final double MARGIN = 0.8;

  private OutputSearch() {}

  /**
   * Searches once, or until the output is near enough if that is asked for. If it never is, what
   * was found last is returned, and its report says so.
   *
   * @param reader reads the target anew for each search
   */
  static <M extends Model> PrunedNetwork<M> prune(
      PruningOptions options, M target, Supplier<TargetNetwork<M>> reader) {
    if (options.output().isEmpty()) {
      return new NetworkSearch(options).prune(reader.get());
    }
    OutputTolerance asked = options.output().get();
    if (asked.isCertified()) { // refused before any work, if there is no bound
      PrunedNetwork<M> rough = new NetworkSearch(options.rough()).prune(reader.get());
      asked.error(target, rough.network(), rough.ticket());
    }
    PruningOptions now = options;
    for (int round = 1; ; round++) {
      PrunedNetwork<M> pruned = new NetworkSearch(now).prune(reader.get());
      double error = asked.error(target, pruned.network(), pruned.ticket());
      if (error <= asked.tolerance() || round == ROUNDS) {
        return pruned.with(new OutputReport(asked.tolerance(), error, asked.isCertified(), round));
      }
      double factor = Math.min(SLOWEST, MARGIN * asked.tolerance() / error);
      now = tighter(options, now, Math.max(FASTEST, factor), round);
    }
  }

  private static PruningOptions tighter(
      PruningOptions first, PruningOptions last, double factor, int round) {
    SearchSettings search = last.search();
    int more = (int) Math.ceil(-Math.log(factor) / Math.log(2));
    int most = search.choice().maximumCandidates();
    return last.with(
        last.tolerance() * factor,
        search.withCandidates(Math.min(most, search.candidates() + more)),
        first.checkpoints().map(directory -> directory.resolve("round-" + (round + 1))));
  }
}
