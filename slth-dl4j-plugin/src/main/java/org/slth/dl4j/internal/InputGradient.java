package org.slth.dl4j.internal;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Whether somebody reads the gradient by the input of a network's first layer.
 *
 * <p>DL4J 1.0.0-M2.1 tells no layer that it is the first, and drops the gradient that it asks for
 * when it fits. Only who calls tells one from the other: {@code computeGradientAndScore} drops it,
 * and the methods that return it do not. Whoever else calls, or calls a layer within another one,
 * gets it.
 */
final class InputGradient {

  private static final String NETWORK = MultiLayerNetwork.class.getName();

  /** Methods of the network that pass the gradient on, nearest first. */
  private static final List<String> DROPPING =
      List.of("calcBackpropGradients", "computeGradientAndScore");

  private InputGradient() {}

  /** Returns false if the caller's caller is a network that drops what the first layer returns. */
  static boolean isRead() {
    List<String> callers =
        StackWalker.getInstance()
            .walk(
                frames -> frames.skip(2).limit(DROPPING.size()).map(InputGradient::name).toList());
    return !callers.equals(DROPPING);
  }

  private static String name(StackFrame frame) {
    return frame.getClassName().equals(NETWORK) ? frame.getMethodName() : "";
  }
}
