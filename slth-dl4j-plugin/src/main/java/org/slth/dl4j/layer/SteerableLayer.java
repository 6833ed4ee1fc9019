package org.slth.dl4j.layer;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.internal.BiasExpansion;
import org.slth.dl4j.internal.ExpandedKernel;
import org.slth.dl4j.internal.FieldInvariants;
import org.slth.dl4j.internal.KernelFunction;
import org.slth.dl4j.internal.KernelOperation;
import org.slth.dl4j.internal.LayerFunction;
import org.slth.dl4j.internal.expansion.KernelExpansion;
import org.slth.kernel.SteerableKernelBasis;
import org.slth.representation.FieldType;
import org.slth.representation.Representation;

/**
 * A linear layer that commutes with a group: its kernel from input field q to output field p is a
 * combination of basis elements, and its bias one of invariant vectors,
 *
 * <pre>
 *   K_pq = sum_k w[p,q,k] b_k        bias_p = sum_r b[p,r] e_r
 * </pre>
 *
 * <p>Parameters: {@code W}, one row {@code [1, coefficients]} in the order of {@link #layout()},
 * and {@code b}, one row with one number per invariant vector of each output field, in field order;
 * there is no {@code b} if no field has an invariant vector. Initially the bias is zero and each
 * coefficient has variance 2 / fan-in, with the {@linkplain #fanIns() fan-in} of its output field:
 * He's initialisation, since basis elements have the squared norm dim(out). Whatever is pruned of
 * {@code W}, the layer commutes.
 */
public abstract sealed class SteerableLayer extends SlthLayer
    permits EquivariantDense, SteerableConvolution2D, SteerableDeconvolution2D {

  /** Name of the parameter that holds the coefficients. */
  public static final String WEIGHT = ExpandedKernel.WEIGHT;

  /** Name of the parameter that holds the bias coefficients. */
  public static final String BIAS = BiasExpansion.BIAS;

  @JsonProperty private final int kernelSize;
  @JsonProperty private final String kernelBasis;
  @JsonProperty private final boolean hasBias;

  private transient volatile @Nullable CoefficientLayout layout; // made at the first use

  SteerableLayer(LayerOptions<?> options, FieldType output, KernelKind kernel, boolean hasBias) {
    super(options, output);
    this.kernelSize = kernel.size();
    this.kernelBasis = kernel.basis();
    this.hasBias = hasBias;
  }

  /** For JSON, which sets the fields. */
  SteerableLayer() {
    this.kernelSize = 1;
    this.kernelBasis = "";
    this.hasBias = true;
  }

  /** Returns width and height of the kernel, 1 for a dense layer. */
  public final int kernelSize() {
    return kernelSize;
  }

  /** Returns the id of the kind of kernel basis. */
  public final String kernelBasis() {
    return kernelBasis;
  }

  /** Returns whether there is a bias, as far as the output type allows one. */
  public final boolean hasBias() {
    return hasBias;
  }

  /** Returns where the coefficients of each pair of fields lie in {@code W}. */
  public final CoefficientLayout layout() {
    CoefficientLayout known = layout;
    if (known == null) {
      known = CoefficientLayout.of(inputType(), outputType(), (in, out) -> basis(in, out).size());
      layout = known;
    }
    return known;
  }

  /**
   * Returns how many coefficients add up in one output field, on the average of its pixels, for the
   * elements of {@code W} in their order.
   */
  public final List<CoefficientRun> fanIns() {
    return parameters().fanIns();
  }

  /**
   * Returns the basis of the kernels from one representation to another.
   *
   * @param from how the group acts on an input field
   * @param to how it acts on an output field
   */
  public final SteerableKernelBasis basis(Representation from, Representation to) {
    return kernel().between(from, to);
  }

  /**
   * Returns the kernel that coefficients make, Σ<sub>k</sub> w<sub>k</sub> b<sub>k</sub>, in double
   * precision: {@code [cells, input channels, output channels]} in C order, the cells row by row.
   *
   * @param coefficients the numbers of {@code W}
   */
  public final double[] expandedKernel(double... coefficients) {
    KernelExpansion expansion = parameters().expansion(DataType.DOUBLE);
    INDArray kernel = Nd4j.createUninitialized(DataType.DOUBLE, expansion.length());
    INDArray row = Nd4j.createFromArray(coefficients).reshape(1, coefficients.length);
    expansion.expand(row, kernel);
    return kernel.toDoubleVector();
  }

  /**
   * Returns the bias of every output channel that coefficients make, Σ<sub>r</sub> b<sub>r</sub>
   * e<sub>r</sub>.
   *
   * @param coefficients the numbers of {@code b}
   */
  public final double[] expandedBias(double... coefficients) {
    return new FieldInvariants(outputType()).expand(coefficients);
  }

  final KernelKind kernel() {
    return new KernelKind(kernelBasis, kernelSize);
  }

  /** Returns what is done with the kernel and the input. */
  abstract KernelOperation operation();

  /** Returns the same in a graph, with the kernel [cells, in, out]. */
  abstract SDVariable operation(SameDiff graph, SDVariable x, SDVariable kernel);

  /** Returns on how many pixels of the output the cells of the kernel are spread. */
  abstract int spread();

  /** Returns what helps where no basis has an element. */
  abstract String remedy();

  @Override
  public final void defineParameters(SDLayerParams params) {
    int total = layout().total();
    if (total == 0) {
      throw new IllegalArgumentException(
          "only zero leads from %s to %s and commutes with the group at kernel size %d; "
                  .formatted(inputType(), outputType(), kernelSize)
              + remedy());
    }
    params.addWeightParam(WEIGHT, 1, total);
    int biases = parameters().biases();
    if (biases > 0) {
      params.addBiasParam(BIAS, 1, biases);
    }
  }

  @Override
  public final void initializeParameters(Map<String, INDArray> params) {
    parameters().initialize(params);
  }

  @Override
  final LayerFunction function(DataType type) {
    return new KernelFunction(
        operation(),
        new ExpandedKernel(type, () -> parameters().expansion(type)),
        parameters().biases() > 0 ? new BiasExpansion(new FieldInvariants(outputType())) : null);
  }

  @Override
  public final SDVariable defineLayer(
      SameDiff sameDiff,
      SDVariable layerInput,
      Map<String, SDVariable> paramTable,
      SDVariable mask) {
    KernelGraph graph = new KernelGraph(this);
    SDVariable kernel = graph.kernel(sameDiff, named(paramTable, WEIGHT));
    SDVariable result = operation(sameDiff, layerInput, kernel);
    SDVariable bias = paramTable.get(BIAS);
    return bias == null ? result : result.add(graph.bias(bias, layerInput));
  }

  private SteerableParameters parameters() {
    return new SteerableParameters(this);
  }
}
