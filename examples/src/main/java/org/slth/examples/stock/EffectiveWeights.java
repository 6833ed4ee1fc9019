package org.slth.examples.stock;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the pairs of a pruned network compute on inputs that are not negative: Σ<sub>t</sub> v u for
 * each weight, read from the parameters of the network itself, in double.
 *
 * @param weights of the shape that the target's have
 * @param bias the same of the constant
 */
record EffectiveWeights(INDArray weights, INDArray bias) {

  /** Returns those of one pair, dense or convolutional. */
  static EffectiveWeights of(Layer first, Layer last) {
    INDArray u = parameter(first, "W");
    INDArray b = parameter(first, "b");
    INDArray constant = b.reshape('c', new long[] {b.length(), 1});
    INDArray v = parameter(last, "W");
    if (u.rank() == 2) { // [inputs, hidden] and [hidden, outputs]
      return new EffectiveWeights(u.mmul(v), v.transpose().mmul(constant));
    }
    long outputs = v.size(0);
    long hidden = v.size(1);
    INDArray flat =
        v.permute(0, 2, 3, 1).dup('c').reshape('c', new long[] {v.length() / hidden, hidden});
    INDArray mixed = flat.mmul(u.reshape('c', new long[] {hidden, u.size(1)}));
    INDArray weights =
        mixed.dup('c').reshape('c', new long[] {outputs, v.size(2), v.size(3), u.size(1)});
    INDArray bias = v.sum(2, 3).mmul(constant);
    return new EffectiveWeights(weights.permute(0, 3, 1, 2).dup('c'), bias);
  }

  private static INDArray parameter(Layer layer, String name) {
    return layer.getParam(name).castTo(DataType.DOUBLE).dup('c');
  }

  /**
   * Returns for each layer of the target with weights the largest relative error of a weight,
   *
   * <pre>
   * max over i of |w_i - w'_i|  /  max over i of |w_i|
   * </pre>
   *
   * over the array of weights and over that of biases, the larger of the two; this is how da Cunha
   * et al. (2022) measure.
   *
   * @param ticket the pruned network of the target
   */
  static List<Double> errors(MultiLayerNetwork target, MultiLayerNetwork ticket) {
    List<Double> errors = new ArrayList<>();
    int next = 0;
    for (Layer layer : target.getLayers()) {
      if (layer.numParams() > 0) {
        EffectiveWeights pair = of(ticket.getLayer(next), ticket.getLayer(next + 1));
        errors.add(
            Math.max(
                error(parameter(layer, "W"), pair.weights()),
                error(parameter(layer, "b"), pair.bias())));
        next++;
      }
      next++;
    }
    return errors;
  }

  private static double error(INDArray expected, INDArray actual) {
    INDArray wanted = expected.reshape('c', new long[] {expected.length()});
    double error =
        wanted.sub(actual.reshape('c', new long[] {actual.length()})).amaxNumber().doubleValue();
    return error / wanted.amaxNumber().doubleValue();
  }
}
