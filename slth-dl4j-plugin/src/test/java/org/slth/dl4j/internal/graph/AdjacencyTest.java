package org.slth.dl4j.internal.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class AdjacencyTest {

  @Test
  void holdsTheArcsInBothOrders() {
    Random random = new Random(1);
    float[][] rows = new float[60][];
    for (int a = 0; a < rows.length; a++) {
      boolean padding = a % 9 == 0;
      rows[a] = padding ? new float[] {-1, -1} : new float[] {random.nextInt(7), random.nextInt(5)};
    }
    Adjacency arcs = Adjacency.of(Nd4j.createFromArray(rows), 7, 5);
    List<List<Integer>> expected = new ArrayList<>();
    for (float[] row : rows) {
      if (row[0] >= 0) {
        expected.add(List.of((int) row[0], (int) row[1]));
      }
    }
    expected.sort(
        Comparator.<List<Integer>>comparingInt(p -> p.get(0)).thenComparing(p -> p.get(1)));
    List<List<Integer>> forth = new ArrayList<>();
    for (int i = 0; i < arcs.targets(); i++) {
      for (int a = arcs.first(i); a < arcs.first(i) + arcs.degree(i); a++) {
        forth.add(List.of(i, arcs.source(a)));
      }
    }
    assertEquals(expected, forth);
    expected.sort(
        Comparator.<List<Integer>>comparingInt(p -> p.get(1)).thenComparing(p -> p.get(0)));
    List<List<Integer>> back = new ArrayList<>();
    for (int j = 0; j < arcs.sources(); j++) {
      for (int a = arcs.firstBack(j); a < arcs.firstBack(j + 1); a++) {
        back.add(List.of(arcs.target(a), j));
      }
    }
    assertEquals(expected, back, () -> Arrays.deepToString(rows));
  }
}
