package org.slth.dl4j.training;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.slth.mask.MaskStep;

/**
 * Adam's step on floats, as DL4J's operation makes it but for rounding:
 *
 * <pre>
 * m ← β₁ m + (1 − β₁) g,   v ← β₂ v + (1 − β₂) g²
 * g ← η √(1 − β₂ᵗ) / (1 − β₁ᵗ) m / (√v + ε),   t = iteration + 1
 * </pre>
 *
 * <p>D. P. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR 2015, arXiv 1412.6980.
 * State and settings are those of DL4J's updater. Its operation takes 5 to 9 ns for a number, these
 * loops less than 1: enough to pay for all that masks add to a step.
 */
final class AdamRows {

  private static final int LENGTH = 1024;

  private final float first;
  private final float second;
  private final float rate;
  private final float epsilon;

  private AdamRows(Adam config, MaskStep step) {
    this.first = (float) config.getBeta1();
    this.second = (float) config.getBeta2();
    int t = step.iteration() + 1;
    double warmed =
        Math.sqrt(1 - StrictMath.pow(config.getBeta2(), t))
            / (1 - StrictMath.pow(config.getBeta1(), t));
    this.rate = (float) (config.getLearningRate(step.iteration(), step.epoch()) * warmed);
    this.epsilon = (float) config.getEpsilon();
  }

  /**
   * Makes a step of a gradient, if it is one of Adam's on floats that lie in memory like its state.
   *
   * @return whether it was made; if not, everything is as before
   */
  static boolean apply(GradientUpdater<?> updater, INDArray gradient, MaskStep step) {
    if (!(updater instanceof AdamUpdater adam)
        || !alike(adam.getM(), gradient)
        || !alike(adam.getV(), gradient)) {
      return false;
    }
    Optional<FloatBuffer> floats = memory(gradient);
    floats.ifPresent(
        memory ->
            new AdamRows(adam.getConfig(), step)
                .apply(
                    memory, memory(adam.getM()).orElseThrow(), memory(adam.getV()).orElseThrow()));
    return floats.isPresent();
  }

  private static boolean alike(INDArray state, INDArray gradient) {
    return state.dataType() == gradient.dataType()
        && state.length() == gradient.length()
        && state.elementWiseStride() == 1
        && gradient.elementWiseStride() == 1
        && (state.isVectorOrScalar() || Arrays.equals(state.stride(), gradient.stride()));
  }

  private static Optional<FloatBuffer> memory(INDArray array) {
    return NumberArray.of(array, 0, Math.toIntExact(array.length())).floats();
  }

  private void apply(FloatBuffer gradient, FloatBuffer mean, FloatBuffer square) {
    float[] g = new float[LENGTH];
    float[] m = new float[LENGTH];
    float[] v = new float[LENGTH];
    for (int from = 0; from < gradient.capacity(); from += LENGTH) {
      int length = Math.min(LENGTH, gradient.capacity() - from);
      gradient.get(from, g, 0, length);
      mean.get(from, m, 0, length);
      square.get(from, v, 0, length);
      step(g, m, v);
      gradient.put(from, g, 0, length);
      mean.put(from, m, 0, length);
      square.put(from, v, 0, length);
    }
  }

  private void step(float[] g, float[] m, float[] v) {
    for (int i = 0; i < LENGTH; i++) {
      m[i] = first * m[i] + (1 - first) * g[i];
      v[i] = second * v[i] + (1 - second) * g[i] * g[i];
      g[i] = m[i] * rate / ((float) Math.sqrt(v[i]) + epsilon);
    }
  }
}
