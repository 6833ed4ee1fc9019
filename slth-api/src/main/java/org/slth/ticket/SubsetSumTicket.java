package org.slth.ticket;

import java.util.List;

/**
 * A ticket found by subset sums: pairs of random layers, each of which stands for one layer of a
 * target network.
 *
 * <p>With the architecture of the target network it determines the pruned network bit for bit. The
 * random numbers are those of {@link SourceDraw}: for layer <i>l</i> of the list and input
 * <i>q</i>,
 *
 * <pre>
 * u[q, t]            = law.first(draw(seed).stream(l).stream(0).stream(q).uniform(t))
 * v[q, j, t]         = scale * draw(seed).stream(l).stream(1).stream(q).uniform(j * m_q + t)
 * v[q, j, t], redraw = scale * draw(seed).stream(l).stream(1 + attempt).stream(q).uniform(j * m_q + t)
 * </pre>
 *
 * with the {@linkplain CandidateLaw law} and the scale of the layer, where a redraw (its attempt
 * counted from 1) replaces the copies of one sign of {@code u}.
 *
 * @param seed seed of all draws
 * @param construction which random network the masks prune, such as {@code slth:two-layers}
 * @param layers the pruned layers, from input to output
 */
public record SubsetSumTicket(long seed, String construction, List<TicketLayer> layers)
    implements Ticket {

  /** Two random layers for one, the construction of the formulas above. */
  public static final String TWO_LAYERS = "slth:two-layers";

  /** Checks the construction and copies the list. */
  public SubsetSumTicket {
    if (construction.isBlank()) {
      throw new IllegalArgumentException(
          "expected the id of a construction, such as %s, got a blank".formatted(TWO_LAYERS));
    }
    layers = List.copyOf(layers);
  }

  @Override
  public long kept() {
    return layers.stream().mapToLong(TicketLayer::kept).sum();
  }
}
