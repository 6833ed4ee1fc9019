package org.slth.mask;

import java.util.Arrays;
import java.util.List;

/**
 * The <i>k</i> weights of highest |score|, or of another rank, found without a sort: of equal ones,
 * those of the lower index. Time O(n), a few passes over the ranks; memory a fraction of them.
 *
 * <p>A histogram over the leading bits of the ranks, whose order is that of the numbers, finds the
 * bin of the <i>k</i>-th; only that bin is searched.
 */
final class Selection {

  private static final int SHIFT = 20; // leaves exponent and 3 bits of the mantissa
  private static final int BINS = 1 << (31 - SHIFT);

  /** By what weights are compared. */
  @FunctionalInterface
  interface Rank {

    /** By |score|. */
    Rank MAGNITUDE = (weights, i) -> Math.abs(weights.score(i));

    /** Returns the rank of weight <i>i</i>, 0 or more. */
    double of(MaskedWeights weights, int i);
  }

  private final Rank rank;
  private final double threshold; // all above it are kept
  private final long[] tied; // and these of those equal to it, ascending

  private Selection(Rank rank, double threshold, long[] tied) {
    this.rank = rank;
    this.threshold = threshold;
    this.tied = tied;
  }

  /**
   * Selects from one array.
   *
   * @param count how many, from 0 to the size
   * @throws IllegalStateException if a score is NaN
   */
  static Selection ofHighest(MaskedWeights weights, int count) {
    return ofHighest(List.of(weights), count);
  }

  /**
   * Selects from several arrays together; indices count through them in their order.
   *
   * @param count how many, from 0 to the sum of the sizes
   * @throws IllegalStateException if a score is NaN
   */
  static Selection ofHighest(List<? extends MaskedWeights> arrays, long count) {
    return ofHighest(arrays, count, Rank.MAGNITUDE);
  }

  /**
   * Selects from several arrays together by a rank.
   *
   * @param count how many, from 0 to the sum of the sizes
   * @throws IllegalStateException if a rank is NaN
   */
  static Selection ofHighest(List<? extends MaskedWeights> arrays, long count, Rank rank) {
    if (count == 0) {
      return new Selection(rank, Double.POSITIVE_INFINITY, new long[0]);
    }
    long[] histogram = new long[BINS];
    for (MaskedWeights array : arrays) {
      for (int i = 0; i < array.size(); i++) {
        histogram[bin(rank.of(array, i))]++;
      }
    }
    long above = 0;
    int bin = BINS - 1;
    while (above + histogram[bin] < count) {
      above += histogram[bin--];
    }
    double[] candidates = new double[Math.toIntExact(histogram[bin])];
    long[] places = new long[candidates.length];
    int found = 0;
    long first = 0;
    for (MaskedWeights array : arrays) {
      for (int i = 0; i < array.size(); i++) {
        double value = rank.of(array, i);
        if (bin(value) == bin) {
          places[found] = first + i;
          candidates[found++] = value;
        }
      }
      first += array.size();
    }
    int wanted = Math.toIntExact(count - above);
    double threshold = highest(candidates.clone(), wanted);
    return new Selection(rank, threshold, tied(candidates, places, wanted, threshold));
  }

  /** Returns the places of those equal to the threshold that are selected. */
  private static long[] tied(double[] candidates, long[] places, int wanted, double threshold) {
    int higher = 0;
    for (double candidate : candidates) {
      higher += candidate > threshold ? 1 : 0;
    }
    long[] tied = new long[wanted - higher];
    for (int i = 0, found = 0; found < tied.length; i++) {
      if (candidates[i] == threshold) {
        tied[found++] = places[i];
      }
    }
    return tied;
  }

  /**
   * Sets the effective weights of an array: the weight where it is selected, 0 elsewhere. For a
   * selection from that array alone.
   */
  void apply(MaskedWeights weights) {
    apply(weights, 0);
  }

  /**
   * Sets the effective weights of an array: the weight where it is selected, 0 elsewhere.
   *
   * <p>Whether a rank is above the threshold is the sign of a difference of bits, since for
   * positive numbers these are in the order of the numbers: a branch would be mispredicted for
   * every other weight.
   *
   * @param first the sizes of the arrays before this one, added
   */
  void apply(MaskedWeights weights, long first) {
    long bound = Double.doubleToRawLongBits(threshold);
    for (int i = 0; i < weights.size(); i++) {
      long above =
          (bound - Double.doubleToRawLongBits(rank.of(weights, i))) >> 63; // all bits or none
      long bits = Double.doubleToRawLongBits(weights.weight(i)) & above;
      weights.setEffective(i, Double.longBitsToDouble(bits));
    }
    for (long place : tied) {
      long i = place - first;
      if (i >= 0 && i < weights.size()) {
        weights.setEffective((int) i, weights.weight((int) i));
      }
    }
  }

  /** Returns whether the weight of an array is selected, for a selection from that array alone. */
  boolean keeps(MaskedWeights weights, int index) {
    return keeps(weights, index, 0);
  }

  /**
   * Returns whether the weight of an array is selected.
   *
   * @param first the sizes of the arrays before this one, added
   */
  boolean keeps(MaskedWeights weights, int index, long first) {
    double value = rank.of(weights, index);
    return value > threshold
        || (value == threshold && Arrays.binarySearch(tied, first + index) >= 0);
  }

  private static int bin(double rank) {
    float rounded = (float) Scores.checked(rank); // monotone, so bins are in the order of the ranks
    return Float.floatToRawIntBits(rounded) >>> SHIFT;
  }

  /** Returns the k-th highest, by Hoare's selection. */
  private static double highest(double[] values, int k) {
    int low = 0;
    int high = values.length - 1;
    int wanted = values.length - k; // place in ascending order
    while (low < high) {
      double pivot = median(values[low], values[(low + high) >>> 1], values[high]);
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swap = values[i];
          values[i++] = values[j];
          values[j--] = swap;
        }
      }
      if (wanted <= j) {
        high = j;
      } else if (wanted >= i) {
        low = i;
      } else {
        break;
      }
    }
    return values[wanted];
  }

  private static double median(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
