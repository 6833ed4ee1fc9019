package org.slth.ticket.lanes;

/** A way to search blocks of problems, one lane for each problem of a block. */
public interface Lanes {

  /**
   * Returns how many problems a block should have.
   *
   * @param items how many items a problem has
   * @param problems how many problems there are
   */
  int width(int items, int problems);

  /**
   * Prepares a search of blocks.
   *
   * @param items a row for each item, one lane for each problem; written anew before each search
   * @param half how many items each half has, at least four
   */
  LaneSearch search(int[][] items, int half);
}
