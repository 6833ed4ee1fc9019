package org.slth.dl4j.layer;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLayer;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.internal.HandwrittenLayer;
import org.slth.dl4j.internal.LayerFunction;
import org.slth.dl4j.internal.ReferenceLayer;
import org.slth.dl4j.internal.RuntimeLayer;
import org.slth.representation.FieldType;

/** What all layers share: field types as text, checks of the input, and the choice of a runtime. */
abstract class SlthLayer extends SameDiffLayer {

  @JsonProperty private final String input;
  @JsonProperty private final String output;
  @JsonProperty private final LayerRuntime runtime;

  private transient volatile @Nullable FieldType inputType; // parsed at the first use
  private transient volatile @Nullable FieldType outputType;

  SlthLayer(LayerOptions<?> options, FieldType output) {
    super(options);
    this.input = options.input.toString();
    this.output = output.toString();
    this.runtime = options.runtime;
  }

  /** For JSON, which sets the fields. */
  SlthLayer() {
    this.input = "";
    this.output = "";
    this.runtime = LayerRuntime.FAST;
  }

  /** Returns the type of the input. */
  public final FieldType inputType() {
    FieldType known = inputType;
    if (known == null) {
      known = FieldType.parse(input);
      inputType = known;
    }
    return known;
  }

  /** Returns the type of the output. */
  public final FieldType outputType() {
    FieldType known = outputType;
    if (known == null) {
      known = FieldType.parse(output);
      outputType = known;
    }
    return known;
  }

  /** Returns what runs the layer. */
  public final LayerRuntime runtime() {
    return runtime;
  }

  /** Returns what the layer computes, in a network of the data type. */
  abstract LayerFunction function(DataType type);

  /** Returns everything that tells two layers of one class and of the same types apart. */
  abstract List<Object> settings();

  /** Returns the parameters that are running statistics, which no updater may touch. */
  Set<String> statistics() {
    return Set.of();
  }

  /**
   * Returns height or width of the output for the one of the input.
   *
   * @throws IllegalArgumentException if there is none, or if it breaks the symmetry
   */
  int outputSize(int size) {
    return size;
  }

  /** Returns which arrays make sense as inputs. */
  InputKind takes() {
    return InputKind.BOTH;
  }

  @Override
  public final Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> trainingListeners,
      int layerIndex,
      @Nullable INDArray layerParamsView,
      boolean initializeParams,
      DataType networkDataType) {
    RuntimeLayer layer =
        runtime == LayerRuntime.FAST
            ? new HandwrittenLayer(conf, networkDataType, function(networkDataType), statistics())
            : new ReferenceLayer(conf, networkDataType, statistics());
    layer.setListeners(trainingListeners);
    layer.setIndex(layerIndex);
    layer.setParamsViewArray(layerParamsView);
    layer.setParamTable(initializer().init(conf, layerParamsView, initializeParams));
    layer.setConf(conf);
    return layer;
  }

  @Override
  public final InputType getOutputType(int layerIndex, @Nullable InputType type) {
    boolean images = takes().images();
    if (images && type instanceof InputType.InputTypeConvolutional image) {
      if (image.getFormat() != CNN2DFormat.NCHW) {
        throw new IllegalArgumentException(
            where(layerIndex) + "expected images in NCHW format, got " + image.getFormat());
      }
      checkChannels(layerIndex, image.getChannels(), type);
      return image(layerIndex, image.getHeight(), image.getWidth());
    }
    if (images && type instanceof InputType.InputTypeConvolutionalFlat image) {
      checkChannels(layerIndex, image.getDepth(), type);
      return image(layerIndex, image.getHeight(), image.getWidth());
    }
    if (takes().vectors() && type instanceof InputType.InputTypeFeedForward vector) {
      checkChannels(layerIndex, vector.getSize(), type);
      return InputType.feedForward(outputType().dimension());
    }
    throw new IllegalArgumentException(
        where(layerIndex) + "expected " + takes() + " of type " + input + ", got " + type);
  }

  private InputType image(int layerIndex, long height, long width) {
    try {
      return InputType.convolutional(
          outputSize(Math.toIntExact(height)),
          outputSize(Math.toIntExact(width)),
          outputType().dimension());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(where(layerIndex) + e.getMessage(), e);
    }
  }

  private void checkChannels(int layerIndex, long channels, InputType type) {
    if (channels != inputType().dimension()) {
      throw new IllegalArgumentException(where(layerIndex) + expected() + ", got " + type);
    }
  }

  private String expected() {
    return "expected " + inputType().dimension() + " channels of type " + input;
  }

  private String where(int layerIndex) {
    String name = layerName == null ? "" : " " + layerName;
    return getClass().getSimpleName() + name + " at index " + layerIndex + ": ";
  }

  @Override
  public void validateInput(INDArray array) {
    if (!takes().takes(array.rank()) || array.size(1) != inputType().dimension()) {
      throw new IllegalArgumentException(
          "%s: %s as %s, got %s"
              .formatted(
                  getClass().getSimpleName(),
                  expected(),
                  takes().shape(),
                  Arrays.toString(array.shape())));
    }
  }

  @Override
  public @Nullable InputPreProcessor getPreProcessorForInputType(InputType type) {
    return type instanceof InputType.InputTypeConvolutionalFlat flat
        ? new FeedForwardToCnnPreProcessor(flat.getHeight(), flat.getWidth(), flat.getDepth())
        : null;
  }

  @Override
  public void defineParameters(SDLayerParams params) {
    // most layers have none
  }

  @Override
  public void initializeParameters(Map<String, INDArray> params) {
    // most layers have none
  }

  @Override
  @SuppressWarnings("EqualsGetClass") // the parent's equals lets other classes pass
  public final boolean equals(@Nullable Object other) {
    if (!(other instanceof SlthLayer that) || getClass() != other.getClass()) {
      return false;
    }
    getLayerParams(); // filled lazily, and compared by the parent
    that.getLayerParams();
    return super.equals(other)
        && input.equals(that.input)
        && output.equals(that.output)
        && runtime == that.runtime
        && settings().equals(that.settings());
  }

  @Override
  public final int hashCode() {
    return Arrays.asList(getClass(), input, output, settings()).hashCode();
  }

  /** Returns the entry of that name, which the layer has declared. */
  static <T> T named(Map<String, T> parameters, String name) {
    return Objects.requireNonNull(parameters.get(name), name);
  }
}
