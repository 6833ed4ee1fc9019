package org.slth.dl4j.ticket;

import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.samediff.AbstractSameDiffLayer;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffVertex;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;

/**
 * Asks layers for the shapes of their parameters: DL4J stores those of SameDiff layers beside the
 * settings they follow from, and believes both.
 */
final class OwnParameters {

  private OwnParameters() {}

  static void define(Layer layer) {
    if (layer instanceof AbstractSameDiffLayer own) {
      own.getLayerParams().clear();
      own.defineParameters(own.getLayerParams());
    } else if (layer instanceof FrozenLayer frozen) {
      define(frozen.getLayer());
    } else if (layer instanceof BaseWrapperLayer wrapper) {
      define(wrapper.getUnderlying());
    }
  }

  static void define(GraphVertex vertex) {
    if (vertex instanceof SameDiffVertex own) {
      own.getVertexParams().clear();
      own.defineParametersAndInputs(own.getVertexParams());
    } else if (vertex instanceof LayerVertex layer) {
      define(layer.getLayerConf().getLayer());
    } else if (vertex instanceof FrozenVertex frozen) {
      define(frozen.getUnderlying());
    }
  }
}
