package org.slth.dl4j.internal.samediff;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.DeConv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.slth.dl4j.internal.Nd4jBridge;

/** Convolutions of DL4J in a SameDiff graph. */
final class ImageForms {

  private ImageForms() {}

  /** DL4J's weights are [out, in, height, width]; dilated ones get zeros between the cells. */
  static SDVariable convolution(Place place) {
    ConvolutionLayer layer = place.as(ConvolutionLayer.class);
    requirePlain(layer);
    int[] kernel = layer.getKernelSize();
    int[] dilation = layer.getDilation();
    int height = (kernel[0] - 1) * dilation[0] + 1;
    int width = (kernel[1] - 1) * dilation[1] + 1;
    INDArray weights = weights(place, layer.getNOut(), layer.getNIn(), kernel).permute(2, 3, 1, 0);
    INDArray spread = Nd4j.zeros(place.type(), height, width, layer.getNIn(), layer.getNOut());
    spread
        .get(
            NDArrayIndex.interval(0, dilation[0], height),
            NDArrayIndex.interval(0, dilation[1], width),
            NDArrayIndex.all(),
            NDArrayIndex.all())
        .assign(weights);
    boolean same = layer.getConvolutionMode() == ConvolutionMode.Same;
    Conv2DConfig config =
        Conv2DConfig.builder()
            .kH(height)
            .kW(width)
            .sH(layer.getStride()[0])
            .sW(layer.getStride()[1])
            .pH(same ? 0 : layer.getPadding()[0])
            .pW(same ? 0 : layer.getPadding()[1])
            .paddingMode(same ? PaddingMode.SAME : PaddingMode.VALID)
            .build();
    SDVariable w = place.variable(ConvolutionParamInitializer.WEIGHT_KEY, spread);
    return finished(place, layer, place.graph().cnn().conv2d(place.x(), w, config));
  }

  /** DL4J's weights are [in, out, height, width]. */
  static SDVariable deconvolution(Place place) {
    Deconvolution2D layer = place.as(Deconvolution2D.class);
    requirePlain(layer);
    Place.require(layer.getConvolutionMode() != ConvolutionMode.Same, "ConvolutionMode.Same");
    int[] kernel = layer.getKernelSize();
    Place.require(layer.getDilation()[0] == 1 && layer.getDilation()[1] == 1, "dilation");
    INDArray weights = weights(place, layer.getNIn(), layer.getNOut(), kernel).permute(2, 3, 1, 0);
    DeConv2DConfig config =
        DeConv2DConfig.builder()
            .kH(kernel[0])
            .kW(kernel[1])
            .sH(layer.getStride()[0])
            .sW(layer.getStride()[1])
            .pH(layer.getPadding()[0])
            .pW(layer.getPadding()[1])
            .build();
    SDVariable w = place.variable(ConvolutionParamInitializer.WEIGHT_KEY, weights.dup('c'));
    return finished(place, layer, place.graph().cnn().deconv2d(place.x(), w, config));
  }

  private static void requirePlain(ConvolutionLayer layer) {
    Place.require(layer.getCnn2dDataFormat() == CNN2DFormat.NCHW, "images in NHWC format");
    Place.require(layer.getConvolutionMode() != ConvolutionMode.Causal, "ConvolutionMode.Causal");
  }

  private static INDArray weights(Place place, long first, long second, int[] kernel) {
    return Nd4jBridge.vector(place.values(ConvolutionParamInitializer.WEIGHT_KEY), place.type())
        .reshape('c', first, second, kernel[0], kernel[1]);
  }

  private static SDVariable finished(Place place, ConvolutionLayer layer, SDVariable product) {
    SDVariable sum =
        place.has(ConvolutionParamInitializer.BIAS_KEY)
            ? product.add(
                place.parameter(ConvolutionParamInitializer.BIAS_KEY, 1, layer.getNOut(), 1, 1))
            : product;
    return Place.activated(layer.getActivationFn(), sum);
  }

  static SDVariable upsampling(Place place) {
    Upsampling2D layer = place.as(Upsampling2D.class);
    Place.require(layer.getFormat() == CNN2DFormat.NCHW, "images in NHWC format");
    int[] size = layer.getSize();
    return place.graph().cnn().upsampling2d(place.x(), size[0], size[1], true);
  }
}
