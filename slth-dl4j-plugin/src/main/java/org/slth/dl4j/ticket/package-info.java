/**
 * From networks to ticket files and back.
 *
 * <p>Start from {@link org.slth.dl4j.ticket.TicketFiles}, which makes the contents of a file, and
 * {@link org.slth.dl4j.ticket.TicketRestorer}, which makes its network:
 *
 * <pre>{@code
 * PrunedNetwork<MultiLayerNetwork> pruned = new SubsetSumPruner.Builder(1).build().prune(target);
 * TicketFiles.of(pruned.ticket(), target, Map.of()).write(path);
 * Model again = TicketRestorer.standard().network(TicketFile.read(path));
 * }</pre>
 *
 * <p>Conventions. Stored parameters have the names of {@code network.paramTable()} and C order.
 *
 * <p>Decisions.
 *
 * <ul>
 *   <li>A configuration is read in two steps. First as JSON without meaning, with bounds on length,
 *       depth and digits, no name twice and no class outside the known packages; then, written anew
 *       so that both see the same, by a copy of DL4J's mapper that asks before it loads a class.
 *       DL4J's {@code fromJson} is not used: it tries older formats when a class is refused.
 *   <li>Parameters are counted and compared with the ticket before they are allocated, and the
 *       frame is filled with zeros: an initialiser could allocate on its own.
 *   <li>Groups, kernels and tensor orders of SLTH's layers cost more than their parameters tell, so
 *       they are bounded by number.
 * </ul>
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.ticket;

import org.apiguardian.api.API;
