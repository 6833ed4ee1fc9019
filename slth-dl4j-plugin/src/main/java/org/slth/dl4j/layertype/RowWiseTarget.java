package org.slth.dl4j.layertype;

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
 * nodes, messages along edges.
 *
 * <p>U is a dense layer on every row, channels to hidden copies; the constant's copies are hidden
 * columns of which only the bias is kept. V is a layer of the target's own kind without bias. The
 * coefficients behind a channel are numbered output by output, element by element.
 */
final class RowWiseTarget implements TargetLayer {

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
  private final Last last;

  /**
   * @param basis the elements of V
   * @param last makes V, which applies what the target does to its sum
   */
  RowWiseTarget(RowWiseCoefficients coefficients, RowWiseBasis basis, Last last) {
    this.coefficients = coefficients;
    this.basis = basis;
    this.last = last;
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
    double[] targets = new double[coefficients.outputs() * elements(input)];
    int j = 0;
    for (int p = 0; p < coefficients.outputs(); p++) {
      for (int k = 0; k < elements(input); k++) {
        targets[j++] =
            isConstant(input) ? coefficients.bias(k, p) : coefficients.weight(k, input, p);
      }
    }
    return targets;
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
    return List.of(first(hidden, kept), last.of(hidden, lastWeights(hidden, kept)));
  }

  private PlannedLayer first(int hidden, MaskedPair kept) {
    double[] u = new double[coefficients.inputs() * hidden];
    double[] bias = new double[hidden];
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
    DenseLayer layer =
        new DenseLayer.Builder()
            .nIn(coefficients.inputs())
            .nOut(hidden)
            .activation(Activation.RELU)
            .hasBias(hasConstant())
            .build();
    Map<String, double[]> parameters = new LinkedHashMap<>();
    parameters.put(DefaultParamInitializer.WEIGHT_KEY, u);
    if (hasConstant()) {
      parameters.put(DefaultParamInitializer.BIAS_KEY, bias);
    }
    return new PlannedLayer(layer, parameters);
  }

  private double[] lastWeights(int hidden, MaskedPair kept) {
    int outputs = coefficients.outputs();
    double[] v = new double[basis.size() * hidden * outputs];
    int h = 0;
    for (int q = 0; q < inputs(); q++) {
      for (int copy : kept.copies(q)) {
        int j = 0;
        for (int p = 0; p < outputs; p++) {
          for (int k = 0; k < elements(q); k++) {
            int element = isConstant(q) ? basis.ofBias().get(k) : k;
            v[(element * hidden + h) * outputs + p] = kept.v(q, j++, copy);
          }
        }
        h++;
      }
    }
    return v;
  }

  /** The spectral norm of the matrix of coefficients, of a layer that acts on every row alone. */
  @Override
  public OptionalDouble normBound(double[][] coefficients) {
    if (!basis.equals(RowWiseBasis.IDENTITY)) {
      return OptionalDouble.empty(); // what the elements do to rows is for the data to say
    }
    int outputs = this.coefficients.outputs();
    Matrix matrix = Matrix.generate(inputs(), outputs, (q, p) -> coefficients[q][p]);
    return OptionalDouble.of(NormBound.of(matrix));
  }
}
