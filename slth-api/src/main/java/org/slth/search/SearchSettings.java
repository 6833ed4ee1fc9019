package org.slth.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.slth.pruning.SourceLaw;
import org.slth.pruning.TargetLayer;
import org.slth.ticket.CandidateLaw;

/**
 * How the layers of a network are searched.
 *
 * @param choice what chooses among the candidates of a problem
 * @param law the law of the candidates
 * @param candidates how many each problem has; in an adaptive search the most that it may have
 * @param attempts how often the candidates of a problem may be drawn, at least once, before its
 *     best choice is taken
 * @param adaptive whether each input has the fewest candidates with which all of its problems are
 *     within the tolerance
 */
public record SearchSettings(
    CandidateChoice choice, CandidateLaw law, int candidates, int attempts, boolean adaptive) {

  /** Checks the numbers. */
  public SearchSettings {
    if (candidates < 1) {
      throw new IllegalArgumentException("candidates must be at least 1, got " + candidates);
    }
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be at least 1, got " + attempts);
    }
    if (candidates > choice.maximumCandidates()) {
      throw new IllegalArgumentException(
          "%s takes at most %d candidates, got %d"
              .formatted(choice.id(), choice.maximumCandidates(), candidates));
    }
  }

  /** Returns the same with another number of candidates. */
  public SearchSettings withCandidates(int candidates) {
    return new SearchSettings(choice, law, candidates, attempts, adaptive);
  }

  /** Returns the same under another law. */
  public SearchSettings withLaw(CandidateLaw law) {
    return new SearchSettings(choice, law, candidates, attempts, adaptive);
  }

  /**
   * Returns the law that a layer starts with. In an adaptive search an input has as few candidates
   * as there can be: below log₂(|λ| / tolerance) there are fewer subsets than values to tell apart
   * within ±|λ|, its largest coefficient.
   *
   * @param tolerance the coefficient error that is asked for
   */
  SourceLaw law(TargetLayer layer, double tolerance) {
    SourceLaw law = SourceLaw.reaching(layer, this.law, candidates);
    if (!adaptive) {
      return law;
    }
    List<Integer> least =
        IntStream.range(0, layer.inputs())
            .mapToObj(q -> least(layer.targets(q), tolerance))
            .toList();
    return new SourceLaw(law.law(), law.scale(), least);
  }

  private int least(double[] targets, double tolerance) {
    double largest = Arrays.stream(targets).map(Math::abs).max().orElse(0);
    double least = Math.ceil(Math.log(largest / tolerance) / Math.log(2));
    return (int) Math.min(candidates, Math.max(1, least));
  }
}
