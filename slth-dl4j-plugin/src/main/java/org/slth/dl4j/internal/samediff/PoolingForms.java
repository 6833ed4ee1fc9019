package org.slth.dl4j.internal.samediff;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.factory.Nd4j;

/** Poolings of DL4J in a SameDiff graph. */
final class PoolingForms {

  private PoolingForms() {}

  static SDVariable pooling(Place place) {
    SubsamplingLayer layer = place.as(SubsamplingLayer.class);
    Place.require(layer.getCnn2dDataFormat() == CNN2DFormat.NCHW, "images in NHWC format");
    Place.require(layer.getConvolutionMode() != ConvolutionMode.Same, "pooling in mode Same");
    Place.require(layer.getDilation()[0] == 1 && layer.getDilation()[1] == 1, "dilated pooling");
    int[] kernel = layer.getKernelSize();
    int[] padding = layer.getPadding();
    SDVariable x = place.x();
    return switch (layer.getPoolingType()) {
      case MAX -> place.graph().cnn().maxPooling2d(x, window(kernel, layer.getStride(), padding));
      case AVG -> mean(x, layer);
      case PNORM -> norm(x, layer);
      default -> throw new IllegalArgumentException("it has no form for " + layer.getPoolingType());
    };
  }

  private static SDVariable mean(SDVariable x, SubsamplingLayer layer) {
    int[] padding = layer.getPadding();
    SDVariable mean = paddedMean(x, layer);
    return layer.isAvgPoolIncludePadInDivisor() || padding[0] + padding[1] == 0
        ? mean
        : mean.div(paddedMean(ones(x), layer));
  }

  private static SDVariable norm(SDVariable x, SubsamplingLayer layer) {
    Place.require(layer.getPnorm() == 2, "norms other than the Euclidean");
    int[] kernel = layer.getKernelSize();
    SDVariable sum = paddedMean(x.mul(x), layer).mul(kernel[0] * kernel[1]);
    return x.getSameDiff().math().sqrt(sum);
  }

  private static SDVariable paddedMean(SDVariable x, SubsamplingLayer layer) {
    int[] padding = layer.getPadding();
    return mean(padded(x, padding[0], padding[1]), layer.getKernelSize(), layer.getStride());
  }

  private static SDVariable ones(SDVariable x) {
    return x.mul(0).add(1);
  }

  /** Images with zeros around them. */
  static SDVariable padded(SDVariable x, int rows, int columns) {
    int[][] zeros = {{0, 0}, {0, 0}, {rows, rows}, {columns, columns}};
    SameDiff graph = x.getSameDiff();
    return rows + columns == 0
        ? x
        : graph.nn().pad(x, graph.constant(Nd4j.createFromArray(zeros)), 0);
  }

  /** The mean over windows without padding. */
  static SDVariable mean(SDVariable x, int[] kernel, int[] stride) {
    return x.getSameDiff().cnn().avgPooling2d(x, window(kernel, stride, new int[2]));
  }

  private static Pooling2DConfig window(int[] kernel, int[] stride, int[] padding) {
    return Pooling2DConfig.builder()
        .kH(kernel[0])
        .kW(kernel[1])
        .sH(stride[0])
        .sW(stride[1])
        .pH(padding[0])
        .pW(padding[1])
        .isNHWC(false)
        .build();
  }

  /** Over all pixels of images. */
  static SDVariable global(Place place) {
    GlobalPoolingLayer layer = place.as(GlobalPoolingLayer.class);
    Place.require(place.images(), "pooling of sequences");
    int[] dimensions = layer.getPoolingDimensions();
    boolean pixels = dimensions == null || Arrays.equals(dimensions, new int[] {2, 3});
    Place.require(
        pixels && layer.isCollapseDimensions(), "pooling over other dimensions than all pixels");
    SDVariable x = place.x();
    return switch (layer.getPoolingType()) {
      case MAX -> x.max(2, 3);
      case AVG -> x.mean(2, 3);
      case SUM -> x.sum(2, 3);
      case PNORM -> {
        Place.require(layer.getPnorm() == 2, "norms other than the Euclidean");
        yield place.graph().math().sqrt(x.mul(x).sum(2, 3));
      }
    };
  }
}
