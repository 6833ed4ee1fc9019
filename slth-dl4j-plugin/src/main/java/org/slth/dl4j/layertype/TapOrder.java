package org.slth.dl4j.layertype;

/**
 * The orders in which a kernel of taps <i>k</i>, inputs <i>q</i> and outputs <i>p</i> is listed.
 */
final class TapOrder {

  private TapOrder() {}

  /** Returns {@code [p, q, k]} as {@code [k, q, p]}. */
  static double[] byTap(double[] weights, int outputs, int inputs) {
    return reversed(weights, outputs, inputs);
  }

  /** Returns {@code [k, q, p]} as {@code [p, q, k]}. */
  static double[] byOutput(double[] weights, int inputs, int outputs) {
    return reversed(weights, weights.length / (inputs * outputs), inputs);
  }

  private static double[] reversed(double[] array, int first, int second) {
    int third = array.length / (first * second);
    double[] reversed = new double[array.length];
    int from = 0;
    for (int i = 0; i < first; i++) {
      for (int j = 0; j < second; j++) {
        for (int k = 0; k < third; k++) {
          reversed[(k * second + j) * first + i] = array[from++];
        }
      }
    }
    return reversed;
  }
}
