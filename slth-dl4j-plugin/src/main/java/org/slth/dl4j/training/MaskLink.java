package org.slth.dl4j.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * Shows parameters to the updater: a regularization that changes nothing. {@link MaskTraining} adds
 * it to each layer it masks; it is public because DL4J stores it with the layer.
 */
public final class MaskLink implements Regularization {

  private static final long serialVersionUID = 1;

  private static final ThreadLocal<List<Arrays>> SEEN = ThreadLocal.withInitial(ArrayList::new);

  /** A parameter array and its gradient. */
  record Arrays(INDArray parameter, INDArray gradient) {}

  /** For DL4J, which makes copies of regularizations. */
  public MaskLink() {}

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
    SEEN.get().add(new Arrays(param, gradView));
  }

  @Override
  public double score(INDArray param, int iteration, int epoch) {
    return 0;
  }

  @Override
  @SuppressWarnings("MissingSuperCall") // there is none
  public MaskLink clone() {
    return new MaskLink();
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
