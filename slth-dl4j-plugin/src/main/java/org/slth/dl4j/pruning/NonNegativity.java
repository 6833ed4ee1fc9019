package org.slth.dl4j.pruning;

import java.util.Set;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.FieldPooling2D;
import org.slth.dl4j.layer.FieldRestriction;
import org.slth.dl4j.layer.GroupPooling;

/** Which layers are known to give no negative numbers: their successor needs half the copies. */
final class NonNegativity {

  private static final Set<Class<? extends IActivation>> NON_NEGATIVE =
      Set.of(
          ActivationReLU.class,
          ActivationReLU6.class,
          ActivationSigmoid.class,
          ActivationHardSigmoid.class,
          ActivationSoftPlus.class,
          ActivationSoftmax.class);

  private static final Set<Class<? extends Layer>> KEEPS_THE_SIGN =
      Set.of(
          SubsamplingLayer.class,
          GlobalPoolingLayer.class,
          DropoutLayer.class,
          FieldPooling2D.class,
          FieldRestriction.class,
          GroupPooling.class);

  private NonNegativity() {}

  /** Returns whether the output of a layer is known to be non-negative. */
  static boolean after(Layer layer, boolean inputIsNonNegative) {
    if (layer instanceof FieldActivation activation) {
      return after(activation.activation(), inputIsNonNegative);
    }
    if (layer instanceof ActivationLayer activation) {
      return after(activation.getActivationFn(), inputIsNonNegative);
    }
    if (layer instanceof BaseLayer weighted && !KEEPS_THE_SIGN.contains(layer.getClass())) {
      return after(weighted.getActivationFn(), false);
    }
    return inputIsNonNegative && KEEPS_THE_SIGN.contains(layer.getClass());
  }

  private static boolean after(IActivation activation, boolean inputIsNonNegative) {
    return NON_NEGATIVE.contains(activation.getClass())
        || (inputIsNonNegative && activation instanceof ActivationIdentity);
  }
}
