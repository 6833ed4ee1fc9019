package org.slth.ticket.lanes;

/** Searches in loops that the compiler of the virtual machine makes vector instructions of. */
public final class PlainLanes implements Lanes {

  /** Shorter rows spend their time before and after the vector loop, longer ones gain no more. */
  private static final int LONGEST = 512;

  private static final int SHORTEST = 64;

  /** The number of ints in the widest register. */
  private static final int REGISTER = 16;

  /** Numbers of the largest table that still stays near the processor. */
  private static final int NUMBERS = 1 << 18;

  /** Makes it; it has no state. */
  public PlainLanes() {}

  @Override
  public int width(int items, int problems) {
    int longest = Math.max(SHORTEST, Math.min(LONGEST, NUMBERS >> (items / 2)));
    int blocks = Math.max(1, (problems + longest - 1) / longest);
    int width = (problems + blocks - 1) / blocks;
    return Math.max(SHORTEST, (width + REGISTER - 1) / REGISTER * REGISTER);
  }

  @Override
  public LaneSearch search(int[][] items, int half) {
    return new PlainSearch(items, half);
  }
}
