package org.slth.dl4j.internal.network;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Begins networks with parameters that are all 0, for who sets every one of them: random numbers
 * for each would take longer than the numbers that are wanted.
 */
public final class BlankNetworks {

  private BlankNetworks() {}

  /** Begins a network that was only configured. */
  public static void init(MultiLayerNetwork network) {
    DataType type = network.getLayerWiseConfigurations().getDataType();
    long count = 0;
    for (NeuralNetConfiguration conf : network.getLayerWiseConfigurations().getConfs()) {
      Layer layer = conf.getLayer();
      layer.setDataType(type);
      count += layer.initializer().numParams(conf);
    }
    network.init(zeros(type, count), false);
  }

  /** Begins a graph that was only configured. */
  public static void init(ComputationGraph network) {
    DataType type = network.getConfiguration().getDataType();
    long count = 0;
    for (GraphVertex vertex : network.getConfiguration().getVertices().values()) {
      vertex.setDataType(type);
      count += vertex.numParams(true);
    }
    network.init(zeros(type, count), false);
  }

  private static INDArray zeros(DataType type, long count) {
    return count == 0 ? Nd4j.empty(type) : Nd4j.zeros(type, 1, count);
  }
}
