package org.slth.dl4j.layertype;

import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.layers.Convolution1D;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.slth.pruning.LayerConfiguration;
import org.slth.pruning.LayerType;
import org.slth.pruning.TargetLayer;
import org.slth.pruning.TrainedLayer;

/**
 * DL4J's own convolutions of images and sequences, in the basis of their taps, of any stride,
 * padding, dilation and data format:
 *
 * <pre>
 * y[p] = sum over channels q and taps k of  W[p,q,k] shift_k(x[q])  +  b[p]
 * </pre>
 *
 * and depthwise ones, where channel <i>q</i> feeds the outputs from <i>qm</i> to <i>qm</i> +
 * <i>m</i> - 1 alone. A {@code BatchNormalization} behind one without activation is folded in.
 *
 * <p>The pair is a 1x1 convolution with ReLU and a convolution like the target (da Cunha et al.,
 * ICLR 2022). A mask of sequences passes both.
 *
 * <p>Of DL4J 1.0.0-M2.1: the weights of a convolution of sequences have the shape {@code [p, q, k,
 * 1]}, yet their memory is used as {@code [k, q, p]}, and so they are read and written here; on
 * oneDNN builds it cannot run with a dilation above 1. Sequences are normalised along the wrong
 * axis unless their format is {@code NWC}; a normalisation folded in acts on channels.
 */
public final class ConvolutionLayerType implements LayerType {

  private static final Set<String> HANDLED =
      Set.of(
          ConvolutionLayer.class.getName(),
          Convolution2D.class.getName(),
          Convolution1DLayer.class.getName(),
          Convolution1D.class.getName(),
          DepthwiseConvolution2D.class.getName());

  @Override
  public String id() {
    return "slth:convolution";
  }

  @Override
  public boolean handles(LayerConfiguration configuration) {
    return HANDLED.contains(configuration.type());
  }

  @Override
  public boolean folds(LayerConfiguration configuration, LayerConfiguration normalization) {
    return configuration
            .as(ConvolutionLayer.class)
            .filter(conf -> conf.getActivationFn() instanceof ActivationIdentity)
            .isPresent()
        && ColumnNormalization.is(normalization);
  }

  @Override
  public TargetLayer read(TrainedLayer layer) {
    ConvolutionLayer conf = layer.configuration().as(ConvolutionLayer.class).orElseThrow();
    PixelPair pair = new PixelPair(conf);
    RowWiseCoefficients coefficients = coefficients(layer, conf).folded(layer.normalization(), 1);
    List<Integer> ofBias =
        coefficients.biasElements() > 0
            ? List.of(ConstantTap.of(conf, pair.axes()))
            : List.<Integer>of();
    RowWiseBasis basis = new RowWiseBasis(pair.taps(), ofBias, true);
    return new RowWiseTarget(coefficients, basis, pair::first, pair::last);
  }

  private static RowWiseCoefficients coefficients(TrainedLayer layer, ConvolutionLayer conf) {
    int inputs = Math.toIntExact(conf.getNIn());
    int outputs = Math.toIntExact(conf.getNOut());
    double[] weights = layer.parameter(ConvolutionParamInitializer.WEIGHT_KEY);
    double[] bias =
        layer.has(ConvolutionParamInitializer.BIAS_KEY)
            ? layer.parameter(ConvolutionParamInitializer.BIAS_KEY)
            : new double[0];
    if (conf instanceof DepthwiseConvolution2D depthwise) { // [kH, kW, q, m]
      int multiplier = depthwise.getDepthMultiplier();
      return RowWiseCoefficients.depthwise(inputs, multiplier, weights, bias);
    }
    double[] byTap =
        conf instanceof Convolution1DLayer ? weights : TapOrder.byTap(weights, outputs, inputs);
    return RowWiseCoefficients.dense(inputs, outputs, byTap, bias);
  }
}
