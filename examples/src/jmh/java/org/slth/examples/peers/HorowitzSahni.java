package org.slth.examples.peers;

import java.util.Arrays;
import org.slth.ticket.SubsetSumBatch;

/**
 * The control: meeting in the middle as the textbook has it, in doubles, two sorted arrays of half
 * sums and two pointers. It returns the smallest error only, so it does less than a solver.
 */
final class HorowitzSahni {

  private HorowitzSahni() {}

  static double leastError(SubsetSumBatch batch, int problem) {
    int half = batch.items() / 2;
    double[] low = sums(batch, problem, 0, half);
    double[] high = sums(batch, problem, half, batch.items());
    double target = batch.target(problem);
    double best = Double.POSITIVE_INFINITY;
    int i = 0;
    int j = high.length - 1;
    while (i < low.length && j >= 0) {
      double difference = low[i] + high[j] - target;
      best = Math.min(best, Math.abs(difference));
      if (difference > 0) {
        j--;
      } else {
        i++;
      }
    }
    return best;
  }

  private static double[] sums(SubsetSumBatch batch, int problem, int from, int to) {
    double[] sums = new double[1 << (to - from)];
    for (int t = from, m = 1; t < to; t++, m += m) {
      double x = batch.item(problem, t);
      for (int k = 0; k < m; k++) {
        sums[m + k] = sums[k] + x;
      }
    }
    Arrays.sort(sums);
    return sums;
  }
}
