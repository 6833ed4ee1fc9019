package org.slth.dl4j.layer;

import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.internal.Enlargement;
import org.slth.dl4j.internal.LayerFunction;
import org.slth.dl4j.internal.Nd4jBridge;
import org.slth.dl4j.internal.UpsamplingFunction;
import org.slth.representation.FieldType;

/**
 * Larger images, <i>Y</i> = <i>R X R</i><sup>T</sup> for every channel, from {@code [batch,
 * channels, height, width]} to {@code [batch, channels, factor * height, factor * width]}.
 *
 * <p>The matrix <i>R</i> acts alike on rows and columns and from both ends, so the layer commutes
 * exactly with every element that maps the pixel grid to itself, at every size and for every
 * representation.
 */
public final class FieldUpsampling2D extends SlthLayer {

  @JsonProperty private final int factor;
  @JsonProperty private final Interpolation interpolation;

  private FieldUpsampling2D(Builder builder) {
    super(builder, builder.input);
    this.factor = builder.factor;
    this.interpolation = builder.interpolation;
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private FieldUpsampling2D() {
    this.factor = 1;
    this.interpolation = Interpolation.NEAREST;
  }

  /** Returns how many times as high and as wide images become. */
  public int factor() {
    return factor;
  }

  /** Returns where the new pixels come from. */
  public Interpolation interpolation() {
    return interpolation;
  }

  @Override
  LayerFunction function(DataType type) {
    return new UpsamplingFunction(enlargement());
  }

  @Override
  public SDVariable defineLayer(
      SameDiff sameDiff,
      SDVariable layerInput,
      Map<String, SDVariable> paramTable,
      SDVariable mask) {
    long[] shape = layerInput.getShape();
    long height = shape[2];
    long width = shape[3];
    SDVariable rows = layerInput.reshape(-1, width).mmul(transposed(layerInput, width));
    SDVariable columns = rows.reshape(-1, height, factor * width).permute(0, 2, 1);
    SDVariable product = columns.reshape(-1, height).mmul(transposed(layerInput, height));
    return product
        .reshape(-1, factor * width, factor * height)
        .permute(0, 2, 1)
        .reshape(-1, shape[1], factor * height, factor * width);
  }

  private SDVariable transposed(SDVariable x, long length) {
    return x.getSameDiff()
        .constant(
            Nd4jBridge.array(
                enlargement().matrix(Math.toIntExact(length)).transposed(), x.dataType()));
  }

  private Enlargement enlargement() {
    return new Enlargement(factor, interpolation == Interpolation.BILINEAR);
  }

  @Override
  InputKind takes() {
    return InputKind.IMAGES;
  }

  @Override
  int outputSize(int size) {
    return Math.multiplyExact(factor, size);
  }

  @Override
  List<Object> settings() {
    return List.of(factor, interpolation);
  }

  /** Options of the upsampling. */
  @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build()
  public static final class Builder extends LayerOptions<Builder> {

    private final int factor;
    private Interpolation interpolation = Interpolation.NEAREST;

    /**
     * Starts an upsampling.
     *
     * @param type the type of input and output
     * @param factor how many times as high and as wide images become, at least 1
     */
    public Builder(FieldType type, int factor) {
      super(type);
      if (factor < 1) {
        throw new IllegalArgumentException("expected a factor of at least 1, got " + factor);
      }
      this.factor = factor;
    }

    /**
     * Sets where the new pixels come from; the default is {@code NEAREST}.
     *
     * @param interpolation which of the two
     */
    public Builder interpolation(Interpolation interpolation) {
      this.interpolation = interpolation;
      return this;
    }

    @Override
    public FieldUpsampling2D build() {
      return new FieldUpsampling2D(this);
    }
  }
}
