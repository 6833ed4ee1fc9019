package org.slth.pruning;

import java.util.stream.IntStream;
import org.slth.ticket.SourceDraw;

/**
 * The random pair (U, V) behind one layer, before the subset sums: its numbers by index, as {@link
 * org.slth.ticket.SubsetSumTicket} specifies them.
 *
 * <p>Copies of an input are drawn until it has as many of each sign it needs as the law asks for;
 * that sets the hidden width. The data-free mask leaves of U the identity element of every such
 * copy and cuts what an input known to be non-negative can never send through (negative weights).
 */
public final class SourcePair {

  /** Which copies of an input pass a part of it: σ(ux) = u⁺ σ(x) + u⁻ σ(-x). */
  public enum Part {
    POSITIVE,
    NEGATIVE
  }

  private final SourceDraw draw;
  private final SourceLaw law;
  private final boolean signedInput;
  private final int[] copies;
  private final int[][] positive; // the usable copies of each input with u > 0
  private final int[][] negative; // and with u < 0

  /**
   * Draws the copies.
   *
   * @param draw the layer's stream
   * @param layer what the pair stands for
   * @param law of U and V, and candidates per problem
   * @param signedInput whether inputs other than the constant may be negative
   * @throws IllegalArgumentException if the law is of another number of inputs
   */
  public SourcePair(SourceDraw draw, TargetLayer layer, SourceLaw law, boolean signedInput) {
    this.draw = draw;
    this.law = law;
    this.signedInput = signedInput;
    if (law.candidates().size() != layer.inputs()) {
      throw new IllegalArgumentException(
          "expected candidates for %d inputs, the constant included, got %d numbers"
              .formatted(layer.inputs(), law.candidates().size()));
    }
    this.copies = new int[layer.inputs()];
    this.positive = new int[layer.inputs()][];
    this.negative = new int[layer.inputs()][];
    for (int q = 0; q < layer.inputs(); q++) {
      boolean constant = layer.hasConstant() && q == layer.inputs() - 1;
      drawCopies(q, law.candidates().get(q), signedInput && !constant);
    }
  }

  private void drawCopies(int q, int candidates, boolean signed) {
    positive[q] = new int[candidates];
    negative[q] = new int[signed ? candidates : 0];
    int above = 0;
    int below = 0;
    int t = 0;
    for (; above < positive[q].length || below < negative[q].length; t++) {
      if (u(q, t) > 0) {
        if (above < positive[q].length) {
          positive[q][above++] = t;
        }
      } else if (below < negative[q].length) {
        negative[q][below++] = t;
      }
    }
    copies[q] = t;
  }

  /** Returns the weight of the {@code t}-th copy of input {@code q}, in [-1, 1] and not 0. */
  public float u(int q, int t) {
    return law.law().first(draw.stream(0).stream(q).uniform(t));
  }

  /** Returns the stream of V behind an input, for one attempt; index {@code j * m_q + t}. */
  public SourceDraw coefficients(int q, int attempt) {
    return draw.stream(1L + attempt).stream(q);
  }

  /** Returns a coefficient of V from its stream. */
  public float v(SourceDraw coefficients, int q, int problem, int t) {
    return (float) (law.scale() * coefficients.uniform((long) problem * copies[q] + t));
  }

  /** Returns what it was drawn by. */
  public SourceLaw law() {
    return law;
  }

  /** Returns whether inputs other than the constant may be negative. */
  public boolean signedInput() {
    return signedInput;
  }

  /** Returns how many parameters the data-free mask leaves: usable copies, and V behind them. */
  public long maskedParameters(TargetLayer layer) {
    return IntStream.range(0, copies.length)
        .mapToLong(q -> usableCopies(q) * (1L + layer.problems(q)))
        .sum();
  }

  /** Returns how many copies the data-free mask leaves. */
  public long usableCopies() {
    return IntStream.range(0, copies.length).mapToLong(this::usableCopies).sum();
  }

  private long usableCopies(int q) {
    return (long) positive[q].length + negative[q].length;
  }

  /** Returns how many copies each input has; a fresh array. */
  public int[] copies() {
    return copies.clone();
  }

  /** Returns how many copies an input has. */
  public int copies(int q) {
    return copies[q];
  }

  /** Returns the copies behind a problem: all of one sign, as many as the law says or none. */
  public int[] usable(int q, Part part) {
    return (part == Part.POSITIVE ? positive : negative)[q].clone();
  }
}
