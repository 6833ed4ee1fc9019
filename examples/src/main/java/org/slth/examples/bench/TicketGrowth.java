package org.slth.examples.bench;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.slth.ticket.Mask;
import org.slth.ticket.MaskTicket;
import org.slth.ticket.MaskTicketArray;
import org.slth.ticket.WeightLaw;

/** Making the weights of a ticket again, as they become more. Memory is what Java allocates. */
final class TicketGrowth {

  private TicketGrowth() {}

  static List<Series> series(long seed) {
    return List.of(
        new Series(
            "weights of a ticket",
            1,
            1,
            IntStream.of(100_000, 1_000_000, 10_000_000, 50_000_000)
                .mapToObj(count -> size(count, seed))
                .toList()));
  }

  private static Series.Size size(int count, long seed) {
    var run = new MaskTicketArray.Run(count, 2.0 / 784);
    long[] words = new SplittableRandom(1).longs((count + 63L) / 64).toArray();
    Mask half = Mask.of(BitSet.valueOf(words).get(0, count), count);
    var array = new MaskTicketArray("W", 0, List.of(run), half, List.of(), 0);
    var ticket = new MaskTicket(seed, WeightLaw.SIGNED_CONSTANT, List.of(array));
    return new Series.Size(
        count,
        () -> ticket.weights(array),
        () -> {
          long before = GraphGrowth.allocated();
          ticket.weights(array);
          return GraphGrowth.allocated() - before;
        });
  }
}
