package org.slth.pruning;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One layer of a target network in the terms of the theory: <i>f</i> = Σ λ[q,j] <i>b</i><sub>q,j
 * </sub> over its inputs <i>q</i>, with the bias as one more input, the constant one.
 *
 * <p>Inputs are numbered from 0, and the constant, if there is a bias, is the last. Behind input
 * <i>q</i> the coefficients <i>j</i> of all outputs and basis elements are numbered from 0.
 *
 * <p>Laws. {@link #targets} are finite, and the same at every call. The layers of {@link #pair},
 * each on the output of the one before, compute the target's own activation of
 *
 * <pre>
 * sum over q, j and the kept copies t of   v[q,j,t] b_{q,j}( σ(u[q,t] x_q) ),   σ = ReLU
 * </pre>
 *
 * with the numbers of {@link MaskedPair}; every one of their parameters is one of these numbers or
 * 0, and every number that is kept is among them. So if Σ<sub>t</sub> v[q,j,t] u[q,t] is λ[q,j]
 * once over u &gt; 0 and once over u &lt; 0, they compute <i>f</i>. This asks for
 * <i>b</i>(<i>ux</i>) = <i>u b</i>(<i>x</i>) for <i>u</i> &gt; 0, and for <i>b</i> linear where
 * {@link TrainedLayer#signedInput()}.
 */
public interface TargetLayer {

  /** Returns the number of inputs, the constant included. */
  int inputs();

  /** Returns whether the last input is the constant. */
  boolean hasConstant();

  /** Returns the coefficients λ[q,·] behind an input; a fresh array. */
  double[] targets(int input);

  /**
   * Returns how many coefficients are behind an input: by default as many as there are {@link
   * #targets}, which a layer may know without reading them.
   */
  default int problems(int input) {
    return targets(input).length;
  }

  /**
   * Returns the number of parameters of an unmasked pair (U, V), which grows with every copy.
   *
   * @param copies how many hidden copies every input has; not modified
   */
  long sourceParameters(int[] copies);

  /**
   * Returns the layers of the masked pair, which together stand for this one. The first is fed what
   * the target's first input is, every other what the one before gives. What the target has as
   * further inputs, such as the edges of a graph, goes to the last one. If nothing is kept, they
   * are layers all the same, say of one copy whose parameters are 0.
   */
  List<PlannedLayer> pair(MaskedPair kept);

  /**
   * Returns an upper bound of the operator norm, between Euclidean spaces, of
   *
   * <pre>
   * x  ->  sum over q, j of   c[q,j] b_{q,j}(x_q)
   * </pre>
   *
   * where the constant counts as one more channel of the input. A certificate bounds by it what the
   * errors of coefficients do to the output of a network.
   *
   * @param coefficients c by input, as many as there are {@link #targets}; not modified
   * @return a bound that grows in proportion to the coefficients, or nothing if none is known, as
   *     by default
   */
  default OptionalDouble normBound(double[][] coefficients) {
    return OptionalDouble.empty();
  }
}
