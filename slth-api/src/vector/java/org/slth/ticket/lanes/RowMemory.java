package org.slth.ticket.lanes;

/**
 * An array for rows of one register each. Where arrays begin in memory is up to the virtual
 * machine, as is when they move; a register that is stored across two cache lines takes twice as
 * long. So where rows begin in the array is found by trial: all places have the same results.
 */
final class RowMemory {

  private static final int LANES = VectorSearch.LANES;

  /** Arrays begin at multiples of 8 bytes, cache lines at those of 64. */
  private static final int STEP = 2;

  private static final int LINE = 16;

  /** Searches between trials, which take as long as a few. */
  private static final int PERIOD = 512;

  /** The first trial comes where it will pay. */
  private static final int FIRST = 32;

  private static final int TRIALS = 6;

  private final int[] rows;
  private final int tried; // numbers to sort in a trial
  private int start;
  private int age = PERIOD - FIRST;

  RowMemory(int size) {
    this.rows = new int[size + LINE - STEP];
    this.tried = Math.min(size / 2, 64 * LANES);
  }

  int[] rows() {
    return rows;
  }

  /** Where rows begin, which stays until they are aligned anew. */
  int start() {
    return start;
  }

  /** Looks for the best place now and then; what was in the rows is lost. */
  void align() {
    age++;
    if (age < PERIOD) {
      return;
    }
    age = 0;
    long least = Long.MAX_VALUE;
    for (int trial = 0; trial < TRIALS; trial++) {
      for (int from = 0; from < LINE; from += STEP) {
        long begin = System.nanoTime();
        VectorMerge.near(rows, from, tried, tried, LANES);
        VectorMerge.near(rows, from, tried, tried, LANES);
        long time = System.nanoTime() - begin;
        if (time < least) {
          least = time;
          start = from;
        }
      }
    }
  }
}
