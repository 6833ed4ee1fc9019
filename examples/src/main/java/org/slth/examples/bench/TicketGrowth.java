package org.slth.examples.bench;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.slth.ticket.Mask;
import org.slth.ticket.MaskTicket;
import org.slth.ticket.MaskTicketArray;
import org.slth.ticket.WeightLaw;

/** Making the weights of a ticket again, as they become more. */
final class TicketGrowth {

  private static final int LEAST = 1000;

  private TicketGrowth() {}

  static List<Series> series(long seed) {
    return List.of(
        new Series(
            "weights of a ticket",
            Series.Law.of(1),
            Series.Law.of(1),
            rebuild(LEAST, seed),
            IntStream.of(1_000_000, 3_000_000, 10_000_000, 30_000_000)
                .mapToObj(count -> new Series.Size(count, rebuild(count, seed)))
                .toList()));
  }

  private static Runnable rebuild(int count, long seed) {
    var run = new MaskTicketArray.Run(count, 2.0 / 784);
    long[] words = new SplittableRandom(1).longs((count + 63L) / 64).toArray();
    Mask half = Mask.of(BitSet.valueOf(words).get(0, count), count);
    var array = new MaskTicketArray("W", 0, List.of(run), half, List.of(), 0);
    var ticket = new MaskTicket(seed, WeightLaw.SIGNED_CONSTANT, List.of(array));
    return () -> ticket.weights(array);
  }
}
