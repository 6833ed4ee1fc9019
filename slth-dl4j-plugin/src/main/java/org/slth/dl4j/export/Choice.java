package org.slth.dl4j.export;

import java.util.List;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.representation.FieldType;

/** Which channels go where, as matrices of zeros and ones; -1 stands for none. */
final class Choice {

  private Choice() {}

  /** Returns the matrix whose row i picks a channel. */
  static Matrix of(int[] channels, int count) {
    return Matrix.generate(channels.length, count, (i, j) -> channels[i] == j ? 1 : 0);
  }

  /** Returns the channels of each field. */
  static List<int[]> channels(FieldType type) {
    return IntStream.range(0, type.size()).mapToObj(f -> channels(type, f)).toList();
  }

  private static int[] channels(FieldType type, int field) {
    int from = type.offset(field);
    return IntStream.range(from, from + type.fields().get(field).dimension()).toArray();
  }

  /** Returns the size of the largest field. */
  static int longest(List<int[]> fields) {
    return fields.stream().mapToInt(field -> field.length).max().orElseThrow();
  }

  /** Returns fields of one length: shorter ones have their first channel again, or none. */
  static int[][] padded(List<int[]> fields, boolean repeated) {
    int length = longest(fields);
    return fields.stream()
        .map(field -> padded(field, length, repeated ? field[0] : -1))
        .toArray(int[][]::new);
  }

  private static int[] padded(int[] field, int length, int filling) {
    return IntStream.range(0, length).map(i -> i < field.length ? field[i] : filling).toArray();
  }
}
