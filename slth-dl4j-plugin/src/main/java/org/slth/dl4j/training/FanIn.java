package org.slth.dl4j.training;

import java.util.List;
import org.deeplearning4j.nn.api.TrainingConfig;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.slth.dl4j.graph.KOrderLayer;
import org.slth.dl4j.graph.MessagePassing;
import org.slth.dl4j.layer.CoefficientRun;
import org.slth.dl4j.layer.SteerableLayer;

/** How many inputs each weight of a parameter array shares its output with. */
final class FanIn {

  private FanIn() {}

  /**
   * Returns runs of equal fan-in.
   *
   * @param config layer or vertex
   * @param name of the parameter there
   * @param shape of the parameter
   */
  static List<CoefficientRun> of(TrainingConfig config, String name, long[] shape) {
    if (config instanceof SteerableLayer layer) {
      return layer.fanIns();
    }
    if (config instanceof KOrderLayer layer && name.equals(KOrderLayer.WEIGHT)) {
      return run(shape, layer.fanIn());
    }
    if (config instanceof MessagePassing messages && name.equals(MessagePassing.WEIGHT)) {
      return messages.fanIns();
    }
    return run(shape, fanIn(config, name, shape));
  }

  /** Returns one run for an array of a SameDiff graph, of which only the shape is known. */
  static List<CoefficientRun> ofShape(long[] shape) {
    return run(shape, shape.length == 1 ? 1 : fanIn(shape));
  }

  private static List<CoefficientRun> run(long[] shape, long fanIn) {
    long size = 1;
    for (long length : shape) {
      size *= length;
    }
    return List.of(new CoefficientRun(Math.toIntExact(size), Math.toIntExact(fanIn)));
  }

  private static long fanIn(TrainingConfig config, String name, long[] shape) {
    boolean depthwise =
        config instanceof DepthwiseConvolution2D
            || (config instanceof SeparableConvolution2D && name.equals("W"));
    if (shape.length == 4 && depthwise) {
      return shape[2] * shape[3]; // [multiplier, channels, height, width]
    }
    if (shape.length == 4 && config instanceof Deconvolution2D) {
      return shape[0] * shape[2] * shape[3]; // [inputs, outputs, height, width]
    }
    if (name.equals("Wq") || name.equals("Wk") || name.equals("Wv")) {
      return shape[shape.length - 1]; // [heads, size, inputs]
    }
    return fanIn(shape);
  }

  private static long fanIn(long[] shape) {
    if (shape.length == 2) {
      return shape[0]; // [inputs, outputs]
    }
    if (shape.length == 3) {
      return shape[1]; // [places, inputs, outputs]
    }
    long product = 1;
    for (int i = 1; i < shape.length; i++) {
      product *= shape[i]; // [outputs, inputs, height, width] and the like
    }
    return product;
  }
}
