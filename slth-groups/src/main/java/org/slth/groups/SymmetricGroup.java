package org.slth.groups;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.slth.group.FiniteGroup;
import org.slth.group.NamedGroup;
import org.slth.representation.Representation;

/**
 * All permutations of <i>n</i> points, named {@code SN}, of order <i>n</i>!.
 *
 * <p>Elements are counted in the lexicographic order of their images, <i>g</i>(0) first, so that 0
 * is the identity and <i>n</i>! − 1 the reversal.
 */
public final class SymmetricGroup extends NamedGroup implements FiniteGroup {

  /** 13! exceeds an int. */
  static final int LARGEST = 12;

  private final int points;
  private final int order;

  /**
   * Makes the group of all permutations.
   *
   * @param points <i>n</i>, from 1 to 12
   * @throws IllegalArgumentException if it is not
   */
  public SymmetricGroup(int points) {
    super("S" + points);
    if (points < 1 || points > LARGEST) {
      throw new IllegalArgumentException(
          String.format("S<N> needs N from 1 to %d, got %d", LARGEST, points));
    }
    this.points = points;
    this.order = IntStream.rangeClosed(1, points).reduce(1, (a, b) -> a * b);
  }

  /** {@return the number <i>n</i> of points} */
  public int points() {
    return points;
  }

  /**
   * {@return the images <i>g</i>(0), …, <i>g</i>(<i>n</i> − 1) of the points}
   *
   * @param g an element
   */
  public int[] images(int g) {
    int rest = Objects.checkIndex(g, order);
    int[] images = new int[points];
    for (int i = points - 1; i >= 0; i--) { // digits of g, radix 1 first
      int radix = points - i;
      images[i] = rest % radix;
      rest /= radix;
      for (int j = i + 1; j < points; j++) {
        if (images[j] >= images[i]) {
          images[j]++;
        }
      }
    }
    return images;
  }

  /**
   * {@return the element with these images, the inverse of {@link #images}}
   *
   * @param images the image of each point
   * @throws IllegalArgumentException if they are no permutation of the points
   */
  public int element(int... images) {
    int[] sorted = Arrays.stream(images).sorted().toArray();
    if (!Arrays.equals(sorted, IntStream.range(0, points).toArray())) {
      throw new IllegalArgumentException(
          String.format(
              "%s needs a permutation of 0..%d, got %s",
              name(), points - 1, Arrays.toString(images)));
    }
    return rank(images);
  }

  /** The digit of a point is the number of later points with smaller images. */
  private int rank(int[] images) {
    int rank = 0;
    for (int i = 0; i < points; i++) {
      int digit = 0;
      for (int j = i + 1; j < points; j++) {
        digit += images[j] < images[i] ? 1 : 0;
      }
      rank = rank * (points - i) + digit;
    }
    return rank;
  }

  /**
   * {@return how the group acts on tensors of an order over its points, (ρ(<i>g</i>)
   * <i>x</i>)[<i>g</i>(<i>i</i>₁), …, <i>g</i>(<i>i_k</i>)] = <i>x</i>[<i>i</i>₁, …, <i>i_k</i>],
   * named such as {@code tensor(2)}}
   *
   * <p>Order 1 is the defining representation. Tuples are in lexicographic order, as in {@code
   * org.slth.tensor}. It keeps the images of all <i>n^k</i> tuples for all <i>n</i>! elements.
   *
   * @param k the order, at least 0
   * @throws IllegalArgumentException if it is less
   */
  public Representation tensor(int k) {
    if (k < 0) {
      throw new IllegalArgumentException("a tensor has an order of at least 0, got " + k);
    }
    int tuples = IntStream.range(0, k).reduce(1, (size, i) -> Math.multiplyExact(size, points));
    int[][] images = IntStream.range(0, order).mapToObj(this::images).toArray(int[][]::new);
    return Representation.permuting(
        this, "tensor(" + k + ")", tuples, (g, tuple) -> image(images[g], k, tuple));
  }

  /** The image of the tuple with that number; the last of its <i>k</i> points counts least. */
  private int image(int[] images, int k, int tuple) {
    int image = 0;
    int rest = tuple;
    int place = 1;
    for (int i = 0; i < k; i++) {
      image += images[rest % points] * place;
      rest /= points;
      place *= points;
    }
    return image;
  }

  @Override
  public int order() {
    return order;
  }

  @Override
  public int multiply(int g, int h) {
    int[] outer = images(g);
    int[] images = images(h);
    for (int i = 0; i < points; i++) {
      images[i] = outer[images[i]];
    }
    return rank(images);
  }

  @Override
  public int inverse(int g) {
    int[] images = images(g);
    int[] inverse = new int[points];
    for (int i = 0; i < points; i++) {
      inverse[images[i]] = i;
    }
    return rank(inverse);
  }
}
