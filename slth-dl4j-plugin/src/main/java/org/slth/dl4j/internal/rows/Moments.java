package org.slth.dl4j.internal.rows;

/** Sums of each channel of an array. */
public final class Moments {

  private final double[] sums;
  private final double[] products;

  /**
   * Holds sums, which are not copied.
   *
   * @param sums of the numbers of each channel
   * @param products of those numbers times the numbers of another array
   */
  public Moments(double[] sums, double[] products) {
    this.sums = sums;
    this.products = products;
  }

  /** Returns the sum of the numbers of each channel. */
  public double[] sums() {
    return sums;
  }

  /** Returns the sum of their products with the numbers of another array. */
  public double[] products() {
    return products;
  }
}
