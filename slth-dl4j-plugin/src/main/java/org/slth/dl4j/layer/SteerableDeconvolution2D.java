package org.slth.dl4j.layer;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.DeConv2DConfig;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.internal.DeconvolutionOperation;
import org.slth.dl4j.internal.KernelOperation;
import org.slth.dl4j.internal.Window;
import org.slth.representation.FieldType;

/**
 * A transposed convolution that commutes with rotations and reflections; with a stride s it makes
 * images larger:
 *
 * <pre>
 *   y_p(x) = sum_q sum_k w[p,q,k] sum_z b_k(x - s z) x_q(z)  +  sum_r b[p,r] e_r
 * </pre>
 *
 * where x and z are measured from the centres of the output and of the input, b_k runs over the
 * steerable kernels from input field q to output field p, and e_r over the invariant vectors of
 * output field p. Images are {@code [batch, channels, height, width]}; n pixels become s (n - 1) +
 * k - 2 p for a kernel of size k and padding p.
 *
 * <p>The output is symmetric about its centre at every size, so the layer commutes exactly with
 * every element that maps the pixel grid to itself. With other elements it commutes up to the error
 * of sampling.
 *
 * @see CoefficientLayout
 */
public final class SteerableDeconvolution2D extends SteerableLayer {

  @JsonProperty private final int stride;
  @JsonProperty private final int padding;

  private SteerableDeconvolution2D(Builder builder) {
    super(builder, builder.output, builder.kernel(), builder.hasBias);
    this.stride = builder.stride;
    this.padding = builder.padding;
    window(); // checks the numbers
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private SteerableDeconvolution2D() {
    this.stride = 1;
    this.padding = 0;
  }

  /** Returns the pixels of the output from one pixel of the input to the next. */
  public int stride() {
    return stride;
  }

  /** Returns the pixels cut off on each side of the output. */
  public int padding() {
    return padding;
  }

  @Override
  KernelOperation operation() {
    return new DeconvolutionOperation(window(), inputType().dimension(), outputType().dimension());
  }

  @Override
  SDVariable operation(SameDiff graph, SDVariable x, SDVariable kernel) {
    long size = kernelSize();
    DeConv2DConfig config =
        DeConv2DConfig.builder()
            .kH(size)
            .kW(size)
            .sH(stride)
            .sW(stride)
            .pH(padding)
            .pW(padding)
            .build();
    SDVariable weights =
        kernel
            .reshape(size, size, inputType().dimension(), outputType().dimension())
            .permute(0, 1, 3, 2);
    return graph.cnn().deconv2d(x, weights, config);
  }

  /** A pixel of the output is reached by every s-th row and column of the kernel. */
  @Override
  int spread() {
    return stride * stride;
  }

  @Override
  String remedy() {
    return "a larger kernel may do so too";
  }

  private Window window() {
    return new Window(kernelSize(), stride, padding, 1, false);
  }

  @Override
  InputKind takes() {
    return InputKind.IMAGES;
  }

  @Override
  int outputSize(int size) {
    long length = window().length(size);
    if (length < 1) {
      throw new IllegalArgumentException(
          "a kernel of %d pixels, stride %d and padding %d leave no pixel of an image of %d; a"
                  .formatted(kernelSize(), stride, padding, size)
              + " smaller padding does");
    }
    return Math.toIntExact(length);
  }

  @Override
  List<Object> settings() {
    return List.of(kernel(), hasBias(), stride, padding);
  }

  /** Options of the deconvolution. */
  @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build()
  public static final class Builder extends KernelOptions<Builder> {

    /**
     * Starts a deconvolution from one type to another.
     *
     * @param input the type of the input
     * @param output the type of the output
     * @throws IllegalArgumentException if the types belong to different groups
     */
    public Builder(FieldType input, FieldType output) {
      super(input, output);
    }

    @Override
    public SteerableDeconvolution2D build() {
      return new SteerableDeconvolution2D(this);
    }
  }
}
