package org.slth.dl4j.data.graph;

import java.util.Arrays;
import java.util.BitSet;

/** Which graphs, or nodes, are for training, validation and test; none is in two. Immutable. */
public final class Split {

  private final int[] train;
  private final int[] validation;
  private final int[] test;

  private Split(int[] train, int[] validation, int[] test) {
    this.train = train;
    this.validation = validation;
    this.test = test;
  }

  /**
   * A split into three parts, each of which may be empty.
   *
   * @param train numbers from 0; not modified, nor are the others
   * @throws IllegalArgumentException if a number is negative or comes twice
   */
  public static Split of(int[] train, int[] validation, int[] test) {
    BitSet seen = new BitSet();
    for (int[] part : new int[][] {train, validation, test}) {
      for (int index : part) {
        if (index < 0 || seen.get(index)) {
          throw new IllegalArgumentException(
              "expected numbers from 0, each in one part and once, got " + index);
        }
        seen.set(index);
      }
    }
    return new Split(train.clone(), validation.clone(), test.clone());
  }

  /** Returns what to train on. */
  public int[] train() {
    return train.clone();
  }

  /** Returns what to choose settings by; may be empty. */
  public int[] validation() {
    return validation.clone();
  }

  /** Returns what to look at last. */
  public int[] test() {
    return test.clone();
  }

  /**
   * Returns the split with a part of the training set moved to validation: of each class the same
   * share, rounded.
   *
   * @param labels the class of each graph by its number; not modified
   * @param share from 0 to 1
   * @throws IllegalArgumentException if there is a validation part already, or the share is out of
   *     range
   */
  public Split withValidation(int[] labels, double share, long seed) {
    if (validation.length > 0 || !(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          String.format(
              "expected no validation part yet and a share from 0 to 1, got %d and %s",
              validation.length, share));
    }
    int[] ordered = Folds.byClass(train, labels, Permutations.generator(seed));
    int[] moved = new int[(int) Math.round(share * train.length)];
    BitSet chosen = new BitSet();
    for (int i = 0; i < moved.length; i++) {
      moved[i] = ordered[(int) ((i + 0.5) * train.length / moved.length)];
      chosen.set(moved[i]);
    }
    Arrays.sort(moved);
    int[] rest = Arrays.stream(train).filter(index -> !chosen.get(index)).toArray();
    return of(rest, moved, test);
  }

  @Override
  public String toString() {
    return String.format("Split(%d, %d, %d)", train.length, validation.length, test.length);
  }
}
