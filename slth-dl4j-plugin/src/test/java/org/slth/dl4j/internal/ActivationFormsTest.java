package org.slth.dl4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ActivationFormsTest {

  private static Optional<INDArray> inSameDiff(IActivation activation, INDArray x) {
    SameDiff graph = SameDiff.create();
    SDVariable input = graph.placeHolder("x", x.dataType(), x.shape());
    return ActivationForms.of(activation, input)
        .map(y -> graph.outputSingle(Map.of("x", x), y.mul(1).name()));
  }

  private static INDArray numbers() {
    return Nd4j.linspace(DataType.FLOAT, -8, 16.0 / 60, 60).reshape(6, 10);
  }

  @ParameterizedTest
  @EnumSource(
      value = Activation.class,
      names = {
        "CUBE",
        "ELU",
        "HARDSIGMOID",
        "HARDTANH",
        "IDENTITY",
        "LEAKYRELU",
        "RELU",
        "RELU6",
        "SELU",
        "SIGMOID",
        "SOFTMAX",
        "SOFTPLUS",
        "SOFTSIGN",
        "SWISH",
        "TANH"
      })
  void agreesWithTheOneOfDl4j(Activation activation) {
    IActivation function = activation.getActivationFunction();
    INDArray x = numbers();
    INDArray y = inSameDiff(function, x).orElseThrow();
    double gap = y.distance2(function.getActivation(x.dup(), false));
    assertTrue(gap <= 1e-5 * y.norm2Number().doubleValue(), () -> "gap " + gap);
  }

  @Test
  void settingsAreLookedAt() {
    INDArray x = numbers();
    INDArray leaky = inSameDiff(new ActivationLReLU(0.3), x).orElseThrow();
    assertTrue(leaky.distance2(new ActivationLReLU(0.3).getActivation(x.dup(), false)) < 1e-5);
    assertEquals(Optional.empty(), inSameDiff(new ActivationReLU(2.0, null, null), x));
    assertTrue(inSameDiff(new ActivationReLU(), x).isPresent());
  }
}
