package org.slth.examples.ticket;

import java.util.Arrays;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.samediff.AbstractSameDiffLayer;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.slth.dl4j.training.MaskScore;

/** Gives all layers of a network one updater, whatever they had. */
final class MaskUpdaters {

  private MaskUpdaters() {}

  /**
   * Sets the updater of all layers.
   *
   * @param network that has not been trained since it was loaded, so that DL4J has made no updater
   */
  static void set(Model network, MaskScore score) {
    Layer[] layers =
        network instanceof MultiLayerNetwork chain
            ? chain.getLayers()
            : ((ComputationGraph) network).getLayers();
    Arrays.stream(layers).forEach(layer -> set(layer.conf().getLayer(), score));
    if (network instanceof ComputationGraph graph) {
      for (GraphVertex vertex : graph.getConfiguration().getVertices().values()) {
        if (vertex instanceof SameDiffVertex own) {
          own.setUpdater(score);
          own.setBiasUpdater(null);
        }
      }
    }
  }

  private static void set(org.deeplearning4j.nn.conf.layers.Layer layer, MaskScore score) {
    if (layer instanceof BaseLayer plain) {
      plain.setIUpdater(score);
      plain.setBiasUpdater(null);
    } else if (layer instanceof AbstractSameDiffLayer own) {
      own.setUpdater(score);
      own.setBiasUpdater(null);
    }
  }
}
