package org.slth.dl4j.data.graph;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Whole numbers, one per line, and their ranks among those that occur. */
final class LabelColumn {

  static final LabelColumn NONE = new LabelColumn(new int[0]);

  private final int[] values;
  private final int[] kinds; // ascending

  private LabelColumn(int[] values) {
    this.values = values;
    this.kinds = Arrays.stream(values).sorted().distinct().toArray();
  }

  static LabelColumn read(TextFile file) throws IOException {
    int[] values = new int[file.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = file.integer(i, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    return new LabelColumn(values);
  }

  /** Returns how many different numbers there are. */
  int kinds() {
    return kinds.length;
  }

  /** Returns the rank of the number on a line, from 0. */
  int label(int line) {
    return Arrays.binarySearch(kinds, values[line]);
  }

  /** Returns the different numbers, ascending. */
  List<String> names() {
    return Arrays.stream(kinds).mapToObj(String::valueOf).toList();
  }
}
