package org.slth.dl4j.pruning;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Makes a network of planned layers. */
final class NetworkAssembly {

  private NetworkAssembly() {}

  /** Returns the network of these layers, in this order, with their parameters. */
  static MultiLayerNetwork of(List<PlannedLayer> layers, DataType type) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder().dataType(type).list();
    for (int i = 0; i < layers.size(); i++) {
      int index = i;
      list.layer(i, layers.get(i).configuration());
      layers.get(i).preProcessor().ifPresent(p -> list.inputPreProcessor(index, p.clone()));
    }
    MultiLayerNetwork network = new MultiLayerNetwork(list.build());
    network.init();
    for (int i = 0; i < layers.size(); i++) {
      for (Map.Entry<String, double[]> entry : layers.get(i).parameters().entrySet()) {
        INDArray parameter = network.getLayer(i).getParam(entry.getKey());
        parameter.assign(Nd4j.createFromArray(entry.getValue()).reshape(parameter.shape()));
      }
    }
    return network;
  }
}
