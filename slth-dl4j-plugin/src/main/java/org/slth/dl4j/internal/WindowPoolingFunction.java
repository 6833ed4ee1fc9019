package org.slth.dl4j.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.rows.FloatWindowMean;

/**
 * The maximum or the mean of every channel in a window of {@code [batch, channels, height, width]}.
 *
 * @param window how the window slides
 * @param maximum whether the maximum is taken, else the mean, with padding counted as zeros
 */
public record WindowPoolingFunction(Window window, boolean maximum) implements LayerFunction {

  @Override
  public INDArray forward(INDArray input, boolean training, LayerContext context) {
    INDArray result =
        context.result(
            input.size(0),
            input.size(1),
            window.positions(input.size(2)),
            window.positions(input.size(3)));
    if (isTiled(input)) {
      new FloatWindowMean(window.size()).forward(input, result);
    } else {
      Nd4j.exec(operation("").addInputs(input).addOutputs(result).build());
    }
    return result;
  }

  @Override
  public INDArray backward(INDArray input, INDArray epsilon, LayerContext context) {
    INDArray result = context.result(input.shape());
    if (isTiled(input)) {
      new FloatWindowMean(window.size()).backward(epsilon, result);
    } else {
      Nd4j.exec(operation("_bp").addInputs(input, epsilon).addOutputs(result).build());
    }
    return result;
  }

  /** The usual case, which has loops of its own. */
  private boolean isTiled(INDArray input) {
    return !maximum
        && window.stride() == window.size()
        && window.padding() == 0
        && !window.same()
        && window.dilation() == 1
        && FloatWindowMean.takes(input);
  }

  private DynamicCustomOp.DynamicCustomOpsBuilder operation(String suffix) {
    return DynamicCustomOp.builder((maximum ? "maxpool2d" : "avgpool2d") + suffix)
        .addIntegerArguments(window.arguments(maximum ? 0 : 1, 0)); // 1: padding counts; 0: NCHW
  }
}
