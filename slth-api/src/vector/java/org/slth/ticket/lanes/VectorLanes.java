package org.slth.ticket.lanes;

/** Searches in the machine's vector instructions, by the incubating Vector API. */
public final class VectorLanes implements Lanes {

  /** Problems of a block, a power of two: their numbers are made in rows. */
  private static final int LONGEST = 256;

  /** Makes it; it has no state. */
  public VectorLanes() {}

  @Override
  public int mostItems() {
    return LaneSums.MOST_ITEMS;
  }

  @Override
  public int width(int items, int problems) {
    int registers = (problems + VectorSearch.LANES - 1) / VectorSearch.LANES;
    return Math.min(LONGEST, Math.max(1, registers) * VectorSearch.LANES);
  }

  @Override
  public LaneSearch search(int[][] items, int half) {
    return new VectorSearch(items, half);
  }
}
