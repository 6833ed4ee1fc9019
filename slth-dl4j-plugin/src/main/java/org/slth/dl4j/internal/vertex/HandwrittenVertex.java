package org.slth.dl4j.internal.vertex;

import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffVertex;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.LayerContext;

/**
 * The default runtime of our vertices: it runs a {@link VertexFunction} and builds no SameDiff
 * graph.
 *
 * <p>Inputs of the network need no gradient, and structure has none: {@link VertexFunction} is told
 * which tensors do. DL4J takes null for structure, as long as it comes last and every vertex that
 * takes it does the same.
 */
public final class HandwrittenVertex extends RuntimeVertex {

  private final VertexFunction function;

  /**
   * Creates the runtime of a vertex.
   *
   * @param place where the vertex is
   * @param config its configuration
   * @param tensors how many of its inputs, counted from the first, are tensors
   * @param function what it computes
   */
  public HandwrittenVertex(
      Place place, SameDiffVertex config, int tensors, VertexFunction function) {
    super(place, config, tensors);
    this.function = function;
  }

  @Override
  public INDArray doForward(boolean training, LayerWorkspaceMgr workspaceMgr) {
    INDArray[] cast = cast();
    config.validateInput(cast);
    LayerContext context =
        new LayerContext(paramTable, Map.of(), dataType, workspaceMgr, ArrayType.ACTIVATIONS);
    return function.forward(cast, training, context);
  }

  @Override
  public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaceMgr) {
    Map<String, INDArray> views = gradTable == null ? Map.of() : gradTable;
    LayerContext context =
        new LayerContext(paramTable, views, dataType, workspaceMgr, ArrayType.ACTIVATION_GRAD);
    boolean[] wanted = new boolean[tensors];
    for (int i = 0; i < tensors; i++) {
      wanted[i] = !graph.getVertices()[inputVertices[i].getVertexIndex()].isInputVertex();
    }
    INDArray[] byInput = function.backward(cast(), epsilon.castTo(dataType), wanted, context);
    for (int i = 0; i < tensors; i++) {
      if (byInput[i] == null && isShared(i)) {
        byInput[i] = context.result(inputs[i].shape()).assign(0);
      }
    }
    Gradient gradient = new DefaultGradient();
    views.forEach((name, view) -> gradient.gradientForVariable().put(name, view));
    return new Pair<>(gradient, Arrays.copyOf(byInput, inputs.length));
  }

  /**
   * Returns whether another vertex takes the same input. Then it must have a gradient, wanted or
   * not: where DL4J finds that an earlier vertex left null, it gives the gradient by the next input
   * of the later vertex to the wrong one.
   */
  private boolean isShared(int input) {
    VertexIndices[] users =
        graph.getVertices()[inputVertices[input].getVertexIndex()].getOutputVertices();
    return users != null && users.length > 1;
  }
}
