package org.slth.examples.graph;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.data.graph.GraphArrays;
import org.slth.dl4j.data.graph.GraphDataset;
import org.slth.dl4j.data.graph.GraphIterator;

/**
 * What a random network in double precision makes of each graph of a family: one row of numbers, in
 * units of their spread over the family.
 */
final class Fingerprints {

  private static final long MAX_ROWS = 1 << 18;

  private final double[][] rows;

  private Fingerprints(double[][] rows) {
    this.rows = rows;
  }

  /** Returns the outputs of a random network for graphs and for the same graphs renumbered. */
  static Fingerprints[] of(GraphKind kind, GraphDataset graphs, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    GraphArrays arrays = kind.arrays(graphs).dataType(DataType.DOUBLE).build();
    ComputationGraph network = new ComputationGraph(GraphNetwork.fingerprint(kind, arrays, seed));
    network.init();
    excite(network, random);
    double[][] given = outputs(network, arrays);
    GraphDataset renumbered = graphs.map(graph -> graph.renumbered(random));
    double[][] others = outputs(network, kind.arrays(renumbered).dataType(DataType.DOUBLE).build());
    double[] unit = spread(given);
    return new Fingerprints[] {scaled(given, unit), scaled(others, unit)};
  }

  /** Triples the matrices and draws the biases, so that no activation is in its linear range. */
  private static void excite(ComputationGraph network, RandomGenerator random) {
    network
        .paramTable()
        .forEach(
            (name, values) -> {
              if (name.endsWith("_b")) {
                for (long i = 0; i < values.length(); i++) {
                  values.putScalar(i, 0.5 * random.nextGaussian());
                }
              } else {
                values.muli(3);
              }
            });
  }

  private static double[][] outputs(ComputationGraph network, GraphArrays arrays) {
    GraphIterator batches =
        new GraphIterator.Builder(arrays, arrays.dataset().indices()).maxRows(MAX_ROWS).build();
    double[][] rows = new double[arrays.dataset().size()][];
    int next = 0;
    while (batches.hasNext()) {
      INDArray output = network.output(false, batches.next().getFeatures())[0];
      for (double[] row : output.toDoubleMatrix()) {
        rows[next++] = row;
      }
    }
    return rows;
  }

  /** Returns the largest magnitude of each column, 1 for a column of zeros. */
  private static double[] spread(double[][] rows) {
    double[] spread = new double[rows[0].length];
    for (double[] row : rows) {
      for (int c = 0; c < row.length; c++) {
        spread[c] = Math.max(spread[c], Math.abs(row[c]));
      }
    }
    return Arrays.stream(spread).map(value -> value > 0 ? value : 1).toArray();
  }

  private static Fingerprints scaled(double[][] rows, double[] unit) {
    return new Fingerprints(
        Arrays.stream(rows)
            .map(row -> IntStream.range(0, row.length).mapToDouble(c -> row[c] / unit[c]).toArray())
            .toArray(double[][]::new));
  }

  /** Returns the number of graphs. */
  int size() {
    return rows.length;
  }

  /** Returns the first of a graph's numbers. */
  double key(int graph) {
    return rows[graph][0];
  }

  /** Returns the largest difference between two graphs. */
  double difference(int i, int j) {
    return difference(rows[i], rows[j]);
  }

  /** Returns the largest difference of one graph between these and others. */
  double difference(int graph, Fingerprints others) {
    return difference(rows[graph], others.rows[graph]);
  }

  private static double difference(double[] a, double[] b) {
    double largest = 0;
    for (int c = 0; c < a.length; c++) {
      largest = Math.max(largest, Math.abs(a[c] - b[c]));
    }
    return largest;
  }
}
