package org.slth.dl4j.layertype.steerable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.slth.dl4j.internal.FieldInvariants;
import org.slth.dl4j.layer.CoefficientLayout;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.SteerableLayer;
import org.slth.dl4j.layertype.NormBound;
import org.slth.kernel.SteerableKernelBasis;
import org.slth.pruning.MaskedPair;
import org.slth.pruning.PlannedLayer;
import org.slth.pruning.TargetLayer;
import org.slth.pruning.TrainedLayer;
import org.slth.representation.FieldType;
import org.slth.representation.Representation;

/**
 * A steerable layer, dense or on images, with the field batch normalisation behind it folded in.
 *
 * <p>With the folding, of gain <i>a</i>, mean μ and shift β per output field,
 *
 * <pre>
 * λ[p,q,k] = a_p w[p,q,k],   bias_p = a_p b_p + (β_p - a_p μ_p) 1,   a = γ / sqrt(σ² + ε)
 * </pre>
 *
 * The hidden copies of U are fields of the input's own kind behind a layer that acts on every pixel
 * alone, whose basis holds the identity as one element. The constant's copies are hidden trivial
 * fields of which only the bias is kept; V takes them with {@link ConstantElements}.
 */
final class SteerableTarget implements TargetLayer {

  private final SteerableLayer configuration;
  private final PairLayers layers;
  private final FoldedCoefficients folded;
  private final CoefficientLayout layout;
  private final ConstantElements constant;

  private SteerableTarget(SteerableLayer configuration, FoldedCoefficients folded) {
    this.configuration = configuration;
    this.layers = PairLayers.of(configuration);
    this.folded = folded;
    this.layout = configuration.layout();
    this.constant =
        folded.hasBias()
            ? ConstantElements.of(configuration, layers)
            : ConstantElements.none(configuration.outputType());
  }

  /**
   * Reads a trained layer.
   *
   * @throws IllegalArgumentException if it has a bias that no pair has
   */
  static SteerableTarget of(TrainedLayer layer) {
    SteerableLayer configuration = layer.configuration().as(SteerableLayer.class).orElseThrow();
    return new SteerableTarget(configuration, FoldedCoefficients.of(layer));
  }

  @Override
  public int inputs() {
    return configuration.inputType().size() + (hasConstant() ? 1 : 0);
  }

  @Override
  public boolean hasConstant() {
    return folded.hasBias();
  }

  @Override
  public double[] targets(int input) {
    double[] targets = new double[problems(input)];
    int j = 0;
    for (int p = 0; p < outputs(); p++) {
      for (int k = 0; k < size(p, input); k++) {
        targets[j++] = coefficient(p, input, k);
      }
    }
    return targets;
  }

  private int outputs() {
    return configuration.outputType().size();
  }

  private int size(int output, int input) {
    return isConstant(input) ? constant.of(output).size() : layout.size(output, input);
  }

  @Override
  public int problems(int input) {
    return IntStream.range(0, outputs()).map(output -> size(output, input)).sum();
  }

  private double coefficient(int output, int input, int k) {
    return isConstant(input)
        ? constant.coefficient(output, k, bias(output))
        : folded.weight(output, layout.offset(output, input) + k);
  }

  /** Returns the bias of an output field, an invariant vector. */
  private double[] bias(int output) {
    int from = configuration.outputType().offset(output);
    int dimension = configuration.outputType().fields().get(output).dimension();
    return folded.bias(from, from + dimension);
  }

  private boolean isConstant(int input) {
    return input == configuration.inputType().size();
  }

  @Override
  public long sourceParameters(int[] copies) {
    FieldType hidden = hiddenType(copies);
    SteerableLayer u = layers.first(hidden, hasConstant());
    SteerableLayer v = layers.last(hidden);
    long parameters = u.layout().total() + (long) v.layout().total();
    return hasConstant() ? parameters + new FieldInvariants(hidden).coefficients() : parameters;
  }

