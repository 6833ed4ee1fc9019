package org.slth.dl4j.data.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class GraphIteratorTest {

  /** Graph g has g + 1 nodes: its size is its name. */
  private static final GraphDataset DATA =
      GraphDataset.of(
          "sizes", IntStream.range(0, 50).mapToObj(g -> new GraphBuilder(g + 1).build()).toList());

  private static final GraphArrays PAIRS =
      new GraphArrays.Builder(DATA, GraphInput.SIZES, GraphInput.PAIRS).build();

  private static List<int[]> epoch(GraphIterator iterator) {
    List<int[]> batches = new ArrayList<>();
    while (iterator.hasNext()) {
      INDArray sizes = iterator.next().getFeatures(0);
      batches.add(Arrays.stream(sizes.toIntVector()).map(n -> n - 1).toArray());
    }
    return batches;
  }

  private static int[] flat(List<int[]> batches) {
    return batches.stream().flatMapToInt(Arrays::stream).toArray();
  }

  private static GraphIterator.Builder builder() {
    return new GraphIterator.Builder(PAIRS, DATA.indices()).batchSize(8).maxRows(10_000);
  }

  @Test
  void withoutShufflingTheOrderIsTheOneGiven() {
    GraphIterator iterator = new GraphIterator.Builder(PAIRS, 5, 3, 9, 1).batchSize(3).build();
    assertArrayEquals(new int[] {5, 3, 9, 1}, flat(epoch(iterator)));
    iterator.reset();
    List<int[]> again = epoch(iterator);
    assertArrayEquals(new int[] {5, 3, 9}, again.get(0));
    assertEquals(2, again.size());
  }

  @Test
  void everyGraphComesOnceInAnEpochAndBatchesKeepTheirBounds() {
    GraphIterator iterator = builder().shuffled(1).build();
    for (int e = 0; e < 5; e++) {
      List<int[]> batches = epoch(iterator);
      assertArrayEquals(DATA.indices(), Arrays.stream(flat(batches)).sorted().toArray());
      for (int[] batch : batches) {
        long rows = Arrays.stream(batch).mapToLong(PAIRS::rows).sum();
        assertTrue(batch.length <= 8 && rows <= 10_000, () -> batch.length + ", " + rows);
      }
      assertEquals(batches.size(), iterator.batches());
      iterator.reset();
    }
  }

  @Test
  void aGraphOverTheBoundIsABatchOfItsOwn() {
    GraphIterator iterator = builder().maxRows(1000).shuffled(3).build();
    List<int[]> batches = epoch(iterator);
    assertArrayEquals(DATA.indices(), Arrays.stream(flat(batches)).sorted().toArray());
    for (int[] batch : batches) {
      boolean large = Arrays.stream(batch).anyMatch(g -> PAIRS.rows(g) > 1000);
      assertTrue(!large || batch.length == 1, () -> Arrays.toString(batch));
    }
  }

  @Test
  void epochsDifferAndTheSeedFixesThem() {
    GraphIterator iterator = builder().shuffled(1).build();
    GraphIterator same = builder().shuffled(1).build();
    GraphIterator other = builder().shuffled(2).build();
    int[] first = flat(epoch(iterator));
    assertArrayEquals(first, flat(epoch(same)));
    assertFalse(Arrays.equals(first, flat(epoch(other))));
    iterator.reset();
    same.reset();
    int[] second = flat(epoch(iterator));
    assertArrayEquals(second, flat(epoch(same)));
    assertFalse(Arrays.equals(first, second));
  }

  @Test
  void aResetBeforeTheFirstBatchStaysInTheEpoch() {
    GraphIterator iterator = builder().shuffled(1).build();
    GraphIterator twice = builder().shuffled(1).build();
    twice.reset();
    twice.reset();
    assertArrayEquals(flat(epoch(iterator)), flat(epoch(twice)));
    assertFalse(iterator.hasNext());
    assertEquals(
        "the epoch is over: call reset()",
        assertThrows(NoSuchElementException.class, iterator::next).getMessage());
    assertThrows(UnsupportedOperationException.class, () -> twice.next(3));
  }

  /** The spread of sizes within batches: nearly none, some, and that of random samples. */
  @Test
  void poolsMakeBatchesOfSimilarGraphs() {
    double sorted = spread(builder().shuffled(1).pool(100).build());
    double pooled = spread(builder().shuffled(1).pool(3).build());
    double random = spread(builder().shuffled(1).pool(1).build());
    assertTrue(sorted <= 8, () -> "spread " + sorted);
    assertTrue(sorted < pooled && 2 * pooled < random, () -> pooled + ", " + random);
  }

  private static double spread(GraphIterator iterator) {
    return epoch(iterator).stream()
        .mapToInt(b -> Arrays.stream(b).max().orElse(0) - Arrays.stream(b).min().orElse(0))
        .average()
        .orElse(Double.NaN);
  }

  @Test
  void batchesAreNotInOrderOfSize() {
    GraphIterator iterator = builder().shuffled(1).pool(100).build();
    int[] order = flat(epoch(iterator));
    assertNotEquals(
        Arrays.stream(order).boxed().toList(), Arrays.stream(order).sorted().boxed().toList());
  }

  @Test
  void mistakesAreNamed() {
    assertEquals(
        "expected a positive batch size, number of rows and pool, got 0, 10000 and 8",
        assertThrows(IllegalArgumentException.class, () -> builder().batchSize(0).build())
            .getMessage());
    assertEquals(
        "expected at least one graph, got none",
        assertThrows(IllegalArgumentException.class, () -> new GraphIterator.Builder(PAIRS))
            .getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> new GraphIterator.Builder(PAIRS, 50));
  }
}
