package org.slth.dl4j.internal.network;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.L2Vertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.StackVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.graph.UnstackVertex;
import org.deeplearning4j.nn.conf.graph.rnn.DuplicateToTimeSeriesVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.graph.rnn.ReverseTimeSeriesVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1D;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.Pooling1D;
import org.deeplearning4j.nn.conf.layers.Pooling2D;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling1D;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPadding1DLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping1D;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.CnnToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.slth.dl4j.graph.GraphReadout;
import org.slth.dl4j.graph.MatrixProduct;
import org.slth.dl4j.graph.SetPooling;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.FieldDropout;
import org.slth.dl4j.layer.FieldPooling2D;
import org.slth.dl4j.layer.FieldRestriction;
import org.slth.dl4j.layer.FieldUpsampling2D;
import org.slth.dl4j.layer.GatedNonlinearity;
import org.slth.dl4j.layer.GroupPooling;

/**
 * What is known to give no negative numbers: what it feeds needs half the copies. Only classes that
 * are listed are known, and of them no subclasses.
 */
public final class NonNegativity {

  private static final Set<Class<?>> NON_NEGATIVE =
      Set.of(
          ActivationReLU6.class,
          ActivationSigmoid.class,
          ActivationHardSigmoid.class,
          ActivationSoftPlus.class,
          ActivationSoftmax.class);

  /** Sums, maxima, means, products and reshapings: non-negative if all their inputs are. */
  private static final Set<Class<?>> KEEPS_THE_SIGN =
      Set.of(
          SubsamplingLayer.class,
          Subsampling1DLayer.class,
          Pooling1D.class,
          Pooling2D.class,
          GlobalPoolingLayer.class,
          DropoutLayer.class,
          ZeroPaddingLayer.class,
          ZeroPadding1DLayer.class,
          Cropping1D.class,
          Cropping2D.class,
          Upsampling1D.class,
          Upsampling2D.class,
          LocalResponseNormalization.class,
          FieldDropout.class,
          FieldPooling2D.class,
          FieldRestriction.class,
          FieldUpsampling2D.class,
          GroupPooling.class,
          MergeVertex.class,
          StackVertex.class,
          UnstackVertex.class,
          SubsetVertex.class,
          ReshapeVertex.class,
          L2NormalizeVertex.class,
          DuplicateToTimeSeriesVertex.class,
          LastTimeStepVertex.class,
          ReverseTimeSeriesVertex.class);

  /** The same of vertices whose last inputs are no tensors: how many come first that are. */
  private static final Map<Class<?>, Integer> KEEPS_THE_SIGN_OF_TENSORS =
      Map.of(GraphReadout.class, 1, MatrixProduct.class, 2, SetPooling.class, 2);

  private static final Set<Class<?>> RESHAPES =
      Set.of(
          CnnToFeedForwardPreProcessor.class,
          CnnToRnnPreProcessor.class,
          FeedForwardToCnnPreProcessor.class,
          FeedForwardToRnnPreProcessor.class,
          RnnToCnnPreProcessor.class,
          RnnToFeedForwardPreProcessor.class);

  /** Layers with coefficients whose last step is their activation, on every number. */
  private static final Set<Class<?>> ACTIVATES_LAST =
      Set.of(
          DenseLayer.class,
          OutputLayer.class,
          ElementWiseMultiplicationLayer.class,
          EmbeddingLayer.class,
          ConvolutionLayer.class,
          Convolution1D.class,
          Convolution1DLayer.class,
          Convolution2D.class,
          Deconvolution2D.class,
          DepthwiseConvolution2D.class,
          SeparableConvolution2D.class);

  private NonNegativity() {}

  /**
   * Returns whether a layer with coefficients ends in an activation that gives no negative numbers.
   */
  public static boolean activates(Object configuration) {
    return ACTIVATES_LAST.contains(configuration.getClass())
        && after(((BaseLayer) configuration).getActivationFn(), false);
  }

  /**
   * Returns whether the output of a layer without coefficients is known to be non-negative.
   *
   * @param configuration a {@code Layer} or {@code GraphVertex}
   * @param inputs which of its inputs are
   */
  public static boolean after(Object configuration, List<Boolean> inputs) {
    boolean all = !inputs.contains(false);
    if (configuration instanceof FieldActivation activation) {
      return after(activation.activation(), all);
    }
    if (configuration instanceof GatedNonlinearity gated) {
      boolean gates = gated.inputType().size() > gated.outputType().size(); // none if all trivial
      return (all || !gates) && after(gated.activation(), all);
    }
    if (configuration instanceof ActivationLayer activation) {
      return after(activation.getActivationFn(), all);
    }
    if (configuration instanceof ElementWiseVertex vertex) {
      return after(vertex, inputs);
    }
    if (configuration instanceof ScaleVertex vertex) {
      return all && vertex.getScaleFactor() >= 0;
    }
    if (configuration instanceof ShiftVertex vertex) {
      return all && vertex.getShiftFactor() >= 0;
    }
    if (configuration instanceof PreprocessorVertex vertex) {
      return all && isKeptBy(vertex.getPreProcessor());
    }
    Integer tensors = KEEPS_THE_SIGN_OF_TENSORS.get(configuration.getClass());
    if (tensors != null) {
      return !inputs.subList(0, tensors).contains(false);
    }
    return configuration instanceof L2Vertex
        || (all && KEEPS_THE_SIGN.contains(configuration.getClass()));
  }

  private static boolean after(ElementWiseVertex vertex, List<Boolean> inputs) {
    return switch (vertex.getOp()) {
      case Add, Average, Product -> !inputs.contains(false);
      case Max -> inputs.contains(true);
      case Subtract -> false;
    };
  }

  /** Returns whether what an activation gives is known to be non-negative. */
  static boolean after(IActivation activation, boolean inputIsNonNegative) {
    return NON_NEGATIVE.contains(activation.getClass())
        || (activation.getClass() == ActivationReLU.class && isPlain((ActivationReLU) activation))
        || (inputIsNonNegative && activation.getClass() == ActivationIdentity.class);
  }

  /** DL4J calls leaky and thresholded ones the same. */
  private static boolean isPlain(ActivationReLU relu) {
    return (relu.getNegativeSlope() == null || relu.getNegativeSlope() == 0)
        && (relu.getThreshold() == null || relu.getThreshold() == 0);
  }

  /** Returns whether a preprocessor is known to keep what is non-negative. */
  public static boolean isKeptBy(InputPreProcessor preProcessor) {
    return RESHAPES.contains(preProcessor.getClass());
  }
}
