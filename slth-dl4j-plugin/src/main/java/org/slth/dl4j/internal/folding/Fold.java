package org.slth.dl4j.internal.folding;

import java.util.ArrayList;
import java.util.List;
import org.slth.algebra.Matrix;
import org.slth.dl4j.layertype.NormBound;

/**
 * A pair as one layer. With W⁺ the sums of v u over u &gt; 0 and W⁻ those over u &lt; 0, the pair
 * computes W⁺ max(x, 0) - W⁻ max(-x, 0), so W⁺ x where x is not negative. For other inputs
 *
 * <pre>
 * W x + D |x|,   W = (W⁺ + W⁻) / 2,   D = (W⁺ - W⁻) / 2
 * </pre>
 *
 * and W x is what is closest to it.
 */
final class Fold {

  private final double[] kernel; // [elements, inputs, outputs]
  private final double[] bias;
  private final double biasError;
  private final double gap;
  private final double bound;

  private Fold(double[] kernel, double[] difference, Constant constant, Mixing mixing) {
    this.kernel = kernel;
    this.bias = sum(constant.bias(), mixing.bias());
    this.biasError = constant.error();
    this.gap = largest(difference);
    this.bound = gap == 0 ? 0 : bound(difference, mixing.elements(), mixing.outputs());
  }

  /**
   * Folds a pair.
   *
   * @param signed whether the input may be negative
   */
  static Fold of(HiddenCopies copies, Mixing mixing, boolean signed) {
    int outputs = mixing.outputs();
    double[] v = mixing.kernel();
    double[] positive = new double[mixing.elements() * copies.inputs() * outputs];
    double[] negative = new double[positive.length];
    double[] constant = new double[mixing.elements() * outputs];
    for (int i = 0; i < v.length; i++) {
      int o = i % outputs;
      int h = i / outputs % copies.count();
      int element = i / outputs / copies.count();
      double u = copies.value(h);
      if (copies.input(h) < 0) {
        constant[element * outputs + o] += v[i] * u;
      } else {
        double[] sums = u > 0 ? positive : negative;
        sums[(element * copies.inputs() + copies.input(h)) * outputs + o] += v[i] * u;
      }
    }
    double[] difference = signed ? half(positive, negative, -1) : new double[positive.length];
    double[] kernel = signed ? half(positive, negative, 1) : positive;
    return new Fold(kernel, difference, mixing.constant(constant), mixing);
  }

  private static double[] half(double[] a, double[] b, int sign) {
    double[] half = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      half[i] = (a[i] + sign * b[i]) / 2;
    }
    return half;
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }

  private static double largest(double[] numbers) {
    double largest = 0;
    for (double number : numbers) {
      largest = Math.max(largest, Math.abs(number));
    }
    return largest;
  }

  private static double bound(double[] difference, int elements, int outputs) {
    List<Matrix> parts = new ArrayList<>();
    int size = difference.length / elements;
    for (int e = 0; e < elements; e++) {
      int from = e * size;
      parts.add(
          Matrix.generate(size / outputs, outputs, (q, o) -> difference[from + q * outputs + o]));
    }
    return NormBound.ofConvolution(parts);
  }

  /** Returns the kernel of the layer, {@code [elements, inputs, outputs]}. */
  double[] kernel() {
    return kernel;
  }

  /** Returns the numbers of its bias, none if it has no bias. */
  double[] bias() {
    return largest(bias) > 0 ? bias : new double[0];
  }

  /** Returns the largest entry of D, 0 for inputs that are not negative. */
  double gap() {
    return gap;
  }

  /** Returns how far the bias is from what the pair adds, at most. */
  double biasError() {
    return biasError;
  }

  /** Returns the sum over the elements of the norms of their D. */
  double bound() {
    return bound;
  }
}
