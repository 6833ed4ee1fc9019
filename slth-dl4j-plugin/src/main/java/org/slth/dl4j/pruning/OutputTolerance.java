package org.slth.dl4j.pruning;

import java.util.List;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.certificate.NetworkCertificate;
import org.slth.dl4j.certificate.OutputBound;
import org.slth.dl4j.certificate.OutputDifference;
import org.slth.ticket.SubsetSumTicket;

/**
 * How far the output of a pruned network <i>g</i> may be from that of the target <i>f</i>:
 *
 * <pre>
 * |g(x) - f(x)|  ≤  tolerance,
 * </pre>
 *
 * in the Euclidean norm over all outputs together, for all <i>x</i> of some data, or for all
 * <i>x</i> in a ball.
 */
public final class OutputTolerance {

  private final double tolerance;
  private final OptionalDouble radius; // of the ball, if it is one
  private final List<INDArray> inputs;

  private OutputTolerance(double tolerance, OptionalDouble radius, INDArray... inputs) {
    if (!(tolerance > 0) || Double.isInfinite(tolerance)) {
      throw new IllegalArgumentException(
          "the tolerance of the output must be positive and finite, got " + tolerance);
    }
    if (inputs.length == 0) {
      throw new IllegalArgumentException("expected an array for each input of the network, got 0");
    }
    this.tolerance = tolerance;
    this.radius = radius;
    this.inputs = List.of(inputs);
  }

  /**
   * Asks for it on data, on which both networks are run.
   *
   * @param inputs one array for each input of the network, examples first; not changed
   */
  public static OutputTolerance measured(double tolerance, INDArray... inputs) {
    return new OutputTolerance(tolerance, OptionalDouble.empty(), inputs);
  }

  /**
   * Asks for it in the ball of a radius, by the bound of {@link OutputBound}, which is far larger
   * than what is measured.
   *
   * @param radius positive and finite
   * @param examples one example for each input of the network, for their shapes alone
   */
  public static OutputTolerance certified(double tolerance, double radius, INDArray... examples) {
    if (!(radius > 0) || Double.isInfinite(radius)) {
      throw new IllegalArgumentException("a radius is positive and finite, got " + radius);
    }
    return new OutputTolerance(tolerance, OptionalDouble.of(radius), examples);
  }

  /** Returns the largest norm that is tolerated. */
  public double tolerance() {
    return tolerance;
  }

  /** Returns whether it is asked for by a bound. */
  public boolean isCertified() {
    return radius.isPresent();
  }

  /**
   * Returns the largest norm of the difference.
   *
   * @throws IllegalArgumentException if there is no bound for such a network
   */
  double error(Model target, Model pruned, SubsetSumTicket ticket) {
    INDArray[] arrays = inputs.toArray(INDArray[]::new);
    return isCertified()
        ? bound(target, ticket, arrays)
        : OutputDifference.of(target, pruned, arrays).norm();
  }

  private double bound(Model target, SubsetSumTicket ticket, INDArray... examples) {
    OutputBound bound =
        OutputBound.of(
            target,
            ticket,
            NetworkCertificate.of(target, ticket).claims(),
            radius.orElseThrow(),
            examples);
    return bound
        .error()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no bound for this network: %s; measure it on data"
                        .formatted(bound.obstacle())));
  }
}
