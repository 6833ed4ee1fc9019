package org.slth.dl4j.layertype;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slth.dl4j.internal.FieldInvariants;
import org.slth.dl4j.layer.CoefficientLayout;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.dl4j.pruning.MaskedPair;
import org.slth.dl4j.pruning.PlannedLayer;
import org.slth.dl4j.pruning.TargetLayer;
import org.slth.dl4j.pruning.TrainedLayer;
import org.slth.kernel.PointwiseBasis;
import org.slth.representation.FieldType;
import org.slth.representation.Representation;

/**
 * A steerable convolution, with the field batch normalisation behind it folded in.
 *
 * <p>With the folding, of gain <i>a</i>, mean μ and shift β per output field,
 *
 * <pre>
 * λ[p,q,k] = a_p w[p,q,k],   bias_p = a_p b_p + (β_p - a_p μ_p) 1,   a = γ / sqrt(σ² + ε)
 * </pre>
 *
 * The hidden copies of U are fields of the input's own kind behind a 1x1 convolution, whose basis
 * holds the identity as one element (da Cunha et al., ICLR 2022, for plain convolutions). The
 * constant's copies are hidden trivial fields of which only the bias is kept; V takes them with the
 * elements of its basis that live in the centre cell alone, so that padding does not touch them.
 */
final class SteerableTarget implements TargetLayer {

  private final SteerableConvolution2D configuration;
  private final FoldedCoefficients folded;
  private final CoefficientLayout layout;
  private final CentreElements centre;

  private SteerableTarget(SteerableConvolution2D configuration, FoldedCoefficients folded) {
    this.configuration = configuration;
    this.folded = folded;
    this.layout = configuration.layout();
    this.centre = new CentreElements(configuration);
  }

  /** Reads a trained convolution. */
  static SteerableTarget of(TrainedLayer layer) {
    SteerableConvolution2D configuration = (SteerableConvolution2D) layer.configuration();
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
    List<Double> targets = new ArrayList<>();
    for (int p = 0; p < outputs(); p++) {
      for (int k = 0; k < size(p, input); k++) {
        targets.add(coefficient(p, input, k));
      }
    }
    return targets.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private int outputs() {
    return configuration.outputType().size();
  }

  private int size(int output, int input) {
    return isConstant(input) ? centre.of(output).size() : layout.size(output, input);
  }

  private double coefficient(int output, int input, int k) {
    return isConstant(input)
        ? centre.coefficient(output, k, bias(output))
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
    SteerableConvolution2D u = hiddenLayer(hidden);
    SteerableConvolution2D v = outputLayer(hidden);
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
    SteerableConvolution2D u = hiddenLayer(hidden);
    SteerableConvolution2D v = outputLayer(hidden);
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

  private SteerableConvolution2D hiddenLayer(FieldType hidden) {
    return new SteerableConvolution2D.Builder(configuration.inputType(), hidden)
        .kernelSize(1)
        .kernelBasis(PointwiseBasis.ID) // its element 0 is the identity
        .hasBias(hasConstant())
        .build();
  }

  private SteerableConvolution2D outputLayer(FieldType hidden) {
    return new SteerableConvolution2D.Builder(hidden, configuration.outputType())
        .kernelSize(configuration.kernelSize())
        .stride(configuration.stride())
        .padding(configuration.padding())
        .dilation(configuration.dilation())
        .convolutionMode(configuration.convolutionMode())
        .kernelBasis(configuration.kernelBasis())
        .allowInexactGrid(configuration.allowInexactGrid())
        .hasBias(false)
        .build();
  }

  private Map<String, double[]> hiddenParameters(SteerableConvolution2D layer, MaskedPair kept) {
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
    parameters.put(SteerableConvolution2D.WEIGHT, weights);
    if (hasConstant()) {
      parameters.put(SteerableConvolution2D.BIAS, new FieldInvariants(hidden).coordinates(bias));
    }
    return parameters;
  }

  private Map<String, double[]> outputParameters(SteerableConvolution2D layer, MaskedPair kept) {
    CoefficientLayout coefficients = layer.layout();
    double[] weights = new double[coefficients.total()];
    int h = 0;
    for (int q = 0; q < inputs(); q++) {
      for (int copy : kept.copies(q)) {
        int problem = 0;
        for (int p = 0; p < outputs(); p++) {
          for (int k = 0; k < size(p, q); k++) {
            int element = isConstant(q) ? centre.of(p).get(k) : k;
            weights[coefficients.offset(p, h) + element] = kept.v(q, problem++, copy);
          }
        }
        h++;
      }
    }
    return Map.of(SteerableConvolution2D.WEIGHT, weights);
  }
}
