package org.slth.examples;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.slth.dl4j.data.graph.GraphArrays;
import org.slth.dl4j.data.graph.GraphDataset;
import org.slth.dl4j.data.graph.GraphInput;
import org.slth.dl4j.data.graph.GraphIterator;
import org.slth.dl4j.graph.KOrderLayer;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.dl4j.pruning.SubsetSumPruner;

/** The third example of the README, word for word. */
final class ReadmeGraphExample {

  private ReadmeGraphExample() {}

  static PrunedNetwork<ComputationGraph> run(GraphDataset molecules) {
    // begin
    GraphArrays arrays =
        new GraphArrays.Builder(molecules, GraphInput.SIZES, GraphInput.PAIRS).build();
    int channels = arrays.channels(GraphInput.PAIRS); // adjacency, labels of edges and of nodes
    ComputationGraphConfiguration layers =
        new NeuralNetConfiguration.Builder()
            .updater(new Adam(1e-3))
            .graphBuilder()
            .addInputs("sizes", "pairs")
            .addVertex(
                "maps", new KOrderLayer.Builder(2, 2, channels, 16).build(), "pairs", "sizes")
            .addLayer("relu", new ActivationLayer(Activation.RELU), "maps")
            .addVertex("invariants", new KOrderLayer.Builder(2, 0, 16, 32).build(), "relu", "sizes")
            .addLayer("features", new ActivationLayer(Activation.RELU), "invariants")
            .addLayer(
                "classes",
                new OutputLayer.Builder().nIn(32).nOut(2).activation(Activation.SOFTMAX).build(),
                "features")
            .setOutputs("classes")
            .build();
    ComputationGraph target = new ComputationGraph(layers);
    target.init();
    target.fit(new GraphIterator.Builder(arrays, molecules.indices()).shuffled(1).build(), 20);
    PrunedNetwork<ComputationGraph> ticket = new SubsetSumPruner.Builder(1).build().prune(target);
    // end
    return ticket;
  }
}
