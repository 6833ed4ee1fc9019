package org.slth.dl4j.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.internal.FieldPoolingFunction;
import org.slth.dl4j.internal.FieldRun;
import org.slth.dl4j.internal.LayerFunction;
import org.slth.representation.FieldType;

/**
 * One invariant channel for each field: the maximum or the mean over the channels, where the group
 * permutes them, and the norm of the field elsewhere; of a field that is a {@linkplain
 * org.slth.representation.Representation#summands() sum}, one for each of its parts.
 *
 * <p>So {@code fourier(2)} of SO(2) becomes three channels: the mean of the function as it is, and
 * the amplitudes of frequencies 1 and 2. Norms do not see phases; a {@link SteerableConvolution2D}
 * that leads to trivial fields makes invariants that do, and is worth more before a classifier.
 *
 * <p>From {@code [batch, channels, ...]} to {@code [batch, parts, ...]}; the output type has
 * trivial fields only.
 */
public final class GroupPooling extends SlthLayer {

  @JsonProperty private final PoolingType poolingType;

  private GroupPooling(Builder builder) {
    super(builder, FieldType.trivial(builder.input.group(), parts(builder.input).size()));
    this.poolingType = builder.poolingType;
  }

  /** For JSON, which sets the fields. */
  @SuppressWarnings("unused")
  private GroupPooling() {
    this.poolingType = PoolingType.MAX;
  }

  /** The same channels, with sums of representations as fields of their own. */
  private static FieldType parts(FieldType type) {
    return FieldType.of(
        type.group(), type.fields().stream().flatMap(f -> f.summands().stream()).toList());
  }

  /** Returns what is taken over the channels of a field. */
  public PoolingType poolingType() {
    return poolingType;
  }

  @Override
  LayerFunction function(DataType type) {
    FieldType parts = parts(inputType());
    return new FieldPoolingFunction(
        FieldRun.of(parts), parts.size(), poolingType == PoolingType.MAX);
  }

  @Override
  public SDVariable defineLayer(
      SameDiff sameDiff,
      SDVariable layerInput,
      Map<String, SDVariable> paramTable,
      SDVariable mask) {
    List<SDVariable> parts = new ArrayList<>();
    for (RunGraph run : RunGraph.of(parts(inputType()))) {
      SDVariable part = run.read(layerInput);
      if (!run.run().permutes()) {
        parts.add(run.writeFields(layerInput, run.norms(part)));
      } else if (poolingType == PoolingType.MAX) {
        parts.add(run.writeFields(layerInput, part.max(true, 2)));
      } else {
        parts.add(run.writeFields(layerInput, part.mean(true, 2)));
      }
    }
    return RunGraph.joined(sameDiff, parts);
  }

  @Override
  List<Object> settings() {
    return List.of(poolingType);
  }

  /** Options of the pooling. */
  @SuppressWarnings("unchecked") // DL4J declares <E extends Layer> E build()
  public static final class Builder extends LayerOptions<Builder> {

    private PoolingType poolingType = PoolingType.MAX;

    /**
     * Starts a pooling.
     *
     * @param type the type of the input
     */
    public Builder(FieldType type) {
      super(type);
    }

    /**
     * Sets what is taken over the channels of a field that permutes; the default is the maximum.
     *
     * @param poolingType {@code MAX} or {@code AVG}
     */
    public Builder poolingType(PoolingType poolingType) {
      this.poolingType = requireMaxOrAvg(poolingType);
      return this;
    }

    @Override
    public GroupPooling build() {
      return new GroupPooling(this);
    }
  }
}
