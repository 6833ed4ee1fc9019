package org.slth.dl4j.internal.rows;

/** How many threads loops are shared out between. */
public final class Threads {

  private Threads() {}

  /**
   * Runs with a number of threads, then restores that of before.
   *
   * @param count from 1
   */
  public static void use(int count, Runnable what) {
    String before = System.getProperty(Shares.PROPERTY);
    System.setProperty(Shares.PROPERTY, Integer.toString(count));
    try {
      what.run();
    } finally {
      if (before == null) {
        System.clearProperty(Shares.PROPERTY);
      } else {
        System.setProperty(Shares.PROPERTY, before);
      }
    }
  }
}
