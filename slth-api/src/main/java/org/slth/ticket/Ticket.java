package org.slth.ticket;

/**
 * A strong lottery ticket: a random network, given by its seed, and the masks that prune it. With
 * the architecture of the network it determines the weights bit for bit.
 */
public sealed interface Ticket permits SubsetSumTicket, MaskTicket {

  /** Returns the seed of all random numbers. */
  long seed();

  /** Returns how many parameters of the random network are kept. */
  long kept();
}
