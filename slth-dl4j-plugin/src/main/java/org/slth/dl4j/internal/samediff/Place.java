package org.slth.dl4j.internal.samediff;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.ActivationForms;
import org.slth.dl4j.internal.Nd4jBridge;
import org.slth.dl4j.internal.network.PlannedVertex;
import org.slth.dl4j.internal.network.Rank;

/**
 * A layer, and what feeds it in the graph.
 *
 * @param graph where it is defined
 * @param vertex the layer
 * @param inputs what feeds it, behind its pre-processor
 * @param rank what its inputs are, if that is known
 * @param type the network's data type
 */
record Place(
    SameDiff graph,
    PlannedVertex vertex,
    List<SDVariable> inputs,
    Optional<Rank> rank,
    DataType type) {

  /** Returns the only input. */
  SDVariable x() {
    return inputs.get(0);
  }

  /** Returns the configuration. */
  <T> T as(Class<T> type) {
    return type.cast(vertex.configuration());
  }

  /** Returns whether the layer has a parameter of this name. */
  boolean has(String parameter) {
    return vertex.parameters().containsKey(parameter);
  }

  /** Returns the numbers of a parameter, in C order. */
  double[] values(String parameter) {
    return Objects.requireNonNull(vertex.parameters().get(parameter), parameter);
  }

  /** Returns a parameter as a variable that can be trained. */
  SDVariable parameter(String name, long... shape) {
    return variable(name, values(name), shape);
  }

  /** Returns numbers, in C order, as a variable that can be trained. */
  SDVariable variable(String name, double[] values, long... shape) {
    return variable(name, Nd4jBridge.vector(values, type).reshape('c', shape));
  }

  /** Returns a variable that can be trained. */
  SDVariable variable(String name, INDArray values) {
    return graph.var(vertex.name() + "_" + name, values);
  }

  /** Returns whether the inputs are images. */
  boolean images() {
    return rank.orElseThrow(
            () -> new IllegalArgumentException("nothing says whether it is fed rows or images"))
        == Rank.IMAGES;
  }

  /** Returns the shape in which one number per channel is added to the input. */
  long[] perChannel(long channels) {
    return images() ? new long[] {1, channels, 1, 1} : new long[] {1, channels};
  }

  /** Returns what an activation function makes of a variable. */
  static SDVariable activated(IActivation activation, SDVariable x) {
    return ActivationForms.of(activation, x)
        .orElseThrow(
            () -> new IllegalArgumentException("it has no form for the activation " + activation));
  }

  /** Checks a setting. */
  static void require(boolean condition, String setting) {
    if (!condition) {
      throw new IllegalArgumentException("it has no form for " + setting);
    }
  }
}
