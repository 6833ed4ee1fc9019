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

  /** The same, with at most one candidate kept for each problem. */
  public static final String ONE_CANDIDATE = "slth:one-candidate";

  /**
   * The first layer by two random ones, every other by one: the layer before it gives
   * <i>candidates</i> copies of every output, so that only the copies with <i>u</i> = 1 of the
   * uniform law exist, and the problems of a layer are those of its first copy of every output,
   * then of the second, and so on. The constant's copies are outputs of which only a bias of 1 is
   * left.
   */
  public static final String DEPTH_PLUS_ONE = "slth:depth-plus-one";

  /** Checks the construction and copies the list. */
  public SubsetSumTicket {
    if (construction.isBlank()) {
      throw new IllegalArgumentException(
          "expected the id of a construction, such as %s, got a blank".formatted(TWO_LAYERS));
    }
    layers = List.copyOf(layers);
  }

  /**
   * {@inheritDoc} Where copies are outputs of the layer before, they are no parameters of their
   * own.
   */
  @Override
  public long kept() {
    long copies = layers.stream().mapToLong(layer -> layer.copies().count()).sum();
    if (construction.equals(DEPTH_PLUS_ONE) && !layers.isEmpty()) {
      copies = layers.get(0).copies().count();
    }
    return copies + layers.stream().mapToLong(layer -> layer.coefficients().count()).sum();
  }
}
