package org.slth.dl4j.layer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.internal.BasisCache;
import org.slth.dl4j.internal.BiasExpansion;
import org.slth.dl4j.internal.ConvolutionFunction;
import org.slth.dl4j.internal.FieldInvariants;
import org.slth.dl4j.internal.LayerFunction;
import org.slth.dl4j.internal.Window;
import org.slth.kernel.KernelBasisProvider;
import org.slth.kernel.SteerableKernelBasis;
import org.slth.representation.FieldType;
import org.slth.representation.Representation;

/**
 * A convolution that commutes with rotations and reflections:
 *
 * <pre>
 *   y_p(x) = sum_q sum_k w[p,q,k] sum_c b_k(c) x_q(x + c)  +  sum_r b[p,r] e_r
 * </pre>
 *
 * where b_k runs over the steerable kernels from input field q to output field p, and e_r over the
 * invariant vectors of output field p. Images are {@code [batch, channels, height, width]}.
 *
 * <p>Parameters: {@code W}, one row {@code [1, coefficients]} in the order of {@link #layout()},
 * and {@code b}, one row with one number per invariant vector of each output field, in field order;
 * there is no {@code b} if no field has an invariant vector. Initially the bias is zero and each
 * coefficient has variance 2 / (number of basis elements that feed the output field), which is He's
 * initialisation for kernels of squared norm dim(out).
 *
 * <p>The convolution commutes exactly, borders included, with every element that maps the pixel
 * grid to itself, if the positions of the kernel are symmetric about the centre; otherwise {@link
 * #getOutputType} refuses the sizes, unless {@link Builder#allowInexactGrid} is set. With other
 * elements, such as a rotation by 45 degrees, it commutes up to the error of sampling.
 *
 * @see CoefficientLayout
 */
public final class SteerableConvolution2D extends SlthLayer {

  /** Name of the parameter that holds the coefficients. */
  public static final String WEIGHT = ConvolutionFunction.WEIGHT;

  /** Name of the parameter that holds the bias coefficients. */
  public static final String BIAS = ConvolutionFunction.BIAS;

  @JsonProperty private final int kernelSize;
  @JsonProperty private final int stride;
  @JsonProperty private final int padding;
  @JsonProperty private final int dilation;
  @JsonProperty private final ConvolutionMode convolutionMode;
  @JsonProperty private final boolean hasBias;
  @JsonProperty private final String kernelBasis;
  @JsonProperty private final boolean allowInexactGrid;

  private transient volatile @Nullable CoefficientLayout layout; // made at the first use

