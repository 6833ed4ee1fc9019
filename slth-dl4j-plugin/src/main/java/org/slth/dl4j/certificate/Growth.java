package org.slth.dl4j.certificate;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.FieldDropout;
import org.slth.dl4j.layer.FieldPooling2D;
import org.slth.dl4j.layer.FieldRestriction;
import org.slth.dl4j.layer.GroupPooling;

/** How sizes and errors grow in what has no coefficients; nothing where that is not known. */
final class Growth {

  private Growth() {}

  /**
   * Returns the deviation behind a layer or vertex without coefficients.
   *
   * @param configuration a {@code Layer} or {@code GraphVertex}
   * @param inputs the deviations in front of it
   * @param numbers how many numbers its first input has for one example
   */
  static Optional<Deviation> after(Object configuration, List<Deviation> inputs, long numbers) {
    Deviation first = inputs.get(0);
    if (configuration instanceof ActivationLayer layer) {
      return activated(layer.getActivationFn(), first, numbers);
    }
    if (configuration instanceof FieldActivation layer) {
      return activated(layer.activation(), first, numbers);
    }
    if (configuration instanceof SubsamplingLayer layer) {
      return pooled(layer, first);
    }
    if (configuration instanceof FieldPooling2D layer) {
      double along = Math.ceil(layer.window() / (double) layer.stride());
      return pooled(
          layer.poolingType(), along * along, (long) layer.window() * layer.window(), first);
    }
    if (configuration instanceof GlobalPoolingLayer layer) {
      return pooled(layer.getPoolingType(), 1, numbers, first);
    }
    if (configuration instanceof GroupPooling layer) {
      return pooled(layer.poolingType(), 1, numbers, first);
    }
    if (configuration instanceof ElementWiseVertex vertex) {
      return combined(vertex.getOp(), inputs);
    }
    if (configuration instanceof MergeVertex) {
      return Optional.of(new Deviation(root(inputs, d -> d.size()), root(inputs, d -> d.error())));
    }
    boolean harmless =
        configuration instanceof DropoutLayer
            || configuration instanceof FieldDropout
            || configuration instanceof FieldRestriction
            || configuration instanceof ZeroPaddingLayer
            || configuration instanceof Cropping2D;
    return harmless ? Optional.of(first) : Optional.empty();
  }

  /**
   * A pixel is in at most this many windows, so |y|² ≤ windows |x|² for the largest and the mean.
   */
  private static Optional<Deviation> pooled(SubsamplingLayer layer, Deviation input) {
    double windows = 1;
    long cells = 1;
    for (int axis = 0; axis < layer.getKernelSize().length; axis++) {
      int kernel = layer.getKernelSize()[axis];
      int extent = (kernel - 1) * layer.getDilation()[axis] + 1;
      windows *= Math.min(kernel, Math.ceil(extent / (double) layer.getStride()[axis]));
      cells *= kernel;
    }
    PoolingType type = PoolingType.valueOf(layer.getPoolingType().name());
    return pooled(type, windows, cells, input);
  }

  private static Optional<Deviation> pooled(
      PoolingType type, double windows, long cells, Deviation input) {
    return switch (type) {
      case MAX, AVG -> Optional.of(input.times(Math.sqrt(windows)));
      case SUM -> Optional.of(input.times(Math.sqrt(windows * (double) cells)));
      case PNORM -> Optional.empty();
    };
  }

  private static Optional<Deviation> combined(
      ElementWiseVertex.Op operation, List<Deviation> inputs) {
    double size = inputs.stream().mapToDouble(Deviation::size).sum();
    double error = inputs.stream().mapToDouble(Deviation::error).sum();
    return switch (operation) {
      case Add, Subtract -> Optional.of(new Deviation(size, error));
      case Average -> Optional.of(new Deviation(size, error).times(1.0 / inputs.size()));
      case Max ->
          Optional.of(new Deviation(root(inputs, d -> d.size()), root(inputs, d -> d.error())));
      case Product -> Optional.empty();
    };
  }

  private static double root(List<Deviation> inputs, ToDoubleFunction<Deviation> value) {
    return Math.sqrt(inputs.stream().mapToDouble(value).map(x -> x * x).sum());
  }

  /**
   * Returns the deviation behind an activation. The softmax has the Jacobian diag(p) - p pᵀ, whose
   * rows sum in absolute value to 2 p (1 - p) ≤ 1/2; the sigmoid has slopes of at most 1/4.
   */
  static Optional<Deviation> activated(IActivation activation, Deviation input, long numbers) {
    double largest = Math.sqrt((double) numbers); // of numbers from 0 to 1
    if (activation instanceof ActivationSoftmax) {
      return Optional.of(new Deviation(largest, input.error() / 2));
    }
    if (activation instanceof ActivationSigmoid) {
      return Optional.of(new Deviation(largest, input.error() / 4));
    }
    if (activation instanceof ActivationHardSigmoid) {
      return Optional.of(new Deviation(largest, input.error() / 5));
    }
    return isContraction(activation) ? Optional.of(input) : Optional.empty();
  }

  /** Whether |σ(x) - σ(y)| ≤ |x - y| and σ(0) = 0. */
  private static boolean isContraction(IActivation activation) {
    if (activation instanceof ActivationReLU relu) {
      return (relu.getThreshold() == null || relu.getThreshold() == 0)
          && (relu.getNegativeSlope() == null || Math.abs(relu.getNegativeSlope()) <= 1);
    }
    if (activation instanceof ActivationLReLU relu) {
      return Math.abs(relu.getAlpha()) <= 1;
    }
    return activation instanceof ActivationIdentity
        || activation instanceof ActivationTanH
        || activation instanceof ActivationHardTanH
        || activation instanceof ActivationReLU6;
  }
}
