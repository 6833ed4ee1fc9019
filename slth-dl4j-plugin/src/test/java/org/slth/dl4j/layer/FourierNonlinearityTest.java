package org.slth.dl4j.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.slth.dl4j.internal.Nd4jBridge;
import org.slth.representation.FieldType;
import org.slth.representation.FourierTransform;

/** How well an activation function on samples commutes with turns that are not sampled. */
class FourierNonlinearityTest {

  private static INDArray output(SlthLayer layer, INDArray x) {
    Stack stack = Stack.of(0, layer);
    MultiLayerNetwork network = Networks.of(DataType.DOUBLE, stack.inputType(), List.of(layer));
    return network.feedForward(x, false).get(1);
  }

  private static EquivarianceError error(FourierNonlinearity layer) {
    FieldType type = layer.inputType();
    INDArray x = Networks.images(DataType.DOUBLE, 20, type.dimension());
    Stack stack = Stack.of(0, layer);
    MultiLayerNetwork network = Networks.of(DataType.DOUBLE, stack.inputType(), List.of(layer));
    return EquivarianceError.of(y -> network.feedForward(y, false).get(1), type, type, x);
  }

  private static FourierNonlinearity layer(String type, Activation activation, int turns) {
    return new FourierNonlinearity.Builder(FieldType.parse(type))
        .activation(activation)
        .turns(turns)
        .build();
  }

  @ParameterizedTest
  @CsvSource({"SO2: fourier(2), RELU", "O2: fourier(2), ELU", "SO2: fourier(3), TANH"})
  void commutesExactlyWithTheTurnsSampled(String type, Activation activation) {
    for (int turns : new int[] {8, 12, 20}) {
      FourierNonlinearity layer = layer(type, activation, turns);
      EquivarianceError error = error(layer);
      int exact = 0;
      for (int g : error.elements()) {
        exact += error.relative(g) < 1e-12 ? 1 : 0;
      }
      assertEquals(layer.elements().length, exact, "and with no others");
      for (int g : layer.elements()) {
        assertTrue(error.relative(g) < 1e-12);
      }
    }
  }

  /** The error of other turns falls as a power of the number of samples that σ's kinks decide. */
  @ParameterizedTest
  @CsvSource({
    "SO2: fourier(2), RELU, 2",
    "O2: fourier(1), RELU, 2",
    "SO2: fourier(2), ELU, 3",
    "O2: (irrep(0) + irrep(2)), ELU, 3"
  })
  void theErrorFallsAsAPowerOfTheSamples(String type, Activation activation, int power) {
    for (int turns : new int[] {12, 20, 30}) {
      double few = error(layer(type, activation, turns)).maximumRelative();
      double many = error(layer(type, activation, 2 * turns)).maximumRelative();
      double found = Math.log(few / many) / Math.log(2);
      assertEquals(power, found, 0.7, () -> turns + " turns: " + few + ", twice: " + many);
    }
  }

  @Test
  void theErrorOfASmoothFunctionFallsExponentially() {
    double few = error(layer("SO2: fourier(2)", Activation.TANH, 12)).maximumRelative();
    double more = error(layer("SO2: fourier(2)", Activation.TANH, 24)).maximumRelative();
    double many = error(layer("SO2: fourier(2)", Activation.TANH, 48)).maximumRelative();
    assertTrue(more < few / 10, () -> few + " and " + more);
    assertTrue(many < more / 100, () -> more + " and " + many);
  }

  /** A polynomial of degree p makes frequencies up to pF; those from N - F on are confused. */
  @Test
  void polynomialsAreExactWithEnoughSamples() {
    assertTrue(error(layer("SO2: fourier(2)", Activation.CUBE, 8)).maximumRelative() > 1e-3);
    assertTrue(error(layer("SO2: fourier(2)", Activation.CUBE, 10)).maximumRelative() < 1e-12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C8: (irrep(0) + irrep(1) + irrep(2) + irrep(3) + irrep(4))",
        "D4: 2*(irrep(0) + irrep(4) + irrep(4))",
        "S3: (irrep(0) + irrep(1) + irrep(2) + irrep(2))"
      })
  void commutesExactlyWithAFiniteGroup(String text) {
    FourierNonlinearity layer =
        new FourierNonlinearity.Builder(FieldType.parse(text)).activation(Activation.ELU).build();
    assertTrue(error(layer).maximumRelative() < 1e-12);
    assertEquals(0, layer.turns());
  }

