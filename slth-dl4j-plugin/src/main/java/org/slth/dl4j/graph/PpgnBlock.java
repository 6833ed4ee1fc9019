package org.slth.dl4j.graph;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;

/**
 * A block of a provably powerful graph network, which tells as many graphs apart as the
 * 3-dimensional Weisfeiler-Leman test:
 *
 * <pre>
 *   y = m3( x ++ m1(x) m2(x) )
 * </pre>
 *
 * where m1 and m2 are multilayer perceptrons on each pair of nodes, the product is {@link
 * MatrixProduct}, ++ joins channels, and m3 is one dense layer without activation.
 *
 * @param channels of every dense layer, so also of the output
 * @param depth how many dense layers m1 and m2 have, at least 1
 * @param activation after each of them
 * @see <a href="https://arxiv.org/abs/1905.11136">Maron et al., Provably powerful graph
 *     networks</a>, NeurIPS 2019, section 6
 */
public record PpgnBlock(int channels, int depth, IActivation activation) {

  /** Checks the numbers. */
  public PpgnBlock {
    if (channels < 1 || depth < 1) {
      throw new IllegalArgumentException(
          "expected at least 1 channel and depth 1, got %d and %d".formatted(channels, depth));
    }
  }

  /** A block whose perceptrons have two layers with ReLU. */
  public PpgnBlock(int channels) {
    this(channels, 2, Activation.RELU.getActivationFunction());
  }

  /**
   * Adds the block to a network, whose input types must be set.
   *
   * @param builder the network
   * @param name the name of the last layer; the names of the others begin with it
   * @param tensor the name of the input, of order 2
   * @param sizes the name of the sizes
   */
  public void addTo(GraphBuilder builder, String name, String tensor, String sizes) {
    String left = perceptron(builder, name + "-left", tensor);
    String right = perceptron(builder, name + "-right", tensor);
    builder
        .addVertex(name + "-product", new MatrixProduct.Builder().build(), left, right, sizes)
        .addVertex(name + "-merge", new MergeVertex(), tensor, name + "-product")
        .addLayer(name, dense(Activation.IDENTITY.getActivationFunction()), name + "-merge");
  }

  private String perceptron(GraphBuilder builder, String name, String tensor) {
    String below = tensor;
    for (int i = 0; i < depth; i++) {
      String layer = name + "-" + i;
      builder.addLayer(layer, dense(activation), below);
      below = layer;
    }
    return below;
  }

  private DenseLayer dense(IActivation activation) {
    return new DenseLayer.Builder().nOut(channels).activation(activation).build();
  }
}
