package org.slth.mask;

import java.util.List;

/**
 * How scores become a mask, and how scores learn. An instance belongs to one training and keeps no
 * state but its options: everything that changes is in the {@link MaskedWeights}.
 *
 * <p>One step, for <i>L</i> the loss, <i>e</i> the effective weights, and <i>x</i> what the
 * strategy trains (scores, as a rule):
 *
 * <ol>
 *   <li>{@link #differentiate}: dL/de → dL/dx, in the gradient array;
 *   <li>an ordinary updater (Adam, say) turns it into a step;
 *   <li>{@link #move}: <i>x</i> ← <i>x</i> − step;
 *   <li>{@link #project}: <i>e</i> from weights and scores.
 * </ol>
 *
 * <p>Implement this interface to teach SLTH another strategy, and list its {@link
 * MaskStrategyProvider}. {@code MaskStrategyLaws.check} tests the laws:
 *
 * <ol>
 *   <li>{@link #project} is a function of weights, scores and step: called twice it sets the same
 *       effective weights.
 *   <li>After {@link #project}, every effective weight is 0 or what {@link #reach} says it may be.
 *   <li>Equal weights, scores, gradients and steps give equal results, on every platform.
 * </ol>
 */
public interface MaskStrategy {

  /** Which arrays {@link MaskStrategy#project} needs to see together. */
  enum Scope {
    /** Each array is masked by itself. */
    PARAMETER,
    /** All masked arrays of the network share one budget. */
    NETWORK
  }

  /** What an effective weight that is kept may be. */
  enum Reach {
    /** The weight as it was drawn, bit for bit. */
    AS_DRAWN,
    /** A number drawn for it, in this round or another. */
    REDRAWN,
    /** Something else, for example a trained number. */
    ANY
  }

  /** Returns whether arrays are masked each by itself or all together. */
  Scope scope();

  /** Returns what a kept effective weight may be. */
  Reach reach();

  /** Sets the scores of weights that were just drawn. */
  void begin(MaskedWeights weights);

  /**
   * Replaces the derivative of the loss by effective weights with that by what is trained.
   *
   * @param weights their gradient array holds dL/de, and then dL/dx
   * @param step where training stands
   */
  void differentiate(MaskedWeights weights, MaskStep step);

  /**
   * Subtracts the gradient array, now a step, from what is trained.
   *
   * @param weights their gradient array holds the step
   * @param step where training stands
   */
  void move(MaskedWeights weights, MaskStep step);

  /**
   * Makes the effective weights.
   *
   * @param weights one array for the scope PARAMETER, all of the network for NETWORK, in its order
   * @param step where training stands
   */
  void project(List<? extends MaskedWeights> weights, MaskStep step);
}
