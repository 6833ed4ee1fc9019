package org.slth.dl4j.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.samediff.SDLayerParams;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.FourierNonlinearity;
import org.slth.dl4j.layer.NormNonlinearity;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.representation.FieldType;

class LayerLawsTest {

  private static final FieldType REGULAR = FieldType.parse("D4: regular");
  private static final FieldType VECTORS = FieldType.parse("D4: 2*irrep(4)");

  /** A layer and the types it claims to lead between. */
  private record Claim(Layer layer, FieldType input, FieldType output, InputType size) {

    static Claim images(Layer layer, FieldType input, FieldType output) {
      return new Claim(layer, input, output, InputType.convolutional(5, 5, input.dimension()));
    }

    static Claim vectors(Layer layer, FieldType input, FieldType output) {
      return new Claim(layer, input, output, InputType.feedForward(input.dimension()));
    }

    void check() {
      LayerLaws.check(layer, size, input, output);
    }

    @Override
    public String toString() {
      return layer.getClass().getSimpleName() + " " + input + " -> " + output;
    }
  }

  static Stream<Claim> kept() {
    return Stream.of(
        Claim.images(
            new SteerableConvolution2D.Builder(VECTORS, REGULAR).padding(1).build(),
            VECTORS,
            REGULAR),
        Claim.images(new FieldBatchNormalization.Builder(REGULAR).build(), REGULAR, REGULAR),
        Claim.vectors(new NormNonlinearity.Builder(VECTORS).build(), VECTORS, VECTORS),
        Claim.images(new ActivationLayer(Activation.TANH), REGULAR, REGULAR));
  }

  @ParameterizedTest
  @MethodSource("kept")
  void passesWhatCommutes(Claim claim) {
    claim.check();
  }

  @Test
  void rejectsLayersThatDoNotCommute() {
    int channels = REGULAR.dimension();
    assertBroken(
        "it commutes with D4, got",
        Claim.vectors(new DenseLayer.Builder().nOut(channels).build(), REGULAR, REGULAR));
    assertBroken(
        "it commutes with D4, got",
        Claim.images(
            new ConvolutionLayer.Builder(3, 3).padding(1, 1).nOut(channels).build(),
            REGULAR,
            REGULAR));
  }

  /** Signs of coordinates change: an odd function would commute with them, ReLU does not. */
  @Test
  void rejectsAPointwiseFunctionOfVectors() {
    assertBroken(
        "it commutes with D4, got",
        Claim.vectors(new ActivationLayer(Activation.RELU), VECTORS, VECTORS));
  }

  /** What is sampled commutes with the turns sampled, and with no others. */
  @Test
  void checksTheElementsThatItIsTold() {
    FieldType functions = FieldType.parse("SO2: fourier(1)");
    FourierNonlinearity layer = new FourierNonlinearity.Builder(functions).build();
    InputType size = InputType.feedForward(functions.dimension());
    LayerLaws.check(layer, size, functions, functions, layer.elements());
    assertBroken("it commutes with SO2, got", Claim.vectors(layer, functions, functions));
  }

  @Test
  void rejectsWhatAMaskBreaks() {
    assertBroken(
        "it commutes with D4 under a mask, got", Claim.vectors(new Divided(), REGULAR, REGULAR));
  }

  @Test
  void rejectsAConstant() {
    assertBroken("its output depends on its input", Claim.vectors(new Scaled(0), REGULAR, REGULAR));
  }

  /** DL4J 1.0.0-M2.1 doubles the gradients of every SameDiff layer. */
  @Test
  void rejectsAWrongGradient() {
    assertBroken("by finite differences, got", Claim.vectors(new Scaled(1), REGULAR, REGULAR));
  }

  @Test
  void rejectsASettingThatJsonLoses() {
    assertBroken(
        "it is equal to itself after JSON", Claim.vectors(new Forgetful(5), REGULAR, REGULAR));
  }

  private static void assertBroken(String law, Claim claim) {
    String message = assertThrows(AssertionError.class, claim::check).getMessage();
    assertTrue(message.contains(law), message);
  }

  /** y = c w x. */
  public static class Scaled extends SameDiffLayer {

    @JsonProperty private final double factor;

    /** For JSON. */
    Scaled() {
      this(1);
    }

    Scaled(double factor) {
      this.factor = factor;
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType inputType) {
      return inputType;
    }

    @Override
    public void defineParameters(SDLayerParams params) {
      params.addWeightParam("w", 1, 1);
    }

    @Override
    public void initializeParameters(Map<String, INDArray> params) {
      params.values().forEach(w -> w.assign(1));
    }

    @Override
    public SDVariable defineLayer(
        SameDiff sd, SDVariable x, Map<String, SDVariable> params, SDVariable mask) {
      return x.mul(params.get("w")).mul(factor);
    }
  }

  /** y = x / w, which no mask may make zero. */
  public static final class Divided extends Scaled {
    @Override
    public SDVariable defineLayer(
        SameDiff sd, SDVariable x, Map<String, SDVariable> params, SDVariable mask) {
      return x.div(params.get("w"));
    }
  }

  /** Has a setting of which DL4J's JSON knows nothing. */
  public static final class Forgetful extends ActivationLayer {

    private final int setting;

    /** For JSON. */
    Forgetful() {
      this(0);
    }

    Forgetful(int setting) {
      super(Activation.TANH);
      this.setting = setting;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Forgetful that && setting == that.setting;
    }

    @Override
    public int hashCode() {
      return setting;
    }
  }
}
