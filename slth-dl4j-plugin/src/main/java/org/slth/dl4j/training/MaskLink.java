package org.slth.dl4j.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/**
 * Shows parameters to the updater: a regularization that changes nothing. {@link MaskTraining} adds
 * it to each layer it masks; it is public because DL4J stores it with the layer.
 */
public final class MaskLink implements Regularization {

  private static final long serialVersionUID = 1;

  /** Why weight decay is refused. */
  static final String WEIGHT_DECAY =
      "weight decay moves weights that a mask must leave alone: use L2 regularization, which acts"
          + " on the scores";

  private static final ThreadLocal<List<Arrays>> SEEN = ThreadLocal.withInitial(ArrayList::new);

  private final transient @Nullable SameDiff graph;

  /** A parameter array and its gradient in one step, and the graph if that is what trains. */
  record Arrays(
      INDArray parameter, INDArray gradient, int iteration, int epoch, @Nullable SameDiff graph) {

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

    /** Returns where the gradient begins in a block. */
    long first(INDArray block) {
      return gradient.offset() - block.offset();
    }

    private boolean isIn(INDArray block) {
      return sharesMemory(block)
          && first(block) >= 0
          && first(block) + gradient.length() <= block.length();
    }

    /** Returns whether two arrays are views of one array, such as all gradients of a network. */
    private boolean sharesMemory(INDArray other) {
      return gradient.data().address() == other.data().address();
    }

    private boolean isOfOneStepWith(Arrays other) {
      return iteration == other.iteration && epoch == other.epoch && sharesMemory(other.gradient);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other; // arrays are compared by their numbers, which is not meant here
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /** For DL4J, which makes copies of regularizations. */
  public MaskLink() {
    this(null);
  }

  MaskLink(@Nullable SameDiff graph) {
    this.graph = graph;
  }

  /**
   * Returns what was seen on this thread in the step under way, as far as it lies in a block of
   * gradients.
   */
  static List<Arrays> take(INDArray block) {
    List<Arrays> seen = SEEN.get();
    List<Arrays> taken = seen.stream().filter(arrays -> arrays.isIn(block)).toList();
    seen.removeAll(taken);
    return taken;
  }

  /**
   * Returns regularizations with this link as the only one.
   *
   * @throws IllegalArgumentException if one of them is weight decay
   */
  List<Regularization> joining(List<Regularization> others) {
    List<Regularization> all = new ArrayList<>();
    for (Regularization other : others) {
      if (other instanceof WeightDecay) {
        throw new IllegalArgumentException(WEIGHT_DECAY);
      }
      if (!(other instanceof MaskLink)) {
        all.add(other);
      }
    }
    all.add(this);
    return all;
  }

  @Override
  public ApplyStep applyStep() {
    return ApplyStep.BEFORE_UPDATER;
  }

  @Override
  public void apply(INDArray param, INDArray gradView, double lr, int iteration, int epoch) {
    Arrays arrays = new Arrays(param, gradView, iteration, epoch, graph);
    List<Arrays> seen = SEEN.get();
    if (!seen.isEmpty() && !seen.get(0).isOfOneStepWith(arrays)) {
      seen.clear(); // nobody came for them: the layer has got another updater since
    }
    seen.add(arrays);
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
