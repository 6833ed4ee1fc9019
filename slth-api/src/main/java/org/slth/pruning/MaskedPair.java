package org.slth.pruning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.Mask;
import org.slth.ticket.Redraw;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.TicketLayer;

/**
 * What a ticket keeps of a random pair (U, V): the hidden copies still in use and their weights.
 * Inputs and coefficients are numbered as by {@link TargetLayer}.
 */
public final class MaskedPair {

  private final SourcePair pair;
  private final TicketLayer ticket;
  private final PairIndex index;
  private final Map<Problem, Integer> attempts = new HashMap<>();
  private final Map<Integer, List<Redraw>> redraws = new HashMap<>(); // by input
  private final SourceDraw[] firstDraw;
  private final int[] shift; // of the coefficients behind each input

  private record Problem(int input, boolean negative, int problem) {}

  /**
   * Applies the masks of a ticket.
   *
   * @param layer what the pair stands for
   * @param pair the pair as it was drawn
   * @param ticket its masks and redraws
   * @throws IllegalArgumentException if the masks are not as large as the pair
   */
  public MaskedPair(TargetLayer layer, SourcePair pair, TicketLayer ticket) {
    this.pair = pair;
    this.ticket = ticket;
    this.index = new PairIndex(layer, pair);
    if (ticket.copies().size() != index.copies()
        || ticket.coefficients().size() != index.coefficients()) {
      throw new IllegalArgumentException(
          "the ticket of %s has masks of %d copies and %d coefficients, the network needs %d and %d"
              .formatted(
                  ticket.name(),
                  ticket.copies().size(),
                  ticket.coefficients().size(),
                  index.copies(),
                  index.coefficients()));
    }
    for (Redraw r : ticket.redraws()) {
      attempts.put(new Problem(r.block(), r.negative(), r.problem()), r.attempt());
      redraws.computeIfAbsent(r.block(), input -> new ArrayList<>()).add(r);
    }
    firstDraw =
        IntStream.range(0, layer.inputs())
            .mapToObj(q -> pair.coefficients(q, 0))
            .toArray(SourceDraw[]::new);
    shift = new int[layer.inputs()];
  }

  private MaskedPair(MaskedPair whole, int[] shift) {
    this.pair = whole.pair;
    this.ticket = whole.ticket;
    this.index = whole.index;
    this.attempts.putAll(whole.attempts);
    this.redraws.putAll(whole.redraws);
    this.firstDraw = whole.firstDraw;
    this.shift = shift;
  }

  /**
   * Returns the part of this pair whose coefficients begin at others, over the same copies.
   *
   * @param first for every input, which coefficient of this pair is number 0 of the part
   */
  public MaskedPair from(int... first) {
    return new MaskedPair(this, first.clone());
  }

  /** Returns some pair for a layer, of which nothing is kept. */
  public static MaskedPair nothing(TargetLayer layer) {
    SourceLaw law = SourceLaw.reaching(layer, CandidateLaw.PRODUCT, 1);
    SourcePair pair = new SourcePair(SourceDraw.of(0), layer, law, false);
    PairIndex index = new PairIndex(layer, pair);
    Mask copies = Mask.none(index.copies());
    Mask coefficients = Mask.none(index.coefficients());
    TicketLayer masks =
        new TicketLayer(
            "",
            law.law(),
            law.scale(),
            law.candidates(),
            false,
            1,
            copies,
            coefficients,
            List.of());
    return new MaskedPair(layer, pair, masks);
  }

  /** Returns the copies of an input that are kept, in ascending order. */
  public List<Integer> copies(int input) {
    return IntStream.range(0, pair.copies(input))
        .filter(t -> ticket.copies().keeps(index.copy(input, t)))
        .boxed()
        .toList();
  }

  /** Returns the weight of a copy in U. */
  public float u(int input, int copy) {
    return pair.u(input, copy);
  }

  /**
   * Returns a weight of a copy in V, 0 where the mask cuts it.
   *
   * @param input one of the target's inputs
   * @param coefficient one of the coefficients behind it
   * @param copy one of its copies
   */
  public float v(int input, int coefficient, int copy) {
    return weight(input, shift[input] + coefficient, copy);
  }

  /**
   * Returns the weights of all copies in V, 0 where the mask cuts them: {@code v(input, j, t)} at
   * {@code j m + t}, for all <i>m</i> copies that were drawn, kept or not. Much faster than one by
   * one.
   *
   * @param input one of the target's inputs
   * @param coefficients how many of the coefficients behind it, from the first on
   * @return a fresh array
   */
  public float[] v(int input, int coefficients) {
    int first = shift[input];
    float[] weights = pair.v(input, 0, first, coefficients);
    for (Redraw redraw : redraws.getOrDefault(input, List.of())) {
      int problem = redraw.problem() - first;
      if (problem >= 0 && problem < coefficients) {
        redraw(redraw, weights, problem);
      }
    }
    if (coefficients > 0) {
      ticket.coefficients().apply(weights, index.coefficient(input, first, 0));
    }
    return weights;
  }

  /** Replaces the copies of one sign behind a problem. */
  private void redraw(Redraw redraw, float[] weights, int problem) {
    int input = redraw.block();
    float[] drawn = pair.v(input, redraw.attempt(), redraw.problem(), 1);
    for (int t = 0; t < drawn.length; t++) {
      if (u(input, t) < 0 == redraw.negative()) {
        weights[problem * drawn.length + t] = drawn[t];
      }
    }
  }

  /** Returns how many copies of an input were drawn, kept or not. */
  public int drawnCopies(int input) {
    return pair.copies(input);
  }

  private float weight(int input, int coefficient, int copy) {
    if (!ticket.coefficients().keeps(index.coefficient(input, coefficient, copy))) {
      return 0;
    }
    int attempt =
        attempts.isEmpty()
            ? 0
            : attempts.getOrDefault(new Problem(input, u(input, copy) < 0, coefficient), 0);
    SourceDraw stream = attempt == 0 ? firstDraw[input] : pair.coefficients(input, attempt);
    return pair.v(stream, input, coefficient, copy);
  }
}
