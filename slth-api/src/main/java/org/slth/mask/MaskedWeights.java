package org.slth.mask;

import java.util.Optional;
import org.slth.ticket.SourceDraw;

/**
 * One parameter array of a network under mask training: random weights, one score for each, and
 * what the network computes with, the effective weights.
 *
 * <p>All arrays have {@link #size()} elements. The network reads effective weights alone; a {@link
 * MaskStrategy} makes them of weights and scores. Values are those of the network's own arrays,
 * which nobody copies: in a network of floats they are rounded to floats when set.
 */
public interface MaskedWeights {

  /** Returns the number of weights, at least one. */
  int size();

  /** Returns weight <i>i</i>: as it was drawn, unless a strategy has set it. */
  double weight(int i);

  /** Replaces weight <i>i</i>. */
  void setWeight(int i, double value);

  /** Returns score <i>i</i>; what it means is up to the strategy. */
  double score(int i);

  /** Replaces score <i>i</i>. */
  void setScore(int i, double value);

  /**
   * Returns element <i>i</i> of the gradient array: the derivative of the loss by the effective
   * weight, later by what the strategy trains, and last the step that the inner updater makes of
   * it, to be subtracted.
   */
  double gradient(int i);

  /** Replaces element <i>i</i> of the gradient array. */
  void setGradient(int i, double value);

  /** Returns the effective weight <i>i</i> that the last pass through the network used. */
  double effective(int i);

  /**
   * Sets the effective weight <i>i</i> for the next pass. The gradient array may hold what carries
   * the value to the network, so {@link #gradient} means nothing from here to the next step.
   */
  void setEffective(int i, double value);

  /**
   * Returns the random weight <i>i</i> of a round; round 0 is what {@link #weight} was drawn as.
   *
   * @param round which of the independent drawings
   */
  double drawn(int i, int round);

  /** Returns the expected |weight|² over a drawing: its root is the scale of the weights. */
  double variance(int i);

  /** Returns random numbers of this array alone, apart from those of the weights. */
  SourceDraw random();

  /** Returns the same numbers in rows, or nothing if they are not floats. */
  default Optional<FloatRows> rows() {
    return Optional.empty();
  }
}