  /** With all frequencies of a finite group, nothing is cut off: it is ReLU on regular fields. */
  @Test
  void isReluOfTheValuesOfAllFunctions() {
    FieldType type = FieldType.parse("C4: (irrep(0) + irrep(1) + irrep(2))");
    INDArray values = Networks.images(DataType.DOUBLE, 5, 4);
    INDArray toValues = values(new FourierNonlinearity.Builder(type).build());
    INDArray x = values.mmul(toValues.transpose());
    INDArray y = output(new FourierNonlinearity.Builder(type).build(), x);
    INDArray expected = Transforms.relu(values, true).mmul(toValues.transpose());
    assertEquals(0, y.distance2(expected), 1e-12);
  }

  /** The transform of four functions, an orthogonal matrix. */
  private static INDArray values(FourierNonlinearity layer) {
    FourierTransform transform =
        FourierTransform.of(layer.inputType().fields().get(0), layer.elements());
    return Nd4jBridge.array(transform.fit(), DataType.DOUBLE);
  }

  @Test
  void mapsTrivialFieldsPointwise() {
    FieldType type = FieldType.parse("O2: 3*trivial");
    INDArray x = Networks.images(DataType.DOUBLE, 5, 3);
    INDArray y =
        output(
            new FourierNonlinearity.Builder(type).activation(Activation.ELU).turns(4).build(), x);
    assertEquals(0, y.distance2(Transforms.elu(x, true)), 1e-12);
  }

  @Test
  void samplesTwiceAsOftenAsShannonAsks() {
    FieldType type = FieldType.parse("SO2: 2*fourier(2) + fourier(3) + trivial");
    FourierNonlinearity layer = new FourierNonlinearity.Builder(type).build();
    assertEquals(16, layer.turns());
    assertArrayEquals(new int[] {0, 15, 30, 45}, Arrays.copyOf(layer.elements(), 4), "every 22.5°");
    assertNotEquals(layer, new FourierNonlinearity.Builder(type).turns(20).build());
    assertNotEquals(
        layer, new FourierNonlinearity.Builder(type).activation(Activation.ELU).build());
    assertEquals(layer, new FourierNonlinearity.Builder(type).turns(16).build());
  }

  @Test
  void refusesFieldsThatItCannotMap() {
    assertRefused("SO2: fourier(1) + irrep(2)", "got irrep(2) as field 1", "NormNonlinearity");
    assertRefused("C4: regular", "such as (irrep(0) + irrep(1)), got regular", "FieldActivation");
    assertRefused("SO2: (irrep(1) + irrep(1))", "hold irrep(1) 1 times");
    FourierNonlinearity.Builder builder =
        new FourierNonlinearity.Builder(FieldType.parse("SO2: fourier(2)"));
    assertMessage(() -> builder.turns(7), "divides the 240 of C240, got 7");
    assertMessage(() -> builder.turns(4).build(), "frequency 2 needs 5 turns");
    assertMessage(
        () ->
            new FourierNonlinearity.Builder(FieldType.parse("C4: (irrep(0) + irrep(1))")).turns(4),
        "finite and sampled whole");
  }

  private static void assertRefused(String type, String... parts) {
    for (String part : parts) {
      assertMessage(() -> new FourierNonlinearity.Builder(FieldType.parse(type)).build(), part);
    }
  }

  private static void assertMessage(Runnable action, String part) {
    String message = assertThrows(IllegalArgumentException.class, action::run).getMessage();
    assertTrue(message.contains(part), message);
  }
}
