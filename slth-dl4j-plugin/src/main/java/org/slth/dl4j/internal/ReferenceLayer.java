package org.slth.dl4j.internal;

import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The reference runtime: DL4J's own, on the graph of {@code defineLayer}, with right gradients.
 *
 * <p>DL4J 1.0.0-M2.1 adds the error that comes from above to itself ({@code
 * ExternalErrorsFunction.doDiff} registers it as a gradient and returns it as well), so that all
 * gradients of the layer, and of every layer below, are doubled. Where the gradient graph shows
 * that sum, the error is halved; a repaired DL4J is left alone.
 */
public final class ReferenceLayer extends RuntimeLayer {

  /**
   * Creates the runtime of a layer.
   *
   * @param conf the configuration that holds the layer
   * @param type the network's data type
   * @param statistics the parameters that are running statistics
   */
  public ReferenceLayer(NeuralNetConfiguration conf, DataType type, Set<String> statistics) {
    super(conf, type, statistics);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(
      INDArray epsilon, LayerWorkspaceMgr workspaceMgr) {
    assertInputSet(true);
    SameDiff gradients = Workspaces.outside(this::gradients);
    boolean doubled = doublesErrors(gradients, fn.getGradPlaceholderName());
    return super.backpropGradient(doubled ? epsilon.mul(0.5) : epsilon, workspaceMgr);
  }

  private SameDiff gradients() {
    if (sameDiff == null) {
      doInit();
    }
    if (!sameDiff.hasGradientFunction()) {
      sameDiff.createGradFunction(INPUT_KEY);
    }
    return sameDiff.getFunction("grad");
  }

  /** Returns whether the gradient graph adds the error from above to itself. */
  static boolean doublesErrors(SameDiff gradients, String error) {
    List<String> twice = List.of(error, error);
    return gradients.getOps().values().stream()
        .filter(op -> op.getOp().opName().equals("add"))
        .map(SameDiffOp::getInputsToOp)
        .anyMatch(twice::equals);
  }
}
