package org.slth.mask;

import java.util.Arrays;
import java.util.List;

/**
 * The <i>k</i> weights of highest |score|, or of another rank, found without a sort: of equal ones,
 * those of the lower index. Time O(n), a few passes over the ranks; memory a fraction of them.
 *
 * <p>{@link Bins} find where the <i>k</i>-th is; only that bin is searched.
 */
final class Selection {

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
    Bins.Highest highest = Bins.of(arrays, rank).highest(count);
    long first = 0;
    for (MaskedWeights array : arrays) {
      highest.collect(array, first);
      first += array.size();
    }
    return of(highest, rank, count);
  }

  private static Selection of(Bins.Highest highest, Rank rank, long count) {
    double[] candidates = highest.candidates();
    int wanted = Math.toIntExact(count - highest.above());
    double threshold = highest(candidates.clone(), wanted);
    return new Selection(rank, threshold, tied(candidates, highest.places(), wanted, threshold));
  }

  /**
   * Makes the effective weights of several arrays: the weight where |score| is among the highest of
   * all together, 0 elsewhere. Two passes: the second one keeps what is in a higher bin.
   *
   * @param count how many, from 0 to the sum of the sizes
   * @throws IllegalStateException if a score is NaN
   */
  static void keepHighest(List<? extends MaskedWeights> arrays, long count) {
    Bins.Highest highest = Bins.of(arrays, Rank.MAGNITUDE).highest(count);
    long first = 0;
    for (MaskedWeights array : arrays) {
      highest.keepHigher(array, first);
      first += array.size();
    }
    if (count > 0) {
      of(highest, Rank.MAGNITUDE, count).keepCandidates(arrays, highest);
    }
  }

  /** Keeps those of the bin that are selected. */
  private void keepCandidates(List<? extends MaskedWeights> arrays, Bins.Highest highest) {
    double[] candidates = highest.candidates();
    int next = 0;
    long first = 0;
    for (MaskedWeights array : arrays) {
      for (; next < candidates.length && highest.places()[next] < first + array.size(); next++) {
        long place = highest.places()[next];
        if (selects(candidates[next], place)) {
          int i = (int) (place - first);
          array.setEffective(i, array.weight(i));
        }
      }
      first += array.size();
    }
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
    return selects(rank.of(weights, index), first + index);
  }

  private boolean selects(double value, long place) {
    return value > threshold || (value == threshold && Arrays.binarySearch(tied, place) >= 0);
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
