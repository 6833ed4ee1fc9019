package org.slth.algebra;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** An immutable real vector that keeps only the entries that are not zero. */
public final class SparseVector {

  private final int dimension;
  private final int[] indices; // ascending
  private final double[] values;

  private SparseVector(int dimension, int[] indices, double[] values) {
    this.dimension = dimension;
    this.indices = indices;
    this.values = values;
  }

  /** Receives the entries of a sparse vector. */
  @FunctionalInterface
  public interface EntryConsumer {

    /**
     * Called once for each kept entry, by ascending index.
     *
     * @param index the place of the entry, from 0
     * @param value the entry
     */
    void accept(int index, double value);
  }

  /**
   * {@return the vector with these entries and zeros elsewhere}
   *
   * @param dimension the number of entries with the zeros
   * @param entries the entries to keep, by their index; copied
   * @throws IndexOutOfBoundsException if an index does not lie in {@code 0..dimension-1}
   */
  public static SparseVector of(int dimension, SortedMap<Integer, Double> entries) {
    int[] indices = new int[entries.size()];
    double[] values = new double[indices.length];
    int k = 0;
    for (Map.Entry<Integer, Double> entry : entries.entrySet()) {
      indices[k] = Objects.checkIndex(entry.getKey(), dimension);
      values[k++] = entry.getValue();
    }
    return new SparseVector(dimension, indices, values);
  }

  /**
   * {@return the vector with these entries and zeros elsewhere}
   *
   * @param dimension the number of entries with the zeros
   * @param indices the places of the entries to keep, ascending; copied
   * @param values as many; copied
   * @throws IllegalArgumentException if places and values do not match, or places do not ascend
   *     within {@code 0..dimension-1}
   */
  public static SparseVector of(int dimension, int[] indices, double[] values) {
    int last = -1;
    for (int index : indices) {
      if (index <= last || index >= dimension || indices.length != values.length) {
        throw new IllegalArgumentException(
            "expected a value for each of some places that ascend below %d, got %d values at %s"
                .formatted(dimension, values.length, Arrays.toString(indices)));
      }
      last = index;
    }
    return new SparseVector(dimension, indices.clone(), values.clone());
  }

  /**
   * {@return the vector with the entries of an array that are larger than a bound}
   *
   * @param entries all entries, zeros included; copied
   * @param rounding entries of at most this size count as zero
   */
  public static SparseVector of(double[] entries, double rounding) {
    int[] kept =
        IntStream.range(0, entries.length)
            .filter(i -> !(Math.abs(entries[i]) <= rounding))
            .toArray();
    double[] values = Arrays.stream(kept).mapToDouble(i -> entries[i]).toArray();
    return new SparseVector(entries.length, kept, values);
  }

  /** {@return the number of entries with the zeros} */
  public int dimension() {
    return dimension;
  }

  /** {@return the number of entries that are kept} */
  public int count() {
    return indices.length;
  }

  /**
   * {@return an entry; found by bisection}
   *
   * @param index its place, from 0
   * @throws IndexOutOfBoundsException if there is no such place
   */
  public double get(int index) {
    int place = Arrays.binarySearch(indices, Objects.checkIndex(index, dimension));
    return place < 0 ? 0 : values[place];
  }

  /**
   * Hands out the kept entries.
   *
   * @param consumer receives them by ascending index
   */
  public void forEach(EntryConsumer consumer) {
    for (int k = 0; k < indices.length; k++) {
      consumer.accept(indices[k], values[k]);
    }
  }

  /** {@return the Euclidean norm} */
  public double norm() {
    return Math.sqrt(Arrays.stream(values).map(x -> x * x).sum());
  }

  /**
   * {@return this vector times a number}
   *
   * @param factor the number
   */
  public SparseVector scaled(double factor) {
    return new SparseVector(
        dimension, indices, Arrays.stream(values).map(x -> factor * x).toArray());
  }

  /** {@return all entries, zeros included} */
  public double[] toArray() {
    double[] dense = new double[dimension];
    forEach((index, value) -> dense[index] = value);
    return dense;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SparseVector that
        && dimension == that.dimension
        && Arrays.equals(indices, that.indices)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(dimension, Arrays.hashCode(indices), Arrays.hashCode(values));
  }

  @Override
  public String toString() {
    return "at " + Arrays.toString(indices) + " " + Arrays.toString(values);
  }
}
