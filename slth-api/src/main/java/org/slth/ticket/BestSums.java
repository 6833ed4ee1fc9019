package org.slth.ticket;

import org.slth.ticket.lanes.LaneSums;
import org.slth.ticket.lanes.Lanes;

/**
 * Subsets of smallest error: many problems at a time in 32 bits where that is beyond doubt, and two
 * at a time in 64 bits where it is not, where problems are too few, or have too few items or too
 * many. So the answer to a problem does not depend on the way it is found.
 */
final class BestSums {

  private final SubsetSumBatch batch;
  private final Lanes lanes;
  private final long[] subsets;

  BestSums(SubsetSumBatch batch, Lanes lanes, long[] subsets) {
    this.batch = batch;
    this.lanes = lanes;
    this.subsets = subsets;
  }

  /** Writes the subsets of smallest error among the first {@code items} items of some problems. */
  void solve(int items, int[] problems) {
    int[] open = problems;
    int width = lanes.width(items, problems.length);
    if (items >= LaneSums.FEWEST_ITEMS
        && items <= LaneSums.MOST_ITEMS
        && problems.length >= width / 2) {
      open =
          new LaneSums(lanes, items, width)
              .solve(batch.values(), batch.items(), batch.targets(), problems, subsets);
    }
    if (open.length > 0) {
      var engine = new MeetInTheMiddle(batch, items);
      for (int i = 0; i < open.length; i += 2) {
        engine.solve(open[i], open[Math.min(i + 1, open.length - 1)], subsets);
      }
    }
  }
}
