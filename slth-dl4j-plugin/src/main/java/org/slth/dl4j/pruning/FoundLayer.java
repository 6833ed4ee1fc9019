package org.slth.dl4j.pruning;

import org.slth.ticket.TicketLayer;

/** The masks of a layer, and what they took. */
record FoundLayer(TicketLayer ticket, LayerReport report) {}
