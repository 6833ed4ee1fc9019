package org.slth.representation;

import java.util.Optional;
import org.slth.algebra.Matrix;

/** Reads permutations off the matrices of a representation. */
final class Permutations {

  private Permutations() {}

  /** For each element <i>g</i> and index <i>i</i> the index of ρ(<i>g</i>) <i>e_i</i>. */
  static Optional<int[][]> of(Representation representation) {
    if (representation instanceof PermutationRepresentation permutation) {
      return Optional.of(permutation.images());
    }
    int[][] images = new int[representation.group().samples().order()][];
    for (int g = 0; g < images.length; g++) {
      Matrix matrix = representation.matrix(g);
      images[g] = new int[representation.dimension()];
      for (int i = 0; i < images[g].length; i++) {
        images[g][i] = image(matrix, i);
        if (images[g][i] < 0) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(images);
  }

  /** The row of the only entry of a column, which must be 1; otherwise -1. */
  private static int image(Matrix matrix, int column) {
    int image = -1;
    for (int row = 0; row < matrix.rows(); row++) {
      double entry = matrix.get(row, column);
      if (entry == 1 && image < 0) {
        image = row;
      } else if (entry != 0) {
        return -1;
      }
    }
    return image;
  }
}
