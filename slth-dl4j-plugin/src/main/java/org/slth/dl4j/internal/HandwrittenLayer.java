package org.slth.dl4j.internal;

import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The default runtime of our layers: it runs a {@link LayerFunction} and builds no SameDiff graph.
 *
 * <p>Inference reads the array it is given, not the field that DL4J stores it in, so that two
 * threads may call {@code output} of one network.
 */
public final class HandwrittenLayer extends RuntimeLayer {

  private final LayerFunction function;

  /**
   * Creates the runtime of a layer.
   *
   * @param conf the configuration that holds the layer
   * @param type the network's data type
   * @param function what the layer computes
   * @param statistics the parameters that are running statistics
   */
  public HandwrittenLayer(
      NeuralNetConfiguration conf, DataType type, LayerFunction function, Set<String> statistics) {
    super(conf, type, statistics);
    this.function = function;
  }

  @Override
  public INDArray activate(INDArray input, boolean training, LayerWorkspaceMgr workspaceMgr) {
    INDArray own = workspaceMgr.leverageTo(ArrayType.INPUT, input);
    setInput(own, workspaceMgr);
    return training ? activate(true, workspaceMgr) : forward(own, false, workspaceMgr);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaceMgr) {
    assertInputSet(false);
    if (function.takesDropout()) {
      applyDropOutIfNecessary(training, workspaceMgr);
    }
    return forward(input, training, workspaceMgr);
  }

  private INDArray forward(INDArray from, boolean training, LayerWorkspaceMgr workspaces) {
    ((org.deeplearning4j.nn.conf.layers.samediff.SameDiffLayer) layerConf()).validateInput(from);
    LayerContext context =
        new LayerContext(paramTable, Map.of(), dataType, workspaces, ArrayType.ACTIVATIONS);
    return function.forward(from.castTo(dataType), training, context);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(
      INDArray epsilon, LayerWorkspaceMgr workspaceMgr) {
    assertInputSet(true);
    Map<String, INDArray> views = gradTable == null ? Map.of() : gradTable;
    LayerContext context =
        new LayerContext(
            paramTable,
            views,
            dataType,
            workspaceMgr,
            ArrayType.ACTIVATION_GRAD,
            index > 0 || InputGradient.isRead());
    INDArray byInput = function.backward(input.castTo(dataType), epsilon.castTo(dataType), context);
    Gradient gradient = new DefaultGradient();
    views.forEach((name, view) -> gradient.gradientForVariable().put(name, view));
    return new Pair<>(
        gradient, function.takesDropout() ? backpropDropOutIfPresent(byInput) : byInput);
  }
}
