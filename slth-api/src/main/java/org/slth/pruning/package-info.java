/**
 * How a layer of a trained network becomes a masked random pair: what a third party implements to
 * have its layers pruned by subset sums.
 *
 * <p>Start from {@link org.slth.pruning.LayerType}. It recognises a layer and reads its
 * coefficients, the {@link org.slth.pruning.TargetLayer}
 *
 * <pre>
 * f = sum over q, j of  λ[q,j] b_{q,j}
 * </pre>
 *
 * over inputs <i>q</i> and the elements of a basis of the maps that the symmetry of the layer
 * allows; a bias is the coefficients of one more input, the constant one. Of a random pair of
 * layers U and V the subset sums keep hidden copies σ(<i>ux</i><sub>q</sub>) and coefficients
 * <i>v</i> such that Σ <i>vu</i> = λ, and {@link org.slth.pruning.TargetLayer#pair} says what
 * layers compute
 *
 * <pre>
 * sum over q, j and the kept copies t of   v[q,j,t] b_{q,j}( σ(u[q,t] x_q) )
 * </pre>
 *
 * <p>Nothing here knows a framework: layers are named by {@link org.slth.pruning.LayerSettings}, a
 * class name with the values of the framework's own JSON. A type for a DL4J layer that multiplies
 * each of its <i>n</i> channels by a factor is, without what {@code TargetLayer} wants,
 *
 * <pre>{@code
 * public final class ScalingType implements LayerType {
 *   public String id() {
 *     return "vendor:scaling";
 *   }
 *   public boolean handles(LayerConfiguration configuration) {
 *     return configuration.type().equals("org.vendor.ScalingLayer");
 *   }
 *   public TargetLayer read(TrainedLayer layer) {
 *     return new Scaling(layer.parameter("W")); // targets(q) is {W[q]}
 *   }
 * }
 * // of Scaling.pair(kept), with hidden copies numbered input by input:
 * LayerSettings dense = LayerSettings.of("org.deeplearning4j.nn.conf.layers.DenseLayer");
 * LayerSettings relu = LayerSettings.of("org.nd4j.linalg.activations.impl.ActivationReLU");
 * new PlannedLayer(
 *     dense.with("nin", n).with("nout", hidden).with("activationFn", relu).with("hasBias", false),
 *     Map.of("W", u)) // u[q * hidden + h] = kept.u(q, copy), and V in the same way
 * }</pre>
 *
 * <p>A test of it is {@code LayerTypeLaws.check(new ScalingType(), TrainedLayer.of(settings,
 * parameters))}.
 *
 * <p>Conventions. An <i>input</i> is a field or a channel, or the constant one, whose coefficients
 * are the biases; it is the last. A <i>copy</i> is a hidden field σ(<i>ux</i>) of one input. A
 * <i>problem</i> is one coefficient and one sign of <i>u</i>. Masks list their bits as {@link
 * org.slth.ticket.TicketLayer} says.
 *
 * <p>Decisions.
 *
 * <ul>
 *   <li>Copies are drawn from U(-1, 1) until every input has the wanted number of each sign it
 *       needs. So every problem has the same number of candidates, and the copies of a sign that a
 *       non-negative input cannot use are counted in the source network, then cut by the data-free
 *       mask.
 *   <li>V is scaled to the largest coefficient of its layer: what fails otherwise is reach, not
 *       resolution. A problem that still misses the tolerance has its own coefficients of V drawn
 *       anew, which touches no other problem; the ticket records it.
 *   <li>A ticket is made a network again from the weights it keeps alone: every number of a draw
 *       has an index, so that those which the mask cuts are never drawn. Of 784-300-10 (10 million
 *       candidates) that takes 4 of 45 to 75 ms, where drawing whole rows and cutting took 50 of
 *       100; the rest is memory, 18 ms for new pages of the network's own 12 million parameters and
 *       20 for the plan's doubles. Tried and dropped: transposing such a plan in tiles (twice as
 *       slow as looking for what is not 0 in the order of the plan).
 *   <li>Whether a layer's output may be negative is not asked of its type: whoever builds the
 *       network knows its activation, and a wrong claim would lose half of the next layer.
 * </ul>
 *
 * <p>Source: Ferbach et al., "A General Framework For Proving The Equivariant Strong Lottery Ticket
 * Hypothesis", ICLR 2023.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.pruning;

import org.apiguardian.api.API;
