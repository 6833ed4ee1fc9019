package org.slth.ticket.lanes;

/** Searches in the machine's vector instructions, by the incubating Vector API. */
public final class VectorLanes implements Lanes {

  /** Makes it; it has no state. */
  public VectorLanes() {}

  @Override
  public int width(int items, int problems) {
    return VectorSearch.LANES;
  }

  @Override
  public LaneSearch search(int[][] items, int half) {
    return new VectorSearch(items, half);
  }
}
