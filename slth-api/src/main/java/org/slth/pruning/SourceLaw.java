package org.slth.pruning;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.TicketLayer;

/**
 * The law of a random pair: U by the {@link CandidateLaw}, V uniform on (-scale, scale).
 *
 * @param law which numbers U holds
 * @param scale bound of V's coefficients
 * @param candidates for every input, the constant included, copies of the needed sign behind each
 *     of its problems
 */
public record SourceLaw(CandidateLaw law, double scale, List<Integer> candidates) {

  /**
   * Standard deviation of a candidate <i>uv</i> in units of the largest target. Less than about 0.9
   * and large targets are out of reach, more than about 1.3 and the sums lie too far apart.
   */
  private static final double SPREAD = 1.1;

  /** Copies the list. */
  public SourceLaw {
    candidates = List.copyOf(candidates);
  }

  /**
   * Returns the law with which the largest target of a layer stays in reach.
   *
   * @param candidates copies of the needed sign behind every problem
   */
  public static SourceLaw reaching(TargetLayer layer, CandidateLaw law, int candidates) {
    double largest = 0;
    for (int q = 0; q < layer.inputs(); q++) {
      for (double target : layer.targets(q)) {
        largest = Math.max(largest, Math.abs(target));
      }
    }
    double scale = largest > 0 ? law.scalePerDeviation() * SPREAD * largest : 1;
    return new SourceLaw(law, scale, Collections.nCopies(layer.inputs(), candidates));
  }

  /** Returns the law by which some inputs have one candidate more. */
  public SourceLaw wider(Set<Integer> inputs) {
    List<Integer> more =
        IntStream.range(0, candidates.size())
            .mapToObj(q -> candidates.get(q) + (inputs.contains(q) ? 1 : 0))
            .toList();
    return new SourceLaw(law, scale, more);
  }

  /** Returns the law of a layer that a ticket has. */
  public static SourceLaw of(TicketLayer layer) {
    return new SourceLaw(layer.law(), layer.scale(), layer.candidates());
  }
}
