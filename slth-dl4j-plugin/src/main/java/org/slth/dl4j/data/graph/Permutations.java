package org.slth.dl4j.data.graph;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Permutations and shuffles, by the same algorithms on every platform. */
final class Permutations {

  private static final String GENERATOR = "L64X128MixRandom";

  private Permutations() {}

  static RandomGenerator generator(long seed) {
    return RandomGeneratorFactory.of(GENERATOR).create(seed);
  }

  /** Seeds of different epochs differ: the factor is odd. */
  static RandomGenerator generator(long seed, int epoch) {
    return generator(seed + (epoch + 1) * 0x9e3779b97f4a7c15L);
  }

  /** Fisher-Yates, from the end. */
  static void shuffle(int[] values, RandomGenerator random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = values[i];
      values[i] = values[j];
      values[j] = swap;
    }
  }

  static int[] random(int size, RandomGenerator random) {
    int[] permutation = identity(size);
    shuffle(permutation, random);
    return permutation;
  }

  static int[] identity(int size) {
    int[] identity = new int[size];
    Arrays.setAll(identity, i -> i);
    return identity;
  }

  static int[] inverse(int[] permutation) {
    int[] inverse = new int[permutation.length];
    for (int i = 0; i < permutation.length; i++) {
      inverse[permutation[i]] = i;
    }
    return inverse;
  }

  /**
   * Checks that each number from 0 to {@code size - 1} is there once.
   *
   * @throws IllegalArgumentException otherwise
   */
  static void check(int[] permutation, int size) {
    boolean[] seen = new boolean[size];
    boolean valid = permutation.length == size;
    for (int p : permutation) {
      valid = valid && p >= 0 && p < size && !seen[p];
      if (valid) {
        seen[p] = true;
      }
    }
    if (!valid) {
      throw new IllegalArgumentException(
          String.format(
              "expected a permutation of 0 to %d, got %s", size - 1, Arrays.toString(permutation)));
    }
  }
}
