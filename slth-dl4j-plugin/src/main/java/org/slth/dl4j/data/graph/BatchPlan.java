package org.slth.dl4j.data.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.random.RandomGenerator;

/**
 * How an epoch is cut into batches.
 *
 * @param batchSize the most graphs a batch has
 * @param maxRows the most rows a batch has in its largest input, unless it is one graph
 * @param pool of how many batches the graphs are sorted by size; 1 for no sorting
 */
record BatchPlan(int batchSize, long maxRows, int pool) {

  BatchPlan {
    if (batchSize <= 0 || maxRows <= 0 || pool <= 0) {
      throw new IllegalArgumentException(
          String.format(
              "expected a positive batch size, number of rows and pool, got %d, %d and %d",
              batchSize, maxRows, pool));
    }
  }

  /** Returns the graphs in batches, in the order given. */
  List<int[]> inOrder(int[] graphs, IntToLongFunction rows) {
    List<int[]> batches = new ArrayList<>();
    int from = 0;
    long sum = 0;
    for (int i = 0; i < graphs.length; i++) {
      long next = rows.applyAsLong(graphs[i]);
      if (i > from && (i - from == batchSize || sum + next > maxRows)) {
        batches.add(Arrays.copyOfRange(graphs, from, i));
        from = i;
        sum = 0;
      }
      sum += next;
    }
    batches.add(Arrays.copyOfRange(graphs, from, graphs.length));
    return batches;
  }

  /**
   * Shuffles the graphs, sorts each pool of them by size, cuts, and shuffles the batches: a batch
   * has graphs of similar size, and yet others in each epoch.
   */
  List<int[]> shuffled(int[] graphs, IntToLongFunction rows, RandomGenerator random) {
    int[] order = graphs.clone();
    Permutations.shuffle(order, random);
    List<int[]> batches = new ArrayList<>();
    int step = (int) Math.min(order.length, (long) pool * batchSize);
    for (int from = 0; from < order.length; from += step) {
      int[] part = Arrays.copyOfRange(order, from, Math.min(order.length, from + step));
      batches.addAll(inOrder(pool == 1 ? part : sorted(part, rows), rows));
    }
    List<int[]> mixed = new ArrayList<>();
    for (int batch : Permutations.random(batches.size(), random)) {
      mixed.add(batches.get(batch));
    }
    return mixed;
  }

  private static int[] sorted(int[] graphs, IntToLongFunction rows) {
    return Arrays.stream(graphs)
        .boxed()
        .sorted(Comparator.comparingLong(rows::applyAsLong)) // stable
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
