package org.slth.mask;

import java.util.List;
import java.util.Optional;
import org.slth.mask.Selection.Rank;

/**
 * A histogram of ranks over their leading bits, whose order is that of the numbers: exponent and 6
 * bits of the mantissa, so that a bin holds few of them and is seldom met twice in a row.
 */
final class Bins {

  private static final int SHIFT = 17;
  private static final int INFINITE = bin(Float.POSITIVE_INFINITY);

  private final Rank rank;
  private final int[] histogram = new int[1 << (31 - SHIFT)];

  private Bins(Rank rank) {
    this.rank = rank;
  }

  /**
   * Counts the ranks of several arrays.
   *
   * @throws IllegalStateException if one is NaN
   */
  static Bins of(List<? extends MaskedWeights> arrays, Rank rank) {
    Bins bins = new Bins(rank);
    arrays.forEach(bins::count);
    return bins;
  }

  private void count(MaskedWeights weights) {
    Optional<FloatRows> rows = rows(weights);
    if (rows.isPresent()) {
      count(rows.get(), weights.size());
    } else {
      for (int i = 0; i < weights.size(); i++) {
        histogram[bin(rank.of(weights, i))]++;
      }
    }
    for (int bin = INFINITE; bin < histogram.length; bin++) {
      if (histogram[bin] > 0) { // perhaps it is not infinite but NaN
        requireNumbers(weights);
        return;
      }
    }
  }

  private void count(FloatRows rows, int size) {
    float[] row = new float[RowSteps.LENGTH];
    for (int from = 0; from < size; from += row.length) {
      rows.read(FloatRows.Kind.SCORE, from, row);
      count(row, Math.min(row.length, size - from));
    }
  }

  private void count(float[] row, int length) {
    for (int i = 0; i < length; i++) {
      histogram[(Float.floatToRawIntBits(row[i]) & Integer.MAX_VALUE) >>> SHIFT]++;
    }
  }

  private void requireNumbers(MaskedWeights weights) {
    for (int i = 0; i < weights.size(); i++) {
      Scores.checked(rank.of(weights, i));
    }
  }

  private Optional<FloatRows> rows(MaskedWeights weights) {
    return rank == Rank.MAGNITUDE ? weights.rows() : Optional.empty();
  }

  /** Rounding is monotone, so bins are in the order of the ranks. */
  private static int bin(double rank) {
    return Float.floatToRawIntBits((float) rank) >>> SHIFT & ((1 << (31 - SHIFT)) - 1);
  }

  /** Returns the bin of the {@code count}-th highest rank; of none, one above all. */
  Highest highest(long count) {
    if (count == 0) {
      return new Highest(histogram.length, 0, 0);
    }
    long above = 0;
    int bin = histogram.length - 1;
    while (above + histogram[bin] < count) {
      above += histogram[bin--];
    }
    return new Highest(bin, above, histogram[bin]);
  }

  /** One bin. */
  final class Highest {

    private final int bin;
    private final long above;
    private final double[] candidates;
    private final long[] places;
    private int found;

    private Highest(int bin, long above, int size) {
      this.bin = bin;
      this.above = above;
      this.candidates = new double[size];
      this.places = new long[size];
    }

    /** Adds the ranks of an array that are in the bin. */
    void collect(MaskedWeights weights, long first) {
      Optional<FloatRows> rows = rows(weights);
      if (rows.isPresent()) {
        collect(rows.get(), weights.size(), first);
        return;
      }
      for (int i = 0; i < weights.size(); i++) {
        double value = rank.of(weights, i);
        if (bin(value) == bin) {
          add(value, first + i);
        }
      }
    }

    private void collect(FloatRows rows, int size, long first) {
      float[] scores = new float[RowSteps.LENGTH];
      for (int from = 0; from < size; from += scores.length) {
        rows.read(FloatRows.Kind.SCORE, from, scores);
        collect(scores, Math.min(scores.length, size - from), first + from);
      }
    }

    private void collect(float[] scores, int length, long first) {
      for (int i = 0; i < length; i++) {
        if ((Float.floatToRawIntBits(scores[i]) & Integer.MAX_VALUE) >>> SHIFT == bin) {
          add(Math.abs(scores[i]), first + i);
        }
      }
    }

    /** Makes the effective weights of an array, kept in higher bins alone, and collects. */
    void keepHigher(MaskedWeights weights, long first) {
      Optional<FloatRows> rows = rows(weights);
      if (rows.isPresent() && bin < INFINITE - 1) {
        keepHigher(rows.get(), weights.size(), first);
        return;
      }
      collect(weights, first);
      for (int i = 0; i < weights.size(); i++) {
        long higher = (bin - (long) bin(rank.of(weights, i))) >> 63; // all bits or none
        long bits = Double.doubleToRawLongBits(weights.weight(i)) & higher;
        weights.setEffective(i, Double.longBitsToDouble(bits));
      }
    }

    private void keepHigher(FloatRows rows, int size, long first) {
      float[] weights = new float[RowSteps.LENGTH];
      float[] scores = new float[RowSteps.LENGTH];
      float threshold = Math.nextDown(Float.intBitsToFloat((bin + 1) << SHIFT));
      for (int from = 0; from < size; from += scores.length) {
        rows.read(FloatRows.Kind.SCORE, from, scores);
        rows.read(FloatRows.Kind.WEIGHT, from, weights);
        collect(scores, Math.min(scores.length, size - from), first + from);
        RowSteps.cut(weights, scores, threshold);
        rows.write(FloatRows.Kind.EFFECTIVE, from, weights);
      }
    }

    private void add(double candidate, long place) {
      candidates[found] = candidate;
      places[found++] = place;
    }

    /** Returns how many ranks are in higher bins. */
    long above() {
      return above;
    }

    /** Returns the ranks in this bin, in the order of the arrays. */
    double[] candidates() {
      return candidates;
    }

    /** Returns where each of them is: its index through all arrays. */
    long[] places() {
      return places;
    }
  }
}
