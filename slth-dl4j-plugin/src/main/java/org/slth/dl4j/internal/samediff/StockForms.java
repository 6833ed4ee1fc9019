package org.slth.dl4j.internal.samediff;

import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.autodiff.samediff.SDVariable;

/** DL4J's own layers in a SameDiff graph, as they are in inference. */
final class StockForms {

  /** Of classes themselves: subclasses may compute something else. */
  static final Map<Class<?>, Form> FORMS =
      Map.ofEntries(
          Map.entry(DenseLayer.class, StockForms::dense),
          Map.entry(OutputLayer.class, StockForms::dense),
          Map.entry(LossLayer.class, place -> activation(place, place.as(LossLayer.class))),
          Map.entry(ActivationLayer.class, StockForms::activation),
          Map.entry(DropoutLayer.class, Place::x),
          Map.entry(BatchNormalization.class, StockForms::normalization),
          Map.entry(LocalResponseNormalization.class, StockForms::responses),
          Map.entry(ConvolutionLayer.class, ImageForms::convolution),
          Map.entry(Deconvolution2D.class, ImageForms::deconvolution),
          Map.entry(SubsamplingLayer.class, PoolingForms::pooling),
          Map.entry(GlobalPoolingLayer.class, PoolingForms::global),
          Map.entry(Upsampling2D.class, ImageForms::upsampling),
          Map.entry(MergeVertex.class, VertexForms::merged),
          Map.entry(ElementWiseVertex.class, VertexForms::combined),
          Map.entry(SubsetVertex.class, VertexForms::subset),
          Map.entry(ScaleVertex.class, VertexForms::scaled),
          Map.entry(ShiftVertex.class, VertexForms::shifted));

  private StockForms() {}

  private static SDVariable activation(Place place) {
    ActivationLayer layer = place.as(ActivationLayer.class);
    return Place.activated(layer.getActivationFn(), place.x());
  }

  private static SDVariable activation(Place place, LossLayer layer) {
    return Place.activated(layer.getActivationFn(), place.x());
  }

  private static SDVariable dense(Place place) {
    FeedForwardLayer layer = place.as(FeedForwardLayer.class);
    Place.require(
        !(layer instanceof DenseLayer dense && dense.hasLayerNorm()), "layer normalisation");
    SDVariable weights =
        place.parameter(DefaultParamInitializer.WEIGHT_KEY, layer.getNIn(), layer.getNOut());
    SDVariable product = place.x().mmul(weights);
    SDVariable sum =
        place.has(DefaultParamInitializer.BIAS_KEY)
            ? product.add(place.parameter(DefaultParamInitializer.BIAS_KEY, 1, layer.getNOut()))
            : product;
    return Place.activated(layer.getActivationFn(), sum);
  }

  /** One number times x plus another, for every channel. */
  private static SDVariable normalization(Place place) {
    BatchNormalization layer = place.as(BatchNormalization.class);
    Place.require(layer.getCnn2DFormat() == CNN2DFormat.NCHW, "images in NHWC format");
    double[] mean = place.values(BatchNormalizationParamInitializer.GLOBAL_MEAN);
    double[] scale = new double[mean.length];
    double[] shift = new double[mean.length];
    for (int c = 0; c < mean.length; c++) {
      double gamma =
          layer.isLockGammaBeta()
              ? layer.getGamma()
              : place.values(BatchNormalizationParamInitializer.GAMMA)[c];
      double beta =
          layer.isLockGammaBeta()
              ? layer.getBeta()
              : place.values(BatchNormalizationParamInitializer.BETA)[c];
      scale[c] = gamma / Math.sqrt(variance(place, layer, c) + layer.getEps());
      shift[c] = beta - scale[c] * mean[c];
    }
    long[] shape = place.perChannel(mean.length);
    return place
        .x()
        .mul(place.variable("scale", scale, shape))
        .add(place.variable("shift", shift, shape));
  }

  private static double variance(Place place, BatchNormalization layer, int channel) {
    return layer.isUseLogStd()
        ? Math.pow(100, place.values(BatchNormalizationParamInitializer.GLOBAL_LOG_STD)[channel])
        : place.values(BatchNormalizationParamInitializer.GLOBAL_VAR)[channel];
  }

  /**
   * y = x (k + α Σ x²)^-β over neighbouring channels: with channels as the last axis the sum is a
   * mean over a window.
   */
  private static SDVariable responses(Place place) {
    LocalResponseNormalization layer = place.as(LocalResponseNormalization.class);
    Place.require(layer.getDataFormat() == CNN2DFormat.NCHW, "images in NHWC format");
    int half = (int) layer.getN() / 2;
    SDVariable x = place.x();
    SDVariable last = x.mul(x).permute(0, 2, 3, 1);
    SDVariable padded = PoolingForms.padded(last, 0, half);
    SDVariable mean = PoolingForms.mean(padded, new int[] {1, 2 * half + 1}, new int[] {1, 1});
    SDVariable sum = mean.mul(2 * half + 1).permute(0, 3, 1, 2);
    return x.mul(sum.mul(layer.getAlpha()).add(layer.getK()).pow(-layer.getBeta()));
  }
}
