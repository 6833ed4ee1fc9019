/**
 * Strong lottery tickets by subset sums: {@link org.slth.dl4j.pruning.SubsetSumPruner} takes a
 * trained network and returns a masked random one that computes the same function.
 *
 * <p>The way of a network through this package: {@code TargetNetwork} of {@code
 * org.slth.dl4j.internal.network} reads it, chain or graph, as layers to be copied and layers to be
 * replaced; the {@link org.slth.pruning.LayerType} of a replaced one gives its coefficients λ as a
 * {@link org.slth.pruning.TargetLayer}; {@code NetworkSearch} has {@link
 * org.slth.search.LayerSearch} draw the random pair (U, V) behind it and solve its subset sums;
 * {@link org.slth.pruning.MaskedPair} is what the masks leave, and a network is made of that.
 *
 * <p>Conventions. Those of {@link org.slth.pruning}. The layers of a ticket are in topological
 * order, those that are ready together by name.
 *
 * <p>Decisions.
 *
 * <ul>
 *   <li>Hidden copies that no subset uses are left out of the network that is built.
 *   <li>The last layer of a pair keeps the name of what it replaces, so that no consumer changes.
 *   <li>What is known to be non-negative is followed through the whole graph, and only for classes
 *       that are listed: a wrong claim would lose half of the function.
 *   <li>What a layer type plans by {@link org.slth.pruning.LayerSettings} is made by DL4J's own
 *       JSON mapper, on top of what the layer's builder makes with no option set: read from JSON
 *       alone, a dense layer has gains of 0 and a convolution no kernel size. Names that the layer
 *       does not have are refused, since DL4J would overlook them. Classes are only those of layers
 *       and vertices, and their names come from the layer type, never from a file.
 *   <li>Before any subset sum every pair is planned once with nothing kept, so that a layer type
 *       whose plan cannot be built is refused at once.
 *   <li>A network that is built begins with zeros: DL4J's initialisers took a third of the time of
 *       rebuilding a ticket. Of what is left, most is the memory of the network itself, touched for
 *       the first time: U is stored dense, with one weight in a column.
 * </ul>
 *
 * <p>Source: Ferbach et al., "A General Framework For Proving The Equivariant Strong Lottery Ticket
 * Hypothesis", ICLR 2023.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.pruning;

import org.apiguardian.api.API;
