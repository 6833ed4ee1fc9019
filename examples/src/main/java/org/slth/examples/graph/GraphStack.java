package org.slth.examples.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.slth.dl4j.data.graph.GraphInput;
import org.slth.dl4j.graph.GraphReadout;
import org.slth.dl4j.graph.Readout;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.group.FiniteGroup;
import org.slth.representation.FieldType;

/** A graph network under construction: every layer takes what came last, unless told otherwise. */
final class GraphStack {

  /** Channels have no symmetry of their own. */
  private static final FiniteGroup NONE = FiniteGroup.named("C1");

  private final GraphBuilder graph;
  private final NetworkShape shape;
  private final Activation activation;
  private final List<String> readouts = new ArrayList<>();
  private String last = "";
  private int channels;
  private int readoutChannels;
  private int count;

  GraphStack(GraphBuilder graph, NetworkShape shape, Activation activation) {
    this.graph = graph;
    this.shape = shape;
    this.activation = activation;
  }

  /** Returns the name of what came last. */
  String last() {
    return last;
  }

  /** Returns the number of its channels. */
  int channels() {
    return channels;
  }

  /** Goes on from an input or a layer, whose number of channels is given. */
  void start(String from, int width) {
    last = from;
    channels = width;
  }

  /** Adds a vertex on what came last, and the structure of the batch. */
  void vertex(GraphVertex vertex, int width, GraphInput... structure) {
    add(
        vertex.getClass().getSimpleName(),
        vertex,
        width,
        Stream.concat(Stream.of(last), Arrays.stream(structure).map(GraphInput::name))
            .toArray(String[]::new));
  }

  /** Adds a vertex of so many channels on some inputs or layers. */
  void add(String name, GraphVertex vertex, int width, String... from) {
    last = numbered(name);
    channels = width;
    graph.addVertex(last, vertex, from);
  }

  /** Adds a linear map of every row. */
  void dense(int nOut) {
    layer(
        "dense",
        new DenseLayer.Builder()
            .nIn(channels)
            .nOut(nOut)
            .activation(Activation.IDENTITY)
            .hasBias(!shape.normalize())
            .build());
    channels = nOut;
  }

  /** Adds batch normalisation, if wanted, and the activation. */
  void activated() {
    if (shape.normalize()) {
      layer(
          "normalized",
          new FieldBatchNormalization.Builder(FieldType.trivial(NONE, channels)).build());
    }
    layer("activated", new ActivationLayer(activation));
  }

  private void layer(String name, Layer layer) {
    String from = last;
    last = numbered(name);
    graph.addLayer(last, layer, from);
  }

  private String numbered(String name) {
    return name + "-" + ++count;
  }

  /** Sums what came last over each graph; the next layer goes on from what came last. */
  void readout(GraphInput sizes) {
    String features = last;
    GraphVertex sum = new GraphReadout.Builder(1, Readout.SUM).build();
    add("sum", sum, channels, last, sizes.name());
    readouts.add(last);
    readoutChannels += channels;
    last = features;
  }

  /** Returns the network whose output are all readouts side by side. */
  ComputationGraphConfiguration features() {
    merged();
    return graph.setOutputs(last).build();
  }

  /** Returns the network with a perceptron on all readouts, which sorts graphs into classes. */
  ComputationGraphConfiguration head(int classes) {
    merged();
    dense(2 * shape.width());
    activated();
    if (shape.dropout() > 0) {
      layer("dropout", new DropoutLayer.Builder(1 - shape.dropout()).build());
    }
    OutputLayer output =
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nIn(channels)
            .nOut(classes)
            .activation(Activation.SOFTMAX)
            .build();
    return graph.addLayer("classes", output, last).setOutputs("classes").build();
  }

  private void merged() {
    start(readouts.get(0), readoutChannels);
    if (readouts.size() > 1) {
      add("read", new MergeVertex(), readoutChannels, readouts.toArray(String[]::new));
    }
  }
}
