package org.slth.dl4j.data.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Each array against a twin that goes through all nodes and tuples. */
class GraphArraysTest {

  private static final GraphDataset DATA =
      GraphDataset.of(
          "random",
          List.of(
              RandomGraphs.labelled(4, 0.6, 0),
              RandomGraphs.labelled(1, 0, 1),
              RandomGraphs.labelled(5, 0, 2),
              RandomGraphs.labelled(6, 0.5, 3)));

  private static final int[] ALL = {3, 1, 2, 0};

  private static final SetOptions LABELLED = SetOptions.DEFAULT.withNodeLabels(true);

  private static INDArray array(GraphDataset dataset, GraphInput input, int... graphs) {
    return new GraphArrays.Builder(dataset, input).sets(LABELLED).build().features(graphs)[0];
  }

  @Test
  void sizesAndNodes() {
    assertEquals(
        Nd4j.createFromArray(new float[][] {{6}, {1}, {5}, {4}}),
        array(DATA, GraphInput.SIZES, ALL));
    INDArray nodes = array(DATA, GraphInput.NODES, ALL);
    assertArrayEquals(new long[] {16, 5}, nodes.shape());
    int row = 0;
    for (int g : ALL) {
      for (int i = 0; i < DATA.graph(g).nodes(); i++, row++) {
        for (int c = 0; c < 5; c++) {
          assertEquals(DATA.graph(g).features().value(i, c), nodes.getFloat(row, c));
        }
      }
    }
  }

  @Test
  void nodesWithoutFeaturesAreOnes() {
    GraphDataset plain = GraphDataset.of("plain", List.of(RandomGraphs.plain(3, 1, 0)));
    assertEquals(Nd4j.ones(DataType.FLOAT, 3, 1), array(plain, GraphInput.NODES, 0));
    assertArrayEquals(new long[] {9, 1}, array(plain, GraphInput.PAIRS, 0).shape());
  }

