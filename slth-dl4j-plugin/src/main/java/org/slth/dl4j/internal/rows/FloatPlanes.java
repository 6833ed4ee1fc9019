package org.slth.dl4j.internal.rows;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Images of floats {@code [batch, channels, ...]} in ND4J's memory, a plane of pixels for each
 * image and channel, and loops that need one or two numbers per channel.
 *
 * <p>Every loop passes once over the memory, a few planes at a time by way of Java arrays that stay
 * in the processor's cache. The sums of a plane do not depend on the number of threads.
 */
public final class FloatPlanes {

  private static final int TILE = 4096; // floats: 16 kB

  private final HostFloats memory;
  private final int planes;
  private final int channels;
  private final int pixels;

  /**
   * Views an array, or copies it where it is not in C order without gaps.
   *
   * @param array {@code [batch, channels, ...]}, one that {@link #takes} tells of
   */
  public FloatPlanes(INDArray array) {
    this.memory = new HostFloats(array);
    this.planes = Math.toIntExact(array.size(0) * array.size(1));
    this.channels = Math.toIntExact(array.size(1));
    this.pixels = memory.length() / planes;
  }

  /** Returns whether an array is of floats in memory that Java can read. */
  public static boolean takes(INDArray array) {
    return HostFloats.takes(array);
  }

  /** Returns how many numbers each channel has. */
  public double samples() {
    return (double) planes / channels * pixels;
  }

  /** Returns the sums of each channel, and those of its products with another of this shape. */
  public Moments moments(FloatPlanes other) {
    double[] sums = new double[planes];
    double[] products = new double[planes];
    overTiles(
        tile -> {
          float[] x = tile.read(this);
          float[] y = other == this ? x : tile.readSecond(other);
          for (int p = 0; p < tile.count; p++) {
            sums[tile.first + p] = PlaneLoops.sum(x, p * pixels, pixels);
            products[tile.first + p] = PlaneLoops.sumOfProducts(x, y, p * pixels, pixels);
          }
        });
    return new Moments(overBatch(sums), overBatch(products));
  }

  /** Returns the sum of the squared differences from a centre, for each channel. */
  public double[] squaresAround(double[] centre) {
    double[] squares = new double[planes];
    overTiles(
        tile -> {
          float[] x = tile.read(this);
          for (int p = 0; p < tile.count; p++) {
            double middle = centre[tile.channel(p)];
            squares[tile.first + p] = PlaneLoops.squaresAround(middle, x, p * pixels, pixels);
          }
        });
    return overBatch(squares);
  }

  /**
   * Writes y = scale x + shift for each channel, where x is this array.
   *
   * @param y another array of this shape, in C order without gaps, or this one
   */
  public void affine(double[] scale, double[] shift, FloatPlanes y) {
    overTiles(
        tile -> {
          float[] x = tile.read(this);
          for (int p = 0; p < tile.count; p++) {
            int c = tile.channel(p);
            PlaneLoops.affine(x, p * pixels, pixels, (float) scale[c], (float) shift[c]);
          }
          tile.write(x, y);
        });
  }

  /**
   * Writes z = scale x + slope y + shift for each channel, where x is this array.
   *
   * @param y another array of this shape
   * @param z a third one, in C order without gaps
   */
  public void combine(
      double[] scale, FloatPlanes y, double[] slope, double[] shift, FloatPlanes z) {
    overTiles(
        tile -> {
          float[] own = tile.read(this);
          float[] other = tile.readSecond(y);
          for (int p = 0; p < tile.count; p++) {
            int c = tile.channel(p);
            PlaneLoops.affine(own, p * pixels, pixels, (float) scale[c], (float) shift[c]);
            PlaneLoops.addTimes(own, other, p * pixels, pixels, (float) slope[c]);
          }
          tile.write(own, z);
        });
  }

  private double[] overBatch(double[] perPlane) {
    double[] sums = new double[channels];
    for (int p = 0; p < planes; p++) {
      sums[p % channels] += perPlane[p];
    }
    return sums;
  }

  /** What is done with some planes. */
  private interface Body {
    void run(Tile tile);
  }

  private void overTiles(Body body) {
    Shares.over(
        planes,
        pixels,
        (from, to) -> {
          Tile tile = new Tile();
          for (tile.first = from; tile.first < to; tile.first += tile.count) {
            tile.count = Math.min(to - tile.first, Math.max(1, TILE / pixels));
            body.run(tile);
          }
        });
  }

  /** Some planes in Java memory, of one thread. */
  private final class Tile {
    private final float[] own = new float[Math.max(TILE, pixels)];
    private float[] other = {};
    private int first;
    private int count;

    int channel(int plane) {
      return (first + plane) % channels;
    }

    float[] read(FloatPlanes from) {
      return read(from, own);
    }

    float[] readSecond(FloatPlanes from) {
      other = other.length == 0 ? new float[own.length] : other;
      return read(from, other);
    }

    private float[] read(FloatPlanes from, float[] to) {
      from.memory.read(first * pixels, to, count * pixels);
      return to;
    }

    void write(float[] from, FloatPlanes to) {
      to.memory.write(from, first * pixels, count * pixels);
    }
  }
}
