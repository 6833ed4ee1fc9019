package org.slth.dl4j.layertype;

import java.util.Optional;
import org.slth.pruning.TrainedLayer;

/**
 * The coefficients of a layer that mixes channels alike in every row: Σ<sub>k</sub>
 * b<sub>k</sub>(x) W<sub>k</sub> + Σ<sub>e</sub> c<sub>e</sub> β<sub>e</sub>, where the
 * b<sub>k</sub> act on rows and the c<sub>e</sub> are constant columns, of which the last is 1 in
 * every row. An input feeds all outputs, or as many that are its own.
 */
final class RowWiseCoefficients {

  private final int inputs;
  private final int outputs;
  private final int fed; // outputs that each input feeds
  private final double[] weights;
  private final double[] biases;

  private RowWiseCoefficients(int inputs, int outputs, int fed, double[] weights, double[] biases) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.fed = fed;
    this.weights = weights;
    this.biases = biases;
  }

  /**
   * Returns those of a layer in which every input feeds all outputs.
   *
   * @param inputs channels of x
   * @param outputs channels of the result
   * @param weights W as {@code [k, inputs, outputs]}; not modified
   * @param biases β as {@code [e, outputs]}, empty if there is none; not modified
   */
  static RowWiseCoefficients dense(int inputs, int outputs, double[] weights, double[] biases) {
    return new RowWiseCoefficients(inputs, outputs, outputs, weights, biases);
  }

  /**
   * Returns those of a layer in which an input <i>q</i> feeds the outputs from <i>qm</i> to
   * <i>qm</i> + <i>m</i> - 1 alone.
   *
   * @param inputs channels of x
   * @param multiplier <i>m</i>
   * @param weights W as {@code [k, inputs, m]}; not modified
   * @param biases β as {@code [e, inputs * m]}, empty if there is none; not modified
   */
  static RowWiseCoefficients depthwise(
      int inputs, int multiplier, double[] weights, double[] biases) {
    return new RowWiseCoefficients(inputs, inputs * multiplier, multiplier, weights, biases);
  }

  int inputs() {
    return inputs;
  }

  int outputs() {
    return outputs;
  }

  /** Returns how many b<sub>k</sub> there are. */
  int elements() {
    return weights.length / (inputs * fed);
  }

  /** Returns how many c<sub>e</sub> there are. */
  int biasElements() {
    return biases.length / outputs;
  }

  /** Returns the first of the outputs that an input feeds. */
  int firstOutput(int input) {
    return fed == outputs ? 0 : input * fed;
  }

  /** Returns the output behind the last that an input feeds. */
  int endOutput(int input) {
    return firstOutput(input) + fed;
  }

  /** Returns W for an output that the input feeds. */
  double weight(int element, int input, int output) {
    return weights[(element * inputs + input) * fed + output - firstOutput(input)];
  }

  double bias(int element, int output) {
    return biases[element * outputs + output];
  }

  /**
   * Returns the coefficients after a batch normalisation of the columns,
   *
   * <pre>
   * W'[k,q,p] = a_p W[k,q,p],   β'[e,p] = a_p β[e,p] + s_p (the last e)
   * </pre>
   *
   * @param normalization of gain a and shift s
   * @param biasElements how many c<sub>e</sub> the layer would have with a bias
   */
  RowWiseCoefficients folded(Optional<TrainedLayer> normalization, int biasElements) {
    if (normalization.isEmpty()) {
      return this;
    }
    ColumnNormalization columns = ColumnNormalization.of(normalization.get(), outputs);
    double[] w = weights.clone();
    for (int i = 0; i < w.length; i++) {
      int input = i / fed % inputs;
      w[i] *= columns.gain(firstOutput(input) + i % fed);
    }
    double[] b = biases.length > 0 ? biases.clone() : new double[biasElements * outputs];
    for (int i = 0; i < b.length; i++) {
      boolean everywhere = i >= b.length - outputs;
      b[i] = columns.gain(i % outputs) * b[i] + (everywhere ? columns.shift(i % outputs) : 0);
    }
    return new RowWiseCoefficients(inputs, outputs, fed, w, b);
  }
}
