/**
 * Strong lottery tickets by subset sums: {@link org.slth.dl4j.pruning.SubsetSumPruner} takes a
 * trained network and returns a masked random one that computes the same function.
 *
 * <p>The way of a network through this package: {@code NetworkReader} reads it into {@code Stage}s,
 * each either copied or replaced; {@code TargetLayer} gives the coefficients λ of a replaced layer
 * (two kinds: {@code SteerableTarget}, {@code DenseTarget}); {@code SourcePair} draws the random
 * pair (U, V) behind it; {@code LayerSearch} solves its subset sums; {@code MaskedPair} is what the
 * masks leave, and {@code NetworkAssembly} makes a network of that.
 *
 * <p>Conventions. An <i>input</i> is a field, or the constant one, whose coefficients are the
 * biases. A <i>copy</i> is a hidden field σ(<i>ux</i>) of one input. A <i>problem</i> is one
 * coefficient and one sign of <i>u</i>. Masks list their bits as {@link
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
 *   <li>The constant is not a channel of its own but the bias of hidden trivial fields whose
 *       weights are masked; in V only the elements at the centre of the kernel take it, since
 *       elsewhere zero padding would show.
 *   <li>Hidden copies that no subset uses are left out of the network that is built.
 * </ul>
 *
 * <p>Sources: Ferbach et al., "A General Framework For Proving The Equivariant Strong Lottery
 * Ticket Hypothesis", ICLR 2023; Pensia et al., NeurIPS 2020 (dense layers, products of two
 * weights); da Cunha et al., ICLR 2022 (1x1 first layer for convolutions); Burkholz, ICML 2022
 * (biases from neurons pruned to a constant).
 */
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.pruning;
