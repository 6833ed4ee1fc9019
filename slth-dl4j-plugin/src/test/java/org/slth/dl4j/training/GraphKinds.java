package org.slth.dl4j.training;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.graph.GraphIsomorphism;
import org.slth.dl4j.graph.KOrderLayer;
import org.slth.dl4j.graph.MessagePassing;
import org.slth.dl4j.graph.Propagation;

/** The kinds of networks on graphs. */
final class GraphKinds {

  private static final int HIDDEN = 10;

  private GraphKinds() {}

  static Stream<Kind> all() {
    return Stream.of(
        messages("graph convolution", new MessagePassing.Builder(6, HIDDEN).gcn().build()),
        messages(
            "1-GNN", new MessagePassing.Builder(6, HIDDEN).graphConv(Propagation.MEAN).build()),
        messages("graph isomorphism", new GraphIsomorphism.Builder(6, HIDDEN).build()),
        tensors());
  }

  /** Nodes are told apart on one graph. */
  private static Kind messages(String name, GraphVertex first) {
    return new Kind(
        name,
        updater ->
            network(
                Masks.configuration(updater)
                    .graphBuilder()
                    .addInputs("nodes", "edges")
                    .addVertex("first", first.clone(), "nodes", "edges")),
        nodes(),
        List.of("first_W", "out_W"));
  }

  /** Nodes are told apart by what stands on the diagonal of pairs. */
  private static Kind tensors() {
    return new Kind(
        "graph tensors",
        updater ->
            network(
                Masks.configuration(updater)
                    .graphBuilder()
                    .addInputs("sizes", "pairs")
                    .addVertex(
                        "first",
                        new KOrderLayer.Builder(2, 1, 6, HIDDEN).build(),
                        "pairs",
                        "sizes")),
        pairs(),
        List.of("first_W", "out_W"));
  }

  private static ComputationGraph network(GraphBuilder builder) {
    OutputLayer output = Masks.output();
    output.setNIn(HIDDEN);
    ComputationGraph network =
        new ComputationGraph(
            builder
                .addLayer(
                    "relu",
                    new ActivationLayer.Builder().activation(Activation.RELU).build(),
                    "first")
                .addLayer("out", output, "relu")
                .setOutputs("out")
                .build());
    network.init();
    return network;
  }

  /** Each node has two neighbours of its class. */
  private static MultiDataSet nodes() {
    DataSet rows = Masks.data();
    int n = (int) rows.getFeatures().size(0);
    Random random = new Random(3);
    int[] classes = rows.getLabels().argMax(1).toIntVector();
    INDArray edges = Nd4j.zeros(2L * n, 2);
    for (int i = 0; i < 2 * n; i++) {
      int target = i / 2;
      int source = random.nextInt(n);
      while (classes[source] != classes[target]) {
        source = random.nextInt(n);
      }
      edges.putScalar(i, 0, target);
      edges.putScalar(i, 1, source);
    }
    return new MultiDataSet(
        new INDArray[] {rows.getFeatures(), edges}, new INDArray[] {rows.getLabels()});
  }

  /** Graphs of 4 nodes each. */
  private static MultiDataSet pairs() {
    DataSet rows = Masks.data();
    int n = (int) rows.getFeatures().size(0);
    INDArray pairs = Nd4j.zeros(4L * n, 6);
    for (int i = 0; i < n; i++) {
      pairs.putRow(4L * i + i % 4, rows.getFeatures().getRow(i));
    }
    INDArray sizes = Nd4j.valueArrayOf(new long[] {n / 4, 1}, 4.0).castTo(pairs.dataType());
    return new MultiDataSet(new INDArray[] {sizes, pairs}, new INDArray[] {rows.getLabels()});
  }
}
