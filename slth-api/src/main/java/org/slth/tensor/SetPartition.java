package org.slth.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A partition of {0, …, <i>size</i> − 1} into blocks, written as its restricted growth string.
 *
 * <p>Blocks are counted in the order of their least elements, so block 0 holds element 0, and the
 * string <i>a</i>, with <i>a_i</i> the block of element <i>i</i>, satisfies
 *
 * <pre>
 * {@code a_0 = 0,   0 <= a_i <= 1 + max(a_0, ..., a_(i-1)).}
 * </pre>
 *
 * <p>Every such string is one partition. As text it is such as {@code [0 1 0]}; the empty set has
 * one partition, {@code []}. {@code parse(partition.toString())} equals {@code partition}.
 */
public final class SetPartition {

  /** Of a larger set there are more than 115,975 partitions. */
  private static final int LARGEST_LISTED = 10;

  /** The next Bell number exceeds a {@code long}. */
  private static final int LARGEST_BELL = 25;

  private final int[] block; // of each element, never handed out
  private final int blocks;

  private SetPartition(int[] block, int blocks) {
    this.block = block;
    this.blocks = blocks;
  }

  /**
   * {@return the partition with this restricted growth string}
   *
   * @param string the block of each element; copied
   * @throws IllegalArgumentException if it is not a restricted growth string
   */
  public static SetPartition of(int... string) {
    int blocks = 0;
    for (int label : string) {
      if (label < 0 || label > blocks) {
        throw new IllegalArgumentException(
            "a restricted growth string starts with 0 and exceeds what came before by at most 1,"
                + " got "
                + text(string));
      }
      blocks = Math.max(blocks, label + 1);
    }
    return new SetPartition(string.clone(), blocks);
  }

  /**
   * {@return all partitions of a set, in the lexicographic order of their restricted growth
   * strings: from one block to only singletons}
   *
   * @param size the number of elements, from 0 to 10
   * @throws IllegalArgumentException if it is not
   */
  public static List<SetPartition> all(int size) {
    if (size < 0 || size > LARGEST_LISTED) {
      throw new IllegalArgumentException(
          String.format(
              "partitions are listed for 0 to %d elements, got %d", LARGEST_LISTED, size));
    }
    List<SetPartition> all = new ArrayList<>(Math.toIntExact(bell(size)));
    extend(new int[size], 0, 0, all);
    return List.copyOf(all);
  }

  private static void extend(int[] string, int length, int blocks, List<SetPartition> all) {
    if (length == string.length) {
      all.add(new SetPartition(string.clone(), blocks));
      return;
    }
    for (int label = 0; label <= blocks; label++) {
      string[length] = label;
      extend(string, length + 1, Math.max(blocks, label + 1), all);
    }
  }

  /**
   * {@return the number of partitions of a set: 1, 1, 2, 5, 15, 52, 203, 877, 4140, …}
   *
   * <p>By Aitken's triangle: each row starts with the last number of the row before, and each
   * number is its left neighbour plus the one above that.
   *
   * @param size the number of elements, from 0 to 25
   * @throws IllegalArgumentException if it is not
   */
  public static long bell(int size) {
    if (size < 0 || size > LARGEST_BELL) {
      throw new IllegalArgumentException(
          String.format("Bell numbers of 0 to %d elements fit a long, got %d", LARGEST_BELL, size));
    }
    long[] row = {1};
    for (int n = 0; n < size; n++) {
      long[] next = new long[n + 2];
      next[0] = row[n];
      for (int i = 0; i < n + 1 && n + 1 < size; i++) { // only the first number of the last row
        next[i + 1] = next[i] + row[i];
      }
      row = next;
    }
    return row[0];
  }

  /** {@return the number of elements} */
  public int size() {
    return block.length;
  }

  /** {@return the number of blocks} */
  public int blocks() {
    return blocks;
  }

  /**
   * {@return the block that holds an element}
   *
   * @param element from 0 to {@code size() - 1}
   */
  public int block(int element) {
    return block[Objects.checkIndex(element, block.length)];
  }

  /**
   * {@return the elements of a block, in ascending order}
   *
   * @param index from 0 to {@code blocks() - 1}
   */
  public int[] members(int index) {
    Objects.checkIndex(index, blocks);
    return IntStream.range(0, block.length).filter(i -> block[i] == index).toArray();
  }

  /**
   * {@return the partition that {@link #toString} wrote}
   *
   * @param text such as {@code [0 1 0]}
   * @throws IllegalArgumentException if it is no partition, or not written as it would be
   */
  public static SetPartition parse(String text) {
    try {
      String inner = text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
      SetPartition partition =
          inner.isEmpty()
              ? of()
              : of(Arrays.stream(inner.split(" ", -1)).mapToInt(Integer::parseInt).toArray());
      if (partition.toString().equals(text)) {
        return partition;
      }
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(malformed(text), e);
    }
    throw new IllegalArgumentException(malformed(text));
  }

  private static String malformed(String text) {
    return "a partition is written as the block of each element, such as \"[0 1 0]\", got \""
        + text
        + "\"";
  }

  private static String text(int[] string) {
    return Arrays.stream(string)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" ", "[", "]"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SetPartition that && Arrays.equals(block, that.block);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(block);
  }

  @Override
  public String toString() {
    return text(block);
  }
}
