package com.example.cube;

import java.util.List;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;

/**
 * The 48 symmetries of the cube, <i>y_i</i> = ±<i>x</i>_<i>π(i)</i>: the matrices of size 3 with a
 * single 1 or −1 in each row and each column.
 */
final class Cube {

  /** What the group is called, in field types and in saved networks. */
  static final String NAME = "Oh";

  private static final int[][] AXES = {
    {0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}
  };

  private Cube() {}

  /** Returns the matrices of all elements; that of element 0 is the identity. */
  static List<Matrix> matrices() {
    return IntStream.range(0, 8 * AXES.length).mapToObj(Cube::matrix).toList();
  }

  private static Matrix matrix(int g) {
    int[] axes = AXES[g / 8];
    int signs = g % 8; // one bit for each row
    return Matrix.generate(3, 3, (i, j) -> axes[i] != j ? 0 : (signs >> i & 1) == 0 ? 1 : -1);
  }

  /** Returns the group: elements multiply as their matrices do. */
  static FiniteGroup group() {
    List<Matrix> matrices = matrices();
    return FiniteGroup.of(
        NAME,
        matrices.size(),
        (g, h) -> matrices.indexOf(matrices.get(g).times(matrices.get(h))),
        g -> matrices.indexOf(matrices.get(g).transposed()));
  }
}
