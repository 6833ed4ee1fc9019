package org.slth.examples.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.Adam;
import org.slth.dl4j.data.graph.GraphArrays;
import org.slth.dl4j.data.graph.GraphInput;
import org.slth.dl4j.data.graph.GraphIterator;

/**
 * Seconds of one training epoch on PROTEINS (three order-2 layers) and on Cora (two graph
 * convolutions, 256 hidden), a line of JSON each. The scripts in {@code src/jmh/python} train the
 * same networks in PyTorch; {@code graph_epochs.sh} there runs both in turn.
 */
public final class GraphEpochs {

  private GraphEpochs() {}

  /**
   * Measures one of the two.
   *
   * @param args {@code proteins} or {@code cora}, the directory of data sets, warm-up epochs,
   *     epochs to measure
   */
  public static void main(String[] args) throws IOException {
    Path data = Path.of(args[1]);
    Runnable epoch = args[0].equals("proteins") ? proteins(data) : cora(data);
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      epoch.run();
    }
    int count = Integer.parseInt(args[3]);
    long begin = System.nanoTime();
    for (int i = 0; i < count; i++) {
      epoch.run();
    }
    double seconds = (System.nanoTime() - begin) * 1e-9 / count;
    System.out.printf(
        Locale.ROOT,
        "{\"system\": \"slth\", \"task\": \"%s\", \"seconds\": %.5f}%n",
        args[0],
        seconds);
  }

  private static Runnable proteins(Path data) throws IOException {
    GraphTask task = GraphTask.read(Optional.of(data.resolve("tudataset")), "PROTEINS", 1);
    GraphArrays arrays =
        new GraphArrays.Builder(
                task.dataset().withoutAttributes(), GraphInput.SIZES, GraphInput.PAIRS)
            .build();
    ComputationGraph network =
        new ComputationGraph(
            GraphNetwork.of(
                GraphKind.ORDER_2, arrays, new NetworkShape(32, 3, true, 0), new Adam(1e-3), 1));
    network.init();
    GraphIterator batches =
        new GraphIterator.Builder(arrays, arrays.dataset().indices())
            .batchSize(32)
            .maxRows(1 << 19)
            .shuffled(1)
            .build();
    return () -> network.fit(batches);
  }

  private static Runnable cora(Path data) throws IOException {
    NodeTask task = NodeTask.read(Optional.of(data.resolve("planetoid")), "cora");
    ComputationGraph network =
        task.network(new NetworkShape(256, 2, false, 0.5), new Adam(0.01), false, 1);
    return () -> task.fit(network);
  }
}
