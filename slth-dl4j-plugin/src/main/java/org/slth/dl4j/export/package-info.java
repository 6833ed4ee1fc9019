/**
 * Networks with SLTH's layers as plain networks of DL4J, which need no class of SLTH.
 *
 * <p>Start from {@link org.slth.dl4j.export.TicketExporter}.
 */
@API(status = API.Status.EXPERIMENTAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.export;

import org.apiguardian.api.API;
