package org.slth.dl4j.export;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;

/** What the tests of exported networks share. */
final class ExportedNetworks {

  /** The relative error that is asked for. */
  static final double TOLERANCE = 1e-5;

  private ExportedNetworks() {}

  static MultiLayerNetwork chain(IUpdater updater, InputType input, Layer... layers) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder().seed(5).updater(updater).list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    MultiLayerNetwork network = new MultiLayerNetwork(list.setInputType(input).build());
    network.init();
    return network;
  }

  static INDArray random(long... shape) {
    Nd4j.getRandom().setSeed(9);
    return Nd4j.randn(DataType.FLOAT, shape);
  }

  /** The norm of the difference, in norms of what is expected. */
  static double error(INDArray expected, INDArray actual) {
    double gap = expected.sub(actual).norm2Number().doubleValue();
    return gap / expected.norm2Number().doubleValue();
  }

  static void assertClose(INDArray expected, INDArray actual) {
    double error = error(expected, actual);
    assertTrue(error <= TOLERANCE, () -> "relative error " + error);
  }

  static void assertStock(String json) {
    assertFalse(json.contains("slth"), json);
  }
}
