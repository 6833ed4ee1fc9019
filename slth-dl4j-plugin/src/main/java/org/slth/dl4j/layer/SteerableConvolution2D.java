package org.slth.dl4j.layer;

import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.internal.ConvolutionOperation;
import org.slth.dl4j.internal.KernelOperation;
import org.slth.dl4j.internal.Window;
import org.slth.representation.FieldType;

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
 * <p>The convolution commutes exactly, borders included, with every element that maps the pixel
 * grid to itself, if the positions of the kernel are symmetric about the centre; otherwise {@link
 * #getOutputType} refuses the sizes, unless {@link Builder#allowInexactGrid} is set. With other
 * elements, such as a rotation by 45 degrees, it commutes up to the error of sampling.
 *
 * @see CoefficientLayout
 */
public final class SteerableConvolution2D extends SteerableLayer {

  @JsonProperty private final int stride;
  @JsonProperty private final int padding;
  @JsonProperty private final int dilation;
  @JsonProperty private final ConvolutionMode convolutionMode;
  @JsonProperty private final boolean allowInexactGrid;

  private SteerableConvolution2D(Builder builder) {
    super(builder, builder.output, builder.kernel(), builder.hasBias);
    this.stride = builder.stride;
    this.padding = builder.padding;
    this.dilation = builder.dilation;
    this.convolutionMode = builder.convolutionMode;
    this.allowInexactGrid = builder.allowInexactGrid;
    window(); // checks the numbers
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private SteerableConvolution2D() {
    this.stride = 1;
    this.padding = 0;
    this.dilation = 1;
    this.convolutionMode = ConvolutionMode.Truncate;
    this.allowInexactGrid = false;
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

  /** Returns whether sizes that break the exact symmetry are let through. */
  public boolean allowInexactGrid() {
    return allowInexactGrid;
  }

  @Override
  KernelOperation operation() {
    return new ConvolutionOperation(window(), inputType().dimension(), outputType().dimension());
  }

  @Override
  SDVariable operation(SameDiff graph, SDVariable x, SDVariable kernel) {
    long size = kernelSize();
    Window window = window();
    int pad = window.same() ? 0 : padding;
    Conv2DConfig config =
        Conv2DConfig.builder()
            .kH(size)
            .kW(size)
            .sH(stride)
            .sW(stride)
            .pH(pad)
            .pW(pad)
            .dH(dilation)
            .dW(dilation)
            .paddingMode(window.same() ? PaddingMode.SAME : PaddingMode.VALID)
            .build();
    SDVariable weights =
        kernel.reshape(size, size, inputType().dimension(), outputType().dimension());
    return graph.cnn().conv2d(x, weights, config);
  }

  @Override
  int spread() {
    return 1;
  }

  @Override
  String remedy() {
    return "a larger kernel may do so too";
  }

  private Window window() {
    return new Window(
        kernelSize(), stride, padding, dilation, convolutionMode == ConvolutionMode.Same);
  }

  @Override
  InputKind takes() {
    return InputKind.IMAGES;
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
    return List.of(kernel(), hasBias(), window(), convolutionMode, allowInexactGrid);
  }

  /** Options of the convolution. */
  @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build()
  public static final class Builder extends KernelOptions<Builder> {

    private int dilation = 1;
    private ConvolutionMode convolutionMode = ConvolutionMode.Truncate;
    private boolean allowInexactGrid;

    /**
     * Starts a convolution from one type to another.
     *
     * @param input the type of the input
     * @param output the type of the output
     * @throws IllegalArgumentException if the types belong to different groups
     */
    public Builder(FieldType input, FieldType output) {
      super(input, output);
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
