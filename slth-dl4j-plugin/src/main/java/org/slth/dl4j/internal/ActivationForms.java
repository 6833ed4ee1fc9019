package org.slth.dl4j.internal;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;

/** DL4J's activation functions in a SameDiff graph, with their default settings. */
public final class ActivationForms {

  private static final Map<Activation, BiFunction<SameDiff, SDVariable, SDVariable>> KNOWN =
      Map.ofEntries(
          Map.entry(Activation.CUBE, (graph, x) -> x.mul(x).mul(x)),
          Map.entry(Activation.ELU, (graph, x) -> graph.nn().elu(x)),
          Map.entry(Activation.HARDSIGMOID, (graph, x) -> graph.nn().hardSigmoid(x)),
          Map.entry(Activation.HARDTANH, (graph, x) -> graph.nn().hardTanh(x)),
          Map.entry(Activation.IDENTITY, (graph, x) -> x),
          Map.entry(Activation.RELU, (graph, x) -> graph.nn().relu(x, 0)),
          Map.entry(Activation.RELU6, (graph, x) -> graph.nn().relu6(x, 0)),
          Map.entry(Activation.SELU, (graph, x) -> graph.nn().selu(x)),
          Map.entry(Activation.SIGMOID, (graph, x) -> graph.nn().sigmoid(x)),
          Map.entry(Activation.SOFTMAX, (graph, x) -> graph.nn().softmax(x, 1)),
          Map.entry(Activation.SOFTPLUS, (graph, x) -> graph.nn().softplus(x)),
          Map.entry(Activation.SOFTSIGN, (graph, x) -> graph.nn().softsign(x)),
          Map.entry(Activation.SWISH, (graph, x) -> graph.nn().swish(x)),
          Map.entry(Activation.TANH, (graph, x) -> graph.nn().tanh(x)));

  private ActivationForms() {}

  /** Returns what an activation function makes of a variable, if it is one of those known. */
  public static Optional<SDVariable> of(IActivation activation, SDVariable x) {
    if (activation instanceof ActivationLReLU leaky) {
      return Optional.of(x.getSameDiff().nn().leakyRelu(x, leaky.getAlpha()));
    }
    return KNOWN.entrySet().stream()
        .filter(entry -> entry.getKey().getActivationFunction().equals(activation))
        .findFirst()
        .map(entry -> entry.getValue().apply(x.getSameDiff(), x));
  }
}
