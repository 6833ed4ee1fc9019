/**
 * Strong lottery tickets by subset sums: {@link org.slth.dl4j.pruning.SubsetSumPruner} takes a
 * trained network and returns a masked random one that computes the same function.
 *
 * <p>The way of a network through this package: {@code TargetGraph} reads it, chain or graph;
 * {@code NetworkReader} makes a {@code Stage} of each layer, copied or replaced; the {@link
 * org.slth.dl4j.pruning.LayerType} of a replaced one gives its coefficients λ as a {@link
 * org.slth.dl4j.pruning.TargetLayer}; {@code SourcePair} draws the random pair (U, V) behind it;
 * {@code LayerSearch} solves its subset sums; {@link org.slth.dl4j.pruning.MaskedPair} is what the
 * masks leave, and {@code NetworkAssembly} makes a network of that.
 *
 * <p>Conventions. An <i>input</i> is a field or a channel, or the constant one, whose coefficients
 * are the biases. A <i>copy</i> is a hidden field σ(<i>ux</i>) of one input. A <i>problem</i> is
 * one coefficient and one sign of <i>u</i>. Masks list their bits as {@link
 * org.slth.ticket.TicketLayer} says, the layers of a ticket are in topological order, those that
 * are ready together by name.
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
 *   <li>Hidden copies that no subset uses are left out of the network that is built.
 *   <li>The last layer of a pair keeps the name of what it replaces, so that no consumer changes.
 *   <li>What is known to be non-negative is followed through the whole graph, and only for classes
 *       that are listed: a wrong claim would lose half of the function.
 * </ul>
 *
 * <p>Source: Ferbach et al., "A General Framework For Proving The Equivariant Strong Lottery Ticket
 * Hypothesis", ICLR 2023.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.pruning;

import org.apiguardian.api.API;
