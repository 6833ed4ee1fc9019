package org.slth.dl4j.pruning;

import java.util.List;

/**
 * One layer of a target network in the terms of the theory: <i>f</i> = Σ λ[p,q,k] κ(p,q) ⊗
 * <i>b</i><sub>k</sub>, with the bias as one more input, the constant one.
 *
 * <p>Inputs are numbered from 0, and the constant, if there is a bias, is the last.
 */
interface TargetLayer {

  /** Returns the index of the layer in its network and its class, for people. */
  String name();

  /** Returns the number of inputs, the constant included. */
  int inputs();

  /** Returns whether the last input is the constant. */
  boolean hasConstant();

  /** Returns the number of output fields. */
  int outputs();

  /** Returns how many coefficients lead from an input to an output. */
  int size(int output, int input);

  /** Returns λ[p,q,k]. */
  double coefficient(int output, int input, int k);

  /**
   * Returns the number of parameters of an unmasked pair (U, V).
   *
   * @param copies how many hidden copies every input has
   */
  long sourceParameters(int[] copies);

  /** Returns the layers of the masked pair, which together stand for this one. */
  List<PlannedLayer> pair(MaskedPair kept);

  /** Returns the number of subset-sum problems behind an input. */
  default int problems(int input) {
    int problems = 0;
    for (int p = 0; p < outputs(); p++) {
      problems += size(p, input);
    }
    return problems;
  }

  /** Returns the targets behind an input, in the order output, then basis element. */
  default double[] targets(int input) {
    double[] targets = new double[problems(input)];
    int j = 0;
    for (int p = 0; p < outputs(); p++) {
      for (int k = 0; k < size(p, input); k++) {
        targets[j++] = coefficient(p, input, k);
      }
    }
    return targets;
  }
}