  private SteerableConvolution2D(Builder builder) {
    super(builder, builder.output);
    this.kernelSize = builder.kernelSize;
    this.stride = builder.stride;
    this.padding = builder.padding;
    this.dilation = builder.dilation;
    this.convolutionMode = builder.convolutionMode;
    this.hasBias = builder.hasBias;
    this.kernelBasis =
        ConvolutionParameters.basisName(
            builder.kernelBasis, builder.input.group(), builder.kernelSize);
    this.allowInexactGrid = builder.allowInexactGrid;
    window(); // checks the numbers
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private SteerableConvolution2D() {
    this.kernelSize = 1;
    this.stride = 1;
    this.padding = 0;
    this.dilation = 1;
    this.convolutionMode = ConvolutionMode.Truncate;
    this.hasBias = true;
    this.kernelBasis = "";
    this.allowInexactGrid = false;
  }

  /** Returns width and height of the kernel. */
  public int kernelSize() {
    return kernelSize;
  }

  /** Returns the step from one position to the next. */
  public int stride() {
    return stride;
  }

  /** Returns the zeros added on each side, unless the mode is {@code Same}. */
  public int padding() {
    return padding;
  }

  /** Returns the distance of neighbouring cells of the kernel, in pixels. */
  public int dilation() {
    return dilation;
  }

  /** Returns how sizes and padding are treated. */
  public ConvolutionMode convolutionMode() {
    return convolutionMode;
  }

  /** Returns whether there is a bias, as far as the output type allows one. */
  public boolean hasBias() {
    return hasBias;
  }

  /** Returns the name of the kind of kernel basis. */
  public String kernelBasis() {
    return kernelBasis;
  }

  /** Returns whether sizes that break the exact symmetry are let through. */
  public boolean allowInexactGrid() {
    return allowInexactGrid;
  }

  /** Returns where the coefficients of each pair of fields lie in {@code W}. */
  public CoefficientLayout layout() {
    CoefficientLayout known = layout;
    if (known == null) {
      known = CoefficientLayout.of(inputType(), outputType(), (in, out) -> basis(in, out).size());
      layout = known;
    }
    return known;
  }

  /**
   * Returns how many coefficients add up in one output field, for the elements of {@code W} in
   * their order.
   */
  public List<CoefficientRun> fanIns() {
    return parameters().fanIns();
  }

  /**
   * Returns the basis of the kernels from one representation to another.
   *
   * @param from how the group acts on an input field
   * @param to how it acts on an output field
   */
  public SteerableKernelBasis basis(Representation from, Representation to) {
    return BasisCache.shared().basis(kernelBasis, from, to, kernelSize);
  }

  @Override
  public void defineParameters(SDLayerParams params) {
    int total = layout().total();
    if (total == 0) {
      throw new IllegalArgumentException(
          "no steerable kernel of size %d leads from %s to %s; a larger kernel may have one"
              .formatted(kernelSize, inputType(), outputType()));
    }
    params.addWeightParam(WEIGHT, 1, total);
    int biases = parameters().biases();
    if (biases > 0) {
      params.addBiasParam(BIAS, 1, biases);
    }
  }

  @Override
  public void initializeParameters(Map<String, INDArray> params) {
    parameters().initialize(params);
  }

  @Override
  LayerFunction function(DataType type) {
    return new ConvolutionFunction(
        window(),
        outputType().dimension(),
        type,
        () -> parameters().expansion(type),
        parameters().biases() > 0 ? new BiasExpansion(new FieldInvariants(outputType())) : null);
  }

  private ConvolutionParameters parameters() {
    return new ConvolutionParameters(this);
  }

  @Override
  public SDVariable defineLayer(
      SameDiff sameDiff,
      SDVariable layerInput,
      Map<String, SDVariable> paramTable,
      SDVariable mask) {
    return new ConvolutionGraph(this, window()).define(sameDiff, layerInput, paramTable);
  }

  private Window window() {
    return new Window(
        kernelSize, stride, padding, dilation, convolutionMode == ConvolutionMode.Same);
  }

  @Override
  boolean takesVectors() {
    return false;
  }

  @Override
  int outputSize(int size) {
    boolean exact =
        convolutionMode == ConvolutionMode.Strict
            || (!allowInexactGrid && Grid.moves(inputType().group()));
    return Grid.positions(window(), size, exact);
  }

  @Override
  List<Object> settings() {
    return List.of(window(), convolutionMode, hasBias, kernelBasis, allowInexactGrid);
  }

  /** Options of the convolution. */
  @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build()
  public static final class Builder extends Options<Builder> {

    private final FieldType output;
    private int kernelSize = 3;
    private int stride = 1;
    private int padding;
    private int dilation = 1;
    private ConvolutionMode convolutionMode = ConvolutionMode.Truncate;
    private boolean hasBias = true;
    private Optional<String> kernelBasis = Optional.empty();
    private boolean allowInexactGrid;

    /**
     * Starts a convolution from one type to another.
     *
     * @param input the type of the input
     * @param output the type of the output
     * @throws IllegalArgumentException if the types belong to different groups
     */
    public Builder(FieldType input, FieldType output) {
      super(input);
      if (!input.group().equals(output.group())) {
        throw new IllegalArgumentException(
            "input and output need one group, got "
                + input.group().name()
                + " and "
                + output.group().name()
                + "; FieldRestriction leads from a group to a subgroup");
      }
      this.output = output;
    }

    /**
     * Sets width and height of the kernel; the default is 3.
     *
     * @param kernelSize at least 1
     */
    public Builder kernelSize(int kernelSize) {
      this.kernelSize = kernelSize;
      return this;
    }

    /**
     * Sets the step from one position to the next; the default is 1.
     *
     * @param stride at least 1
     */
    public Builder stride(int stride) {
      this.stride = stride;
      return this;
    }

    /**
     * Sets the zeros added on each side; the default is 0.
     *
     * @param padding at least 0; ignored in mode {@code Same}
     */
    public Builder padding(int padding) {
      this.padding = padding;
      return this;
    }

    /**
     * Sets the distance of neighbouring cells of the kernel; the default is 1.
     *
     * @param dilation at least 1
     */
    public Builder dilation(int dilation) {
      this.dilation = dilation;
      return this;
    }

    /**
     * Sets how sizes and padding are treated; the default is {@code Truncate}. {@code Strict}
     * refuses sizes where pixels stay unused, {@code Same} pads so that the output has {@code
     * ceil(input / stride)} pixels.
     *
     * @param mode not {@code Causal}
     */
    public Builder convolutionMode(ConvolutionMode mode) {
      if (mode == ConvolutionMode.Causal) {
        throw new IllegalArgumentException(
            "expected ConvolutionMode Truncate, Strict or Same, got Causal, which is for sequences");
      }
      this.convolutionMode = mode;
      return this;
    }

    /** Sets whether there is a bias on the invariant vectors; the default is true. */
    public Builder hasBias(boolean hasBias) {
      this.hasBias = hasBias;
      return this;
    }

    /**
     * Sets the kind of kernel basis; the default is {@code pixel-orbit} where the group maps the
     * grid to itself, else {@code circular-harmonic}.
     *
     * @param name a name that {@link KernelBasisProvider#named} knows
     */
    public Builder kernelBasis(String name) {
      this.kernelBasis = Optional.of(name);
      return this;
    }

    /**
     * Sets whether sizes that break the exact symmetry are let through; the default is false. The
     * error is then that of moving the picture by less than a stride: measure it with {@link
     * EquivarianceError}.
     *
     * @param allow whether they are
     */
    public Builder allowInexactGrid(boolean allow) {
      this.allowInexactGrid = allow;
      return this;
    }

    @Override
    public SteerableConvolution2D build() {
      return new SteerableConvolution2D(this);
    }
  }
}
