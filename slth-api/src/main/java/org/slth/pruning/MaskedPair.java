package org.slth.pruning;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
  private final List<InputDraws> draws; // by input
  private final int[] shift; // of the coefficients behind each input

  /** Takes the weights of V. */
  @FunctionalInterface
  public interface Weights {

    /**
     * Takes a weight.
     *
     * @param coefficient one of those behind an input
     * @param place of its copy in {@link #copies}
     * @param weight not 0
     */
    void take(int coefficient, int place, float weight);
  }

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
    Map<Integer, List<Redraw>> redraws =
        ticket.redraws().stream().collect(Collectors.groupingBy(Redraw::block));
    draws =
        IntStream.range(0, layer.inputs())
            .mapToObj(q -> new InputDraws(pair, q, redraws.getOrDefault(q, List.of())))
            .toList();
    shift = new int[layer.inputs()];
  }

  private MaskedPair(MaskedPair whole, int[] shift) {
    this.pair = whole.pair;
    this.ticket = whole.ticket;
    this.index = whole.index;
    this.draws = whole.draws;
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
    List<Integer> candidates = Collections.nCopies(layer.inputs(), 1);
    SourceLaw law = new SourceLaw(CandidateLaw.PRODUCT, 1, candidates);
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
    int problem = shift[input] + coefficient;
    boolean kept = ticket.coefficients().keeps(index.coefficient(input, problem, copy));
    InputDraws behind = draws.get(input);
    SourceDraw draw = behind.of(problem, behind.isNegative(copy));
    return kept ? pair.v(draw, input, problem, copy) : 0;
  }

  /**
   * Gives the weights of V behind an input that are kept, of copies that are kept: much faster than
   * asking for each one, since only these are drawn. All others are 0.
   *
   * @param input one of the target's inputs
   * @param coefficients how many of the coefficients behind it, from the first on
   * @param taker takes the weights, coefficient by coefficient
   */
  public void weights(int input, int coefficients, Weights taker) {
    int[] places = places(input);
    Mask mask = ticket.coefficients();
    InputDraws behind = draws.get(input);
    int from = index.coefficient(input, shift[input], 0);
    int bit = mask.next(from);
    for (int j = 0; j < coefficients; j++) {
      int problem = shift[input] + j;
      SourceDraw positive = behind.of(problem, false);
      SourceDraw negative = behind.of(problem, true);
      for (; bit < from + places.length; bit = mask.next(bit + 1)) {
        int copy = bit - from;
        if (places[copy] >= 0) {
          SourceDraw draw = behind.isNegative(copy) ? negative : positive;
          taker.take(j, places[copy], pair.v(draw, input, problem, copy));
        }
      }
      from += places.length;
    }
  }

  /** Returns the place of every copy among those that are kept, or -1. */
  private int[] places(int input) {
    int[] places = new int[pair.copies(input)];
    int kept = 0;
    for (int t = 0; t < places.length; t++) {
      places[t] = ticket.copies().keeps(index.copy(input, t)) ? kept++ : -1;
    }
    return places;
  }
}
