package org.slth.dl4j.certificate;

import java.util.List;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.ticket.SubsetSumTicket;
import org.slth.ticket.certificate.Certificate;

/**
 * A certified bound of how far a ticket is from its target:
 *
 * <pre>
 * |g(x) - f(x)|  ≤  error      for all x with |x| ≤ radius
 * </pre>
 *
 * in Euclidean norms over all numbers of an input, and of all outputs together. Of layers in a row,
 * the errors of one grow with the norms of those behind it, as in the proof of Theorem 1 of Ferbach
 * et al., ICLR 2023; the norms here are those of the layers themselves.
 *
 * @param radius how large inputs may be
 * @param error the bound; nothing if some layer is not known to grow by a bounded factor
 * @param obstacle which layer that is; empty if there is a bound
 * @param layers the pruned layers on the way, in topological order, as far as there are bounds
 */
public record OutputBound(
    double radius, OptionalDouble error, String obstacle, List<LayerBound> layers) {

  /** Checks the radius and copies the list. */
  public OutputBound {
    if (!(radius > 0) || !Double.isFinite(radius)) {
      throw new IllegalArgumentException("a radius is positive and finite, got " + radius);
    }
    layers = List.copyOf(layers);
  }

  /**
   * Bounds the error of a ticket. Cost: singular values of each layer, of order n³ for n channels,
   * or n³ k² for kernels of k by k cells.
   *
   * @param target the network it was made for, a MultiLayerNetwork or ComputationGraph
   * @param ticket the ticket
   * @param certificate what is known of it, as {@link NetworkCertificate#claims} tells
   * @param radius how large inputs may be; where a network has several inputs, all together
   * @param examples one example for each input, for their shapes alone
   */
  public static OutputBound of(
      Model target,
      SubsetSumTicket ticket,
      Certificate certificate,
      double radius,
      INDArray... examples) {
    return new BoundSearch(target, ticket, certificate, radius, examples).bound();
  }
}