  @Override
  public List<PlannedLayer> pair(MaskedPair kept) {
    int[] copies = new int[inputs()];
    for (int q = 0; q < copies.length; q++) {
      copies[q] = kept.copies(q).size();
    }
    FieldType hidden = hiddenType(copies);
    SteerableLayer u = layers.first(hidden, hasConstant());
    SteerableLayer v = layers.last(hidden);
    return List.of(
        new PlannedLayer(u, hiddenParameters(u, kept)),
        new PlannedLayer(new FieldActivation.Builder(hidden).build(), Map.of()),
        new PlannedLayer(v, outputParameters(v, kept)));
  }

  /** The hidden fields: the copies of every input in turn, then those of the constant. */
  private FieldType hiddenType(int[] copies) {
    List<Representation> fields = new ArrayList<>();
    for (int q = 0; q < copies.length; q++) {
      Representation field =
          isConstant(q)
              ? Representation.trivial(configuration.inputType().group())
              : configuration.inputType().fields().get(q);
      fields.addAll(Collections.nCopies(copies[q], field));
    }
    if (fields.isEmpty()) { // every coefficient is zero: one dead copy keeps the network whole
      fields.add(configuration.inputType().fields().get(0));
    }
    return FieldType.of(configuration.inputType().group(), fields);
  }

  private Map<String, double[]> hiddenParameters(SteerableLayer layer, MaskedPair kept) {
    FieldType hidden = layer.outputType();
    CoefficientLayout coefficients = layer.layout();
    double[] weights = new double[coefficients.total()];
    double[] bias = new double[hidden.dimension()];
    int h = 0;
    for (int q = 0; q < inputs(); q++) {
      for (int copy : kept.copies(q)) {
        if (isConstant(q)) {
          bias[hidden.offset(h)] = kept.u(q, copy);
        } else {
          weights[coefficients.offset(h, q)] = kept.u(q, copy);
        }
        h++;
      }
    }
    Map<String, double[]> parameters = new LinkedHashMap<>();
    parameters.put(SteerableLayer.WEIGHT, weights);
    if (hasConstant()) {
      parameters.put(SteerableLayer.BIAS, new FieldInvariants(hidden).coordinates(bias));
    }
    return parameters;
  }

  private Map<String, double[]> outputParameters(SteerableLayer layer, MaskedPair kept) {
    CoefficientLayout coefficients = layer.layout();
    double[] weights = new double[coefficients.total()];
    int h = 0;
    for (int q = 0; q < inputs(); q++) {
      int first = h;
      int[] output = new int[problems(q)];
      int[] element = new int[output.length];
      number(q, output, element);
      kept.weights(
          q,
          output.length,
          (j, place, weight) ->
              weights[coefficients.offset(output[j], first + place) + element[j]] = weight);
      h += kept.copies(q).size();
    }
    return Map.of(SteerableLayer.WEIGHT, weights);
  }

  /** Sets which output and which basis element every coefficient behind an input is of. */
  private void number(int input, int[] output, int[] element) {
    int j = 0;
    for (int p = 0; p < outputs(); p++) {
      for (int k = 0; k < size(p, input); k++) {
        output[j] = p;
        element[j++] = isConstant(input) ? constant.of(p).get(k) : k;
      }
    }
  }

  /** The sum over the cells of the kernel of their spectral norms. */
  @Override
  public OptionalDouble normBound(double[][] coefficients) {
    FieldType from = hiddenType(ones());
    FieldType to = configuration.outputType();
    int size = configuration.kernelSize();
    KernelCells cells = new KernelCells(size * size, to.dimension(), from.dimension());
    for (int q = 0; q < inputs(); q++) {
      int j = 0;
      for (int p = 0; p < outputs(); p++) {
        SteerableKernelBasis basis = configuration.basis(from.fields().get(q), to.fields().get(p));
        for (int k = 0; k < size(p, q); k++) {
          int element = isConstant(q) ? constant.of(p).get(k) : k;
          cells.add(coefficients[q][j++], basis, element, to.offset(p), from.offset(q));
        }
      }
    }
    return OptionalDouble.of(NormBound.ofConvolution(cells.matrices()));
  }

  /** One copy of every input. */
  private int[] ones() {
    int[] ones = new int[inputs()];
    Arrays.fill(ones, 1);
    return ones;
  }
}
