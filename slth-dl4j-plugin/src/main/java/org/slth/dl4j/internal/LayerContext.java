package org.slth.dl4j.internal;

import java.util.Map;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The arrays of one call of a function of a layer or vertex: parameters, their gradient views, and
 * the memory of the result. Everything else a function allocates is scratch.
 */
public final class LayerContext {

  private final Map<String, INDArray> parameters;
  private final Map<String, INDArray> gradients;
  private final DataType type;
  private final LayerWorkspaceMgr workspaces;
  private final ArrayType result;
  private final boolean inputGradient;

  /**
   * Creates the context of a call.
   *
   * @param parameters by name, views of the network's parameters
   * @param gradients by name, the views into which gradients are written; none for a forward pass
   * @param type the network's data type
   * @param workspaces where results are allocated
   * @param result what the result is to DL4J
   */
  public LayerContext(
      Map<String, INDArray> parameters,
      Map<String, INDArray> gradients,
      DataType type,
      LayerWorkspaceMgr workspaces,
      ArrayType result) {
    this(parameters, gradients, type, workspaces, result, true);
  }

  /** As above, for a backward pass of which nobody may want the gradient by the input. */
  LayerContext(
      Map<String, INDArray> parameters,
      Map<String, INDArray> gradients,
      DataType type,
      LayerWorkspaceMgr workspaces,
      ArrayType result,
      boolean inputGradient) {
    this.parameters = parameters;
    this.gradients = gradients;
    this.type = type;
    this.workspaces = workspaces;
    this.result = result;
    this.inputGradient = inputGradient;
  }

  /** Returns whether anybody reads the gradient by the input; if not, it may be any numbers. */
  boolean wantsInputGradient() {
    return inputGradient;
  }

  /** Returns the parameter of this name, a view of the network's parameters. */
  public INDArray parameter(String name) {
    return named(parameters.get(name), name);
  }

  /** Returns the view into which the gradient by the parameter of this name is written. */
  public INDArray gradient(String name) {
    return named(gradients.get(name), name);
  }

  /** Returns an uninitialised array for the result, in C order, where DL4J wants results. */
  public INDArray result(long... shape) {
    return workspaces.createUninitialized(result, type, shape, 'c');
  }

  private static INDArray named(@Nullable INDArray array, String name) {
    if (array == null) {
      throw new IllegalStateException("the layer has no parameter " + name);
    }
    return array;
  }
}
