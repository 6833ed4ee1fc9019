package org.slth.dl4j.layertype;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.activations.Activation;
import org.slth.algebra.Matrix;
import org.slth.pruning.MaskedPair;
import org.slth.pruning.PlannedLayer;
import org.slth.pruning.TargetLayer;

/**
 * A layer whose elements act on rows and whose coefficients mix channels: dense layers, tensors of
 * nodes, messages along edges, convolutions.
 *
 * <p>U acts on every row alone, channels to hidden copies; the constant's copies are hidden columns
 * of which only the bias is kept. V is a layer of the target's own kind without bias. The
 * coefficients behind a channel are numbered output by output, element by element.
 */
final class RowWiseTarget implements TargetLayer {

  /** Makes U, with a ReLU behind it. */
  @FunctionalInterface
  interface First {

    /**
     * Returns the layer from the inputs to the hidden copies.
     *
     * @param inputs how many channels
     * @param weights of the layer, {@code [inputs, hidden]}
     * @param bias one number per hidden copy, or empty if it has none
     */
    PlannedLayer of(int inputs, double[] weights, double[] bias);
  }

  /** Makes V. */
  @FunctionalInterface
  interface Last {

    /**
     * Returns the layer from the hidden copies to the outputs.
     *
     * @param hidden how many copies
     * @param weights of the layer, {@code [element, hidden, outputs]}
     */
    PlannedLayer of(int hidden, double[] weights);
  }

  private final RowWiseCoefficients coefficients;
  private final RowWiseBasis basis;
  private final First first;
  private final Last last;

  /**
   * @param basis the elements of V
   * @param first makes U
   * @param last makes V, which applies what the target does to its sum
   */
  RowWiseTarget(RowWiseCoefficients coefficients, RowWiseBasis basis, First first, Last last) {
    this.coefficients = coefficients;
    this.basis = basis;
    this.first = first;
    this.last = last;
  }

  /** Returns one whose U is a dense layer. */
  static RowWiseTarget ofRows(RowWiseCoefficients coefficients, RowWiseBasis basis, Last last) {
    return new RowWiseTarget(coefficients, basis, RowWiseTarget::dense, last);
  }

  @Override
  public int inputs() {
    return coefficients.inputs() + (hasConstant() ? 1 : 0);
  }

  @Override
  public boolean hasConstant() {
    return coefficients.biasElements() > 0;
  }

  @Override
  public double[] targets(int input) {
    double[] targets = new double[problems(input)];
    int j = 0;
    for (int p = start(input); p < end(input); p++) {
      for (int k = 0; k < elements(input); k++) {
        targets[j++] =
            isConstant(input) ? coefficients.bias(k, p) : coefficients.weight(k, input, p);
      }
    }
    return targets;
  }

  @Override
  public int problems(int input) {
    return (end(input) - start(input)) * elements(input);
  }

  private int start(int input) {
    return isConstant(input) ? 0 : coefficients.firstOutput(input);
  }

  private int end(int input) {
    return isConstant(input) ? coefficients.outputs() : coefficients.endOutput(input);
  }

  private int elements(int input) {
    return isConstant(input) ? coefficients.biasElements() : coefficients.elements();
  }

  private boolean isConstant(int input) {
    return input == coefficients.inputs();
  }

  @Override
  public long sourceParameters(int[] copies) {
    long hidden = IntStream.of(copies).asLongStream().sum();
    return hidden * (inputs() + (long) basis.size() * coefficients.outputs());
  }

  @Override
  public List<PlannedLayer> pair(MaskedPair kept) {
    int hidden = IntStream.range(0, inputs()).map(q -> kept.copies(q).size()).sum();
    hidden = Math.max(1, hidden); // every coefficient is zero: one dead copy keeps it whole
    return List.of(hidden(hidden, kept), last.of(hidden, lastWeights(hidden, kept)));
  }

  private PlannedLayer hidden(int hidden, MaskedPair kept) {
    double[] u = new double[coefficients.inputs() * hidden];
    double[] bias = new double[hasConstant() ? hidden : 0];
    int h = 0;
    for (int q = 0; q < inputs(); q++) {
      for (int copy : kept.copies(q)) {
        if (isConstant(q)) {
          bias[h] = kept.u(q, copy);
        } else {
          u[q * hidden + h] = kept.u(q, copy);
        }
        h++;
      }
    }
    return first.of(coefficients.inputs(), u, bias);
  }

  private static PlannedLayer dense(int inputs, double[] weights, double[] bias) {
    DenseLayer layer =
        new DenseLayer.Builder()
            .nIn(inputs)
            .nOut(weights.length / inputs)
            .activation(Activation.RELU)
            .hasBias(bias.length > 0)
            .build();
    Map<String, double[]> parameters = new LinkedHashMap<>();
    parameters.put(DefaultParamInitializer.WEIGHT_KEY, weights);
    if (bias.length > 0) {
      parameters.put(DefaultParamInitializer.BIAS_KEY, bias);
    }
    return new PlannedLayer(layer, parameters);
  }

  private double[] lastWeights(int hidden, MaskedPair kept) {
    int outputs = coefficients.outputs();
    double[] v = new double[basis.size() * hidden * outputs];
    int h = 0;
    for (int q = 0; q < inputs(); q++) {
      int[] rows = rows(q, hidden, h);
      int start = start(q);
      kept.weights(
          q,
          problems(q),
          (j, place, weight) -> {
            int p = j / rows.length;
            v[(rows[j - p * rows.length] + place) * outputs + start + p] = weight;
          });
      h += kept.copies(q).size();
    }
    return v;
  }

  /** Returns for every element behind an input where V has the row of its first copy. */
  private int[] rows(int input, int hidden, int firstCopy) {
    int[] rows = new int[elements(input)];
    for (int k = 0; k < rows.length; k++) {
      int element = isConstant(input) ? basis.ofBias().get(k) : k;
      rows[k] = element * hidden + firstCopy;
    }
    return rows;
  }

  /** The sum over the elements of the spectral norms of their matrices, if the elements shift. */
  @Override
  public OptionalDouble normBound(double[][] coefficients) {
    return basis.shifts()
        ? OptionalDouble.of(NormBound.ofConvolution(matrices(coefficients)))
        : OptionalDouble.empty(); // what the elements do to rows is for the data to say
  }

  /** Returns the matrix from channels to outputs of every element. */
  private List<Matrix> matrices(double[][] c) {
    int outputs = coefficients.outputs();
    double[][] matrices = new double[basis.size()][inputs() * outputs];
    for (int q = 0; q < inputs(); q++) {
      int j = 0;
      for (int p = start(q); p < end(q); p++) {
        for (int k = 0; k < elements(q); k++) {
          int element = isConstant(q) ? basis.ofBias().get(k) : k;
          matrices[element][q * outputs + p] = c[q][j++];
        }
      }
    }
    return Arrays.stream(matrices).map(m -> Matrix.of(inputs(), outputs, m)).toList();
  }
}
