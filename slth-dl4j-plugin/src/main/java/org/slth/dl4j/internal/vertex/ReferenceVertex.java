package org.slth.dl4j.internal.vertex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffVertex;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.Workspaces;

/**
 * The reference runtime of our vertices: the SameDiff graph of {@code defineVertex}, with the loss
 * <i>L</i> = &lt;<i>y</i>, &epsilon;&gt;, whose gradients are those that DL4J asks for.
 *
 * <p>DL4J's own runtime doubles the gradients of such a vertex, asks for gradients of the structure
 * of a batch as well, and fixes the graph at the first batch; this one is made anew for every
 * batch, with tensors as variables, since SameDiff has no gradients of placeholders where nothing
 * is to be trained. It is for verification: slow.
 */
public final class ReferenceVertex extends RuntimeVertex {

  private static final String EPSILON = "epsilon";
  private static final String LOSS = "loss";

  /**
   * Creates the runtime of a vertex.
   *
   * @param place where the vertex is
   * @param config its configuration
   * @param tensors how many of its inputs, counted from the first, are tensors
   */
  public ReferenceVertex(Place place, SameDiffVertex config, int tensors) {
    super(place, config, tensors);
  }

  @Override
  public INDArray doForward(boolean training, LayerWorkspaceMgr workspaceMgr) {
    config.validateInput(cast());
    INDArray output = Workspaces.outside(this::output);
    return workspaceMgr.dup(ArrayType.ACTIVATIONS, output, 'c');
  }

  @Override
  public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaceMgr) {
    List<String> names = config.getVertexParams().getInputs();
    List<String> wanted = new ArrayList<>(names.subList(0, tensors));
    wanted.addAll(paramTable.keySet());
    Map<String, INDArray> found =
        Workspaces.outside(() -> graph(true).calculateGradients(values(true), wanted));
    Gradient gradient = new DefaultGradient();
    for (String parameter : paramTable.keySet()) {
      INDArray view = Objects.requireNonNull(gradTable.get(parameter)).assign(found.get(parameter));
      gradient.gradientForVariable().put(parameter, view);
    }
    INDArray[] byInput = new INDArray[inputs.length];
    for (int i = 0; i < tensors; i++) {
      byInput[i] = workspaceMgr.dup(ArrayType.ACTIVATION_GRAD, found.get(names.get(i)), 'c');
    }
    return new Pair<>(gradient, byInput);
  }

  private INDArray output() {
    SameDiff graph = graph(false);
    return graph.outputSingle(values(false), outputKey);
  }

  private SameDiff graph(boolean withLoss) {
    SameDiff graph = SameDiff.create();
    Map<String, SDVariable> variables = new LinkedHashMap<>();
    List<String> names = config.getVertexParams().getInputs();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      INDArray value = value(inputs[i]);
      variables.put(name, i < tensors ? graph.var(name, value) : graph.constant(name, value));
    }
    Map<String, SDVariable> parameters = new LinkedHashMap<>();
    paramTable.forEach((name, value) -> parameters.put(name, graph.var(name, value.dup('c'))));
    SDVariable output = config.defineVertex(graph, variables, parameters, Map.of());
    outputKey = output.name();
    if (withLoss) {
      SDVariable error = graph.placeHolder(EPSILON, dataType, epsilon.shape());
      output.mul(error).sum(LOSS);
      graph.setLossVariables(LOSS);
    }
    return graph;
  }

  private INDArray value(INDArray array) {
    return array.castTo(dataType).dup('c').detach();
  }

  private Map<String, INDArray> values(boolean withLoss) {
    return withLoss ? Map.of(EPSILON, value(epsilon)) : Map.of();
  }
}
