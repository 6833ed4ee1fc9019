package org.slth.dl4j.layer;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.internal.LayerFunction;
import org.slth.dl4j.internal.Window;
import org.slth.dl4j.internal.WindowPoolingFunction;
import org.slth.representation.FieldType;

/**
 * The maximum or the mean of every channel over a window of pixels, from {@code [batch, channels,
 * height, width]} to the same with fewer pixels.
 *
 * <p>The mean commutes with any representation, the maximum with those that permute the channels of
 * a field. As for {@link SteerableConvolution2D}, the positions of the window must be symmetric
 * about the centre of the image, or {@link #getOutputType} refuses the size, unless {@link
 * Builder#allowInexactGrid} is set. The mean counts padding as zeros.
 */
public final class FieldPooling2D extends SlthLayer {

  @JsonProperty private final PoolingType poolingType;
  @JsonProperty private final int window;
  @JsonProperty private final int stride;
  @JsonProperty private final int padding;
  @JsonProperty private final boolean allowInexactGrid;

  private FieldPooling2D(Builder builder) {
    super(builder, builder.input);
    this.poolingType = builder.poolingType;
    this.window = builder.window;
    this.stride = builder.stride;
    this.padding = builder.padding;
    this.allowInexactGrid = builder.allowInexactGrid;
    geometry(); // checks the numbers
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private FieldPooling2D() {
    this.poolingType = PoolingType.AVG;
    this.window = 1;
    this.stride = 1;
    this.padding = 0;
    this.allowInexactGrid = false;
  }

  /** Returns what is taken over a window. */
  public PoolingType poolingType() {
    return poolingType;
  }

  /** Returns width and height of the window. */
  public int window() {
    return window;
  }

  /** Returns the step from one position to the next. */
  public int stride() {
    return stride;
  }

  /** Returns the pixels added on each side. */
  public int padding() {
    return padding;
  }

  @Override
  LayerFunction function(DataType type) {
    return new WindowPoolingFunction(geometry(), poolingType == PoolingType.MAX);
  }

  @Override
  public SDVariable defineLayer(
      SameDiff sameDiff,
      SDVariable layerInput,
      Map<String, SDVariable> paramTable,
      SDVariable mask) {
    boolean maximum = poolingType == PoolingType.MAX;
    Pooling2DConfig config =
        Pooling2DConfig.builder()
            .kH(window)
            .kW(window)
            .sH(stride)
            .sW(stride)
            .pH(maximum ? padding : 0)
            .pW(maximum ? padding : 0)
            .isNHWC(false)
            .build();
    return maximum
        ? sameDiff.cnn().maxPooling2d(layerInput, config)
        : sameDiff.cnn().avgPooling2d(padded(sameDiff, layerInput), config);
  }

  /** Pads by an operation: SameDiff's gradient of a mean that counts padding is wrong. */
  private SDVariable padded(SameDiff graph, SDVariable x) {
    int[][] zeros = {{0, 0}, {0, 0}, {padding, padding}, {padding, padding}};
    return padding == 0 ? x : graph.nn().pad(x, graph.constant(Nd4j.createFromArray(zeros)), 0);
  }

  private Window geometry() {
    return new Window(window, stride, padding, 1, false);
  }

  @Override
  InputKind takes() {
    return InputKind.IMAGES;
  }

  @Override
  int outputSize(int size) {
    boolean exact = !allowInexactGrid && Grid.moves(inputType().group());
    return Grid.positions(geometry(), size, exact);
  }

  @Override
  List<Object> settings() {
    return List.of(poolingType, window, stride, padding, allowInexactGrid);
  }

  /** Options of the pooling. */
  @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build()
  public static final class Builder extends WindowOptions<Builder> {

    private PoolingType poolingType = PoolingType.AVG;
    private int window = 2;
    private boolean allowInexactGrid;

    /**
     * Starts a pooling.
     *
     * @param type the type of input and output
     */
    public Builder(FieldType type) {
      super(type, 2);
    }

    /**
     * Sets what is taken over a window; the default is the mean.
     *
     * @param poolingType {@code MAX} or {@code AVG}
     * @throws IllegalArgumentException if it is the maximum and some field does not permute
     */
    public Builder poolingType(PoolingType poolingType) {
      this.poolingType = requireMaxOrAvg(poolingType);
      if (poolingType == PoolingType.MAX) {
        requirePermutation("maximum pooling", "use PoolingType.AVG instead");
      }
      return this;
    }

    /**
     * Sets width and height of the window; the default is 2.
     *
     * @param window at least 1
     */
    public Builder window(int window) {
      this.window = window;
      return this;
    }

    /**
     * Sets whether sizes that break the exact symmetry are let through; the default is false.
     *
     * @param allow whether they are
     */
    public Builder allowInexactGrid(boolean allow) {
      this.allowInexactGrid = allow;
      return this;
    }

    @Override
    public FieldPooling2D build() {
      return new FieldPooling2D(this);
    }
  }
}
