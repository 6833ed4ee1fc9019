package org.slth.ticket;

import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Which of {@code size()} coefficients a ticket keeps. Masks of equal choices and size are equal.
 *
 * <p>The stored form is text, {@code size:bits}, the bits in URL-safe Base64 with the lowest index
 * first and trailing zeros left out: {@code Mask.parse(mask.toString())} equals {@code mask}.
 */
public final class Mask {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final int size;
  private final long[] words; // a bit each, lowest index first; no zeros at the end

  private Mask(int size, BitSet kept) {
    this.size = size;
    this.words = kept.toLongArray();
  }

  /**
   * Keeps the coefficients whose bit is set.
   *
   * @param kept the indices to keep; copied
   * @param size how many coefficients there are, at least {@code kept.length()}
   * @return the mask
   * @throws IllegalArgumentException if a bit is set at {@code size} or above
   */
  public static Mask of(BitSet kept, int size) {
    requireSize(size);
    if (kept.length() > size) {
      throw new IllegalArgumentException(
          "a mask of size %d keeps indices from 0 to %d, got index %d"
              .formatted(size, size - 1, kept.length() - 1));
    }
    return new Mask(size, kept);
  }

  /**
   * Keeps nothing.
   *
   * @param size how many coefficients there are
   * @return the mask
   */
  public static Mask none(int size) {
    return new Mask(requireSize(size), new BitSet());
  }

  /**
   * Keeps everything.
   *
   * @param size how many coefficients there are
   * @return the mask
   */
  public static Mask all(int size) {
    BitSet kept = new BitSet();
    kept.set(0, requireSize(size));
    return new Mask(size, kept);
  }

  /**
   * Keeps the {@code count} coefficients of highest score. Of equal scores the lower index wins, so
   * that a mask depends on the scores alone.
   *
   * @param scores one finite score per coefficient; not modified
   * @param count how many to keep, from {@code 0} to {@code scores.length}
   * @return the mask, of size {@code scores.length}
   * @throws IllegalArgumentException if a score is not finite or the count out of range
   */
  public static Mask ofHighest(double[] scores, int count) {
    if (count < 0 || count > scores.length) {
      throw new IllegalArgumentException(
          "the number to keep lies between 0 and %d, got %d".formatted(scores.length, count));
    }
    for (int i = 0; i < scores.length; i++) {
      if (!Double.isFinite(scores[i])) {
        throw new IllegalArgumentException(
            "scores are finite, got %s at index %d".formatted(scores[i], i));
      }
    }
    // + 0.0 makes -0.0 and 0.0 one score; the sort is stable, so the lower index comes first.
    Comparator<Integer> highest = Comparator.comparingDouble(i -> -(scores[i] + 0.0) + 0.0);
    BitSet kept = new BitSet(scores.length);
    IntStream.range(0, scores.length)
        .boxed()
        .sorted(highest)
        .limit(count)
        .forEach(i -> kept.set(i));
    return new Mask(scores.length, kept);
  }

  /**
   * Reads what {@link #toString()} wrote.
   *
   * @param text a mask as {@code size:bits}
   * @return the mask
   * @throws IllegalArgumentException if the text is not a mask
   */
  public static Mask parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw notAMask(text, null);
    }
    try {
      int size = Integer.parseInt(text.substring(0, colon));
      return of(BitSet.valueOf(Base64.getUrlDecoder().decode(text.substring(colon + 1))), size);
    } catch (IllegalArgumentException e) {
      throw notAMask(text, e);
    }
  }

  /**
   * Returns how many coefficients there are, kept or not.
   *
   * @return the size
   */
  public int size() {
    return size;
  }

  /**
   * Returns how many coefficients are kept.
   *
   * @return from {@code 0} to {@code size()}
   */
  public int count() {
    return kept().cardinality();
  }

  /**
   * Tells whether a coefficient is kept.
   *
   * @param index from {@code 0} to {@code size() - 1}
   * @return whether it is kept
   * @throws IndexOutOfBoundsException if there is no such coefficient
   */
  public boolean keeps(int index) {
    int place = Objects.checkIndex(index, size) >>> 6;
    return place < words.length && (words[place] >>> index & 1) != 0;
  }

  /**
   * Returns the first index that is kept, from one on.
   *
   * @param index from {@code 0} to {@code size()}
   * @return {@code size()} if there is none
   */
  public int next(int index) {
    int place = index >>> 6;
    if (place >= words.length) {
      return size;
    }
    long word = words[place] & -1L << index;
    while (word == 0 && place + 1 < words.length) {
      word = words[++place];
    }
    return word == 0 ? size : place * Long.SIZE + Long.numberOfTrailingZeros(word);
  }

  private BitSet kept() {
    return BitSet.valueOf(words);
  }

  /**
   * Sets numbers to 0 whose coefficients are not kept.
   *
   * @param numbers one finite number for each coefficient of a range
   * @param first the coefficient of {@code numbers[0]}
   * @throws IndexOutOfBoundsException if the range leaves the mask
   */
  public void apply(float[] numbers, int first) {
    Objects.checkFromIndexSize(first, numbers.length, size);
    for (int from = 0; from < numbers.length; from += Long.SIZE) {
      int length = Math.min(Long.SIZE, numbers.length - from);
      apply(word(first + from), numbers, from, length);
    }
  }

  /** By products: every other branch would be mispredicted. Adding 0 makes -0 a 0. */
  private static void apply(long word, float[] numbers, int from, int length) {
    for (int i = 0; i < length; i++) {
      numbers[from + i] = numbers[from + i] * (int) ((word >>> i) & 1) + 0f;
    }
  }

  /** Returns the bits from an index on, the first one lowest. */
  private long word(int index) {
    int place = index >>> 6;
    long low = place < words.length ? words[place] >>> index : 0;
    boolean straddles = (index & 63) != 0 && place + 1 < words.length;
    return straddles ? low | words[place + 1] << -index : low;
  }

  /**
   * Returns the indices kept, in rising order.
   *
   * @return {@code count()} indices
   */
  public IntStream indices() {
    return kept().stream();
  }

  /**
   * Keeps what both masks keep.
   *
   * @param other a mask of the same size
   * @return the intersection
   * @throws IllegalArgumentException if the sizes differ
   */
  public Mask and(Mask other) {
    if (other.size != size) {
      throw new IllegalArgumentException(
          "masks of one size can be combined, got sizes %d and %d".formatted(size, other.size));
    }
    BitSet both = kept();
    both.and(other.kept());
    return new Mask(size, both);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Mask mask && mask.size == size && Arrays.equals(mask.words, words);
  }

  @Override
  public int hashCode() {
    return 31 * size + Arrays.hashCode(words);
  }

  /**
   * Returns the mask as text that {@link #parse} reads back.
   *
   * @return {@code size:bits}
   */
  @Override
  public String toString() {
    return size + ":" + ENCODER.encodeToString(kept().toByteArray());
  }

  private static int requireSize(int size) {
    if (size < 0) {
      throw new IllegalArgumentException("the size of a mask is at least 0, got " + size);
    }
    return size;
  }

  private static IllegalArgumentException notAMask(
      String text, @org.jspecify.annotations.Nullable Exception cause) {
    String start = text.length() <= 40 ? text : text.substring(0, 40) + "...";
    return new IllegalArgumentException(
        "a mask is written size:bits with the bits in URL-safe Base64, such as 12:_w8, got '%s'"
            .formatted(start),
        cause);
  }
}
