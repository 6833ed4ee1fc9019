package org.slth.dl4j.internal.vertex;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;

/**
 * A layer that counts the parameters of a vertex as its own, in the list of all layers and nowhere
 * else.
 *
 * <p>DL4J counts the parameters of layers only, and {@code fit} does nothing, without a word, in a
 * network that has none. So the network of a graph convolution and a LossLayer would never learn.
 */
final class CountedLayer extends BaseWrapperLayer {

  private static final long serialVersionUID = 1;

  private final long parameters;

  private CountedLayer(Layer layer, long parameters) {
    super(layer);
    this.parameters = parameters;
  }

  /** Makes the network count the parameters of a vertex, if it counts none as yet. */
  static void count(ComputationGraph network, long parameters) {
    Layer[] layers = network.getLayers();
    if (parameters > 0 && layers != null && layers.length > 0 && network.numParams() == 0) {
      layers[layers.length - 1] = new CountedLayer(layers[layers.length - 1], parameters);
    }
  }

  @Override
  public long numParams() {
    return parameters + super.numParams();
  }

  @Override
  public long numParams(boolean backwards) {
    return parameters + super.numParams(backwards);
  }
}