  @Test
  void pairsHaveEdgesLabelsAndFeatures() {
    INDArray pairs = array(DATA, GraphInput.PAIRS, ALL);
    assertArrayEquals(new long[] {36 + 1 + 25 + 16, 1 + 2 + 5}, pairs.shape());
    int row = 0;
    for (int g : ALL) {
      int n = DATA.graph(g).nodes();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++, row++) {
          assertArrayEquals(
              entry(DATA.graph(g), i, j, i == j), pairs.getRow(row).toFloatVector(), "row " + row);
        }
      }
    }
  }

  @Test
  void triplesRepeatPairsAndHaveFeaturesOnTheDiagonal() {
    INDArray triples = array(DATA, GraphInput.TRIPLES, ALL);
    assertArrayEquals(new long[] {216 + 1 + 125 + 64, 1 + 2 + 5}, triples.shape());
    int row = 0;
    for (int g : ALL) {
      int n = DATA.graph(g).nodes();
      for (int ijk = 0; ijk < n * n * n; ijk++, row++) {
        int i = ijk / n / n;
        int j = ijk / n % n;
        assertArrayEquals(
            entry(DATA.graph(g), i, j, i == j && j == ijk % n),
            triples.getRow(row).toFloatVector(),
            "row " + row);
      }
    }
  }

  private static float[] entry(Graph graph, int i, int j, boolean diagonal) {
    float[] entry = new float[8];
    for (int arc = 0; arc < graph.arcs(); arc++) {
      if (graph.target(arc) == i && graph.source(arc) == j) {
        entry[0] = 1;
        entry[1 + graph.edgeLabel(arc)] = 1;
      }
    }
    for (int c = 0; diagonal && c < 5; c++) {
      entry[3 + c] = graph.features().value(i, c);
    }
    return entry;
  }

  @Test
  void numbersOfNodesAndSetsRunOn() {
    for (GraphInput edges : List.of(GraphInput.EDGES, GraphInput.SET_EDGES_2)) {
      INDArray batch = array(DATA, edges, 3, 1, 0);
      INDArray first = array(DATA, edges, 3);
      INDArray last = array(DATA, edges, 0);
      int shift = edges == GraphInput.EDGES ? 6 + 1 : 15;
      assertEquals(Nd4j.vstack(first, last.add(shift)), batch);
    }
    INDArray members = array(DATA, GraphInput.SET_MEMBERS_3, 3, 1, 0);
    INDArray expected =
        Nd4j.vstack(
            array(DATA, GraphInput.SET_MEMBERS_3, 3),
            array(DATA, GraphInput.SET_MEMBERS_3, 0).addRowVector(Nd4j.createFromArray(20f, 7f)));
    assertEquals(expected, members);
  }

  @Test
  void setsAreThoseOfTheirGraph() {
    NodeSets sets = NodeSets.of(DATA.graph(3), 3, LABELLED);
    INDArray members = array(DATA, GraphInput.SET_MEMBERS_3, 3);
    INDArray types = array(DATA, GraphInput.SET_TYPES_3, 3);
    INDArray edges = array(DATA, GraphInput.SET_EDGES_3, 3);
    assertArrayEquals(new long[] {60, 2}, members.shape());
    assertArrayEquals(new long[] {20, 4 + 9}, types.shape());
    for (int s = 0; s < 20; s++) {
      for (int m = 0; m < 3; m++) {
        assertEquals(s, members.getInt(3 * s + m, 0));
        assertEquals(sets.member(s, m), members.getInt(3 * s + m, 1));
      }
      assertEquals(1, types.getInt(s, sets.edges(s)));
      assertEquals(4, types.getRow(s).sumNumber().intValue(), "one shape, three labels");
    }
    assertEquals(sets.arcs(), edges.rows());
    for (int a = 0; a < sets.arcs(); a++) {
      assertEquals(sets.target(a), edges.getInt(a, 0));
      assertEquals(sets.source(a), edges.getInt(a, 1));
    }
    assertEquals(
        Nd4j.createFromArray(new float[][] {{15}, {0}, {10}, {6}}),
        array(DATA, GraphInput.SET_SIZES_2, ALL));
  }

  @Test
  void whatIsMissingIsOneRow() {
    for (GraphInput input : List.of(GraphInput.SET_EDGES_2, GraphInput.SET_MEMBERS_3)) {
      assertEquals(
          Nd4j.createFromArray(new float[][] {{-1, -1}}), array(DATA, input, 1), input.toString());
    }
    assertEquals(
        Nd4j.createFromArray(new float[][] {{-1, -1}}), array(DATA, GraphInput.EDGES, 1, 2));
    assertEquals(Nd4j.zeros(DataType.FLOAT, 1, 8), array(DATA, GraphInput.SET_TYPES_2, 1));
    assertEquals(Nd4j.zeros(DataType.FLOAT, 1, 1), array(DATA, GraphInput.SET_SIZES_3, 1));
  }

  /** A batch of one graph is a part of the batch of all: nothing leaks from graph to graph. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*(EDGES|MEMBERS).*")
  void rowsDependOnTheirGraphAlone(GraphInput input) {
    INDArray all = array(DATA, input, ALL);
    INDArray alone = array(DATA, input, 3);
    assertEquals(alone, all.get(NDArrayIndex.interval(0, alone.rows()), NDArrayIndex.all()));
  }

  @Test
  void permutingAGraphPermutesItsPairs() {
    int[] p = {2, 0, 3, 1};
    GraphDataset two = GraphDataset.of("two", List.of(DATA.graph(0), DATA.graph(0).permuted(p)));
    INDArray pairs = array(two, GraphInput.PAIRS, 0);
    INDArray moved = array(two, GraphInput.PAIRS, 1);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        assertEquals(pairs.getRow(4 * i + j), moved.getRow(4 * p[i] + p[j]));
      }
    }
    assertNotEquals(pairs, moved);
  }

  @Test
  void batchesKeepTheOrderOfTheInputsAndHaveOneHotLabels() {
    GraphArrays arrays =
        new GraphArrays.Builder(DATA, GraphInput.SIZES, GraphInput.PAIRS, GraphInput.EDGES)
            .dataType(DataType.DOUBLE)
            .build();
    MultiDataSet batch = arrays.batch(ALL);
    assertEquals(3, batch.numFeatureArrays());
    assertEquals(array(DATA, GraphInput.PAIRS, ALL).castTo(DataType.DOUBLE), batch.getFeatures(1));
    assertEquals(
        Nd4j.createFromArray(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 0, 0}}),
        batch.getLabels(0));
    assertEquals(8, arrays.channels(GraphInput.PAIRS));
    assertEquals(2, arrays.channels(GraphInput.SET_TYPES_2));
    assertEquals(36, arrays.rows(3));
  }

  @Test
  void equalGraphsGiveEqualArraysWheneverAsked() {
    GraphArrays arrays =
        new GraphArrays.Builder(DATA, GraphInput.SET_EDGES_3, GraphInput.PAIRS).build();
    INDArray[] first = arrays.features(3, 0);
    assertEquals(List.of(first), Arrays.asList(arrays.features(3, 0)), "sets come from memory now");
  }

  @Test
  void mistakesAreNamed() {
    GraphArrays arrays = new GraphArrays.Builder(DATA, GraphInput.PAIRS).build();
    assertEquals(
        "expected at least one graph, got none",
        assertThrows(IllegalArgumentException.class, arrays::batch).getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> arrays.batch(4));
    assertEquals(
        "expected at least one input, got none",
        assertThrows(IllegalArgumentException.class, () -> new GraphArrays.Builder(DATA))
            .getMessage());
    GraphDataset large = GraphDataset.of("large", List.of(new GraphBuilder(2000).build()));
    GraphArrays triples = new GraphArrays.Builder(large, GraphInput.TRIPLES).build();
    assertEquals(
        "expected a batch of less than 2³¹ numbers and 2²⁴ numbered rows, got 8000000000 rows of 1:"
            + " take fewer graphs at a time",
        assertThrows(IllegalArgumentException.class, () -> triples.batch(0)).getMessage());
  }
}
