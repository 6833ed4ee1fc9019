package org.slth.dl4j.export;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.slth.dl4j.layer.FieldPooling2D;
import org.slth.dl4j.layer.FieldUpsampling2D;
import org.slth.dl4j.layer.Interpolation;

/** What stands for layers that make images smaller or larger. */
final class WindowForms {

  private WindowForms() {}

  static void pooling(Sketch sketch, FieldPooling2D layer) {
    Layer stock =
        new SubsamplingLayer.Builder(layer.poolingType())
            .kernelSize(layer.window(), layer.window())
            .stride(layer.stride(), layer.stride())
            .padding(layer.padding(), layer.padding())
            .convolutionMode(ConvolutionMode.Truncate)
            .avgPoolIncludePadInDivisor(true)
            .build();
    sketch.layer(sketch.input(), stock);
  }

  /**
   * Copies of pixels are DL4J's upsampling. To interpolate between centres is to take means of the
   * copies over a window as wide as a pixel was, f: for odd f one of f copies, for even f one of f
   * and then one of 2, since its ends fall in the middle of copies. At a border all copies in the
   * window are of the outermost pixel, so the mean of those that are there is what it shall be.
   */
  static void upsampling(Sketch sketch, FieldUpsampling2D layer) {
    int factor = layer.factor();
    String copies = sketch.layer(sketch.input(), new Upsampling2D.Builder(factor).build());
    if (layer.interpolation() == Interpolation.BILINEAR) {
      String means = sketch.layer(copies, mean(factor, factor / 2));
      if (factor % 2 == 0) {
        sketch.layer(means, mean(2, 0));
      }
    }
  }

  private static Layer mean(int window, int padding) {
    return new SubsamplingLayer.Builder(PoolingType.AVG)
        .kernelSize(window, window)
        .stride(1, 1)
        .padding(padding, padding)
        .convolutionMode(ConvolutionMode.Truncate)
        .avgPoolIncludePadInDivisor(false)
        .build();
  }
}
