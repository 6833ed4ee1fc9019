package org.slth.dl4j.training;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.slth.mask.MaskStrategy;
import org.slth.ticket.Mask;
import org.slth.ticket.MaskTicket;
import org.slth.ticket.MaskTicketArray;

/**
 * Describes effective weights by what was drawn, and finds out how: as drawn, as redrawn in some
 * round, or one magnitude with the signs of what was drawn.
 */
final class TicketReader {

  private final ParameterWeights array;
  private final Mask mask;
  private final int rounds;

  /**
   * Reads an array.
   *
   * @param rounds the last round in which weights may have been redrawn
   */
  TicketReader(ParameterWeights array, int rounds) {
    this.array = array;
    this.mask = array.mask();
    this.rounds = rounds;
  }

  /**
   * Returns the ticket of a network.
   *
   * @throws IllegalStateException if it has no masks, several seeds or laws, or trained weights
   */
  static MaskTicket read(NetworkMasks network) {
    Map<MaskScore, List<ParameterWeights>> arrays = network.started();
    MaskScore first = arrays.keySet().iterator().next();
    List<MaskTicketArray> read = new ArrayList<>();
    arrays.forEach(
        (score, group) -> {
          if (score.seed() != first.seed() || score.law() != first.law()) {
            throw new IllegalStateException(
                "a ticket has one seed and law, got layers with %d, %s and %d, %s"
                    .formatted(first.seed(), first.law(), score.seed(), score.law()));
          }
          boolean redrawn = score.strategy().reach() == MaskStrategy.Reach.REDRAWN;
          int rounds = redrawn ? network.step().iteration() : 0;
          group.forEach(array -> read.add(new TicketReader(array, rounds).read()));
        });
    return new MaskTicket(first.seed(), first.law(), read);
  }

  /**
   * Returns the ticket of the array.
   *
   * @throws IllegalStateException if a weight is neither
   */
  MaskTicketArray read() {
    NavigableMap<Integer, BitSet> redrawn = new TreeMap<>(); // by round
    boolean drawn = mask.indices().allMatch(i -> findRound(i, redrawn));
    float magnitude = drawn ? 0 : magnitude();
    int last = drawn && !redrawn.isEmpty() ? redrawn.lastKey() : 0;
    List<Mask> masks = new ArrayList<>();
    for (int round = 1; round <= last; round++) {
      masks.add(Mask.of(redrawn.getOrDefault(round, new BitSet()), mask.size()));
    }
    MaskedParameter parameter = array.parameter();
    List<MaskTicketArray.Run> runs = new ArrayList<>();
    int from = 0;
    for (var run : parameter.runs()) {
      runs.add(new MaskTicketArray.Run(run.length(), array.variance(from)));
      from += run.length();
    }
    return new MaskTicketArray(parameter.name(), parameter.number(), runs, mask, masks, magnitude);
  }

  private boolean findRound(int i, Map<Integer, BitSet> redrawn) {
    for (int round = 0; round <= rounds; round++) {
      if (array.effective(i) == array.drawn(i, round)) {
        redrawn.computeIfAbsent(round, key -> new BitSet()).set(i);
        return true;
      }
    }
    return false;
  }

  private float magnitude() {
    float magnitude = (float) Math.abs(array.effective(mask.indices().findFirst().orElseThrow()));
    boolean binary =
        mask.indices()
            .allMatch(i -> array.effective(i) == Math.copySign(magnitude, array.drawn(i, 0)));
    if (!binary) {
      throw new IllegalStateException(
          ("the weights of %s are not random numbers of seed %d any more: this strategy trains"
                  + " them, and a ticket holds masks only; save the network instead")
              .formatted(array.parameter().name(), array.seed()));
    }
    return magnitude;
  }
}
