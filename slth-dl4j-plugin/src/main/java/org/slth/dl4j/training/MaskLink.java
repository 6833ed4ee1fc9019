package org.slth.dl4j.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * Shows parameters to the updater: a regularization that changes nothing. {@link MaskTraining} adds
 * it to each layer it masks; it is public because DL4J stores it with the layer.
 */
public final class MaskLink implements Regularization {

  private static final long serialVersionUID = 1;

  private static final ThreadLocal<List<Arrays>> SEEN = ThreadLocal.withInitial(ArrayList::new);

  private final transient @Nullable SameDiff graph;

  /** A parameter array, its gradient, and the graph if that is what trains. */
  record Arrays(INDArray parameter, INDArray gradient, @Nullable SameDiff graph) {

    /** Returns which variable of the graph the parameter is. */
    String variable() {
      if (graph != null) {
        for (SDVariable variable : graph.variables()) {
          if (variable.getVariableType() == VariableType.VARIABLE
              && variable.getArr() == parameter) {
            return variable.name();
          }
        }
      }
      throw new IllegalStateException(
          "the scores of this graph are gone, as when it is saved without its updater state: call"
              + " MaskTraining.start to begin anew");
    }
  }

  /** For DL4J, which makes copies of regularizations. */
  public MaskLink() {
    this(null);
  }

  MaskLink(@Nullable SameDiff graph) {
    this.graph = graph;
  }

  /** Returns what was seen on this thread since the last call. */
  static List<Arrays> take() {
    List<Arrays> seen = SEEN.get();
    List<Arrays> taken = List.copyOf(seen);
    seen.clear();
    return taken;
  }

  @Override
  public ApplyStep applyStep() {
    return ApplyStep.BEFORE_UPDATER;
  }

  @Override
  public void apply(INDArray param, INDArray gradView, double lr, int iteration, int epoch) {
    SEEN.get().add(new Arrays(param, gradView, graph));
  }

  @Override
  public double score(INDArray param, int iteration, int epoch) {
    return 0;
  }

  @Override
  @SuppressWarnings("MissingSuperCall") // there is none
  public MaskLink clone() {
    return new MaskLink(graph);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MaskLink;
  }

  @Override
  public int hashCode() {
    return MaskLink.class.hashCode();
  }

  @Override
  public String toString() {
    return "MaskLink";
  }
}
