package org.slth.dl4j.data.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class GraphDatasetTest {

  private static final Graph LABELLED = RandomGraphs.labelled(4, 0.5, 2);

  @Test
  void classesAreThoseUpToTheHighest() {
    GraphDataset dataset = GraphDataset.of("two", List.of(LABELLED, LABELLED.withLabel(0)));
    assertEquals(List.of("0", "1", "2"), dataset.classNames());
    assertArrayEquals(new int[] {2, 0}, dataset.labels());
    assertEquals(5, dataset.features());
    assertEquals(3, dataset.withoutAttributes().features());
    assertEquals(3, dataset.withoutAttributes().classes());
  }

  @Test
  void graphsMustAgree() {
    Graph other = RandomGraphs.plain(4, 0.5, 1);
    assertEquals(
        "expected 5 features, 3 node labels, 2 edge labels and classes below 3 in x,"
            + " got 0 features, 0 node labels, 0 edge labels and class 0 in graph 1",
        assertThrows(
                IllegalArgumentException.class,
                () -> GraphDataset.of("x", List.of(LABELLED, other)))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> GraphDataset.of("x", List.of(LABELLED), List.of("a", "b")),
        "class 2 has no name");
    assertEquals(
        "expected at least one graph in x, got none",
        assertThrows(IllegalArgumentException.class, () -> GraphDataset.of("x", List.of()))
            .getMessage());
  }
}
