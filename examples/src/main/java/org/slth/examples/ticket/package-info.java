/**
 * Commands for tickets of one's own networks: from a saved network to a ticket file and back.
 *
 * <p>Start from {@link org.slth.examples.ticket.FindTicket}.
 *
 * <p>Conventions. A network is a zip file of DL4J's {@code ModelSerializer}, a ticket a file of
 * {@link org.slth.ticket.file.TicketFile}. What is written appears under its name once it is whole.
 * Exit codes: 0, 1 where a check fails, 2 for a mistake of the user.
 *
 * <p>Decisions. Ticket files are read as if by an enemy; a network in a zip file is not, since DL4J
 * makes whatever class it names: give only your own.
 */
@org.jspecify.annotations.NullMarked
package org.slth.examples.ticket;
