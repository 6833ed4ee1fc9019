package org.slth.representation;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.group.Group;

/** ρ(<i>g</i>) <i>e_i</i> = <i>e_g(i)</i>. */
final class PermutationRepresentation extends NamedRepresentation {

  /** A gigabyte: beyond what is useful, and far below what a name in a file may ask for. */
  private static final long LARGEST = 1L << 28;

  private final int[][] images; // [element][index]

  PermutationRepresentation(Group group, String name, int dimension, IntBinaryOperator image) {
    super(group, name);
    requireSize((long) group.samples().order() * dimension);
    this.images = new int[group.samples().order()][dimension];
    for (int g = 0; g < images.length; g++) {
      for (int i = 0; i < dimension; i++) {
        images[g][i] = image.applyAsInt(g, i);
      }
    }
  }

  private void requireSize(long images) {
    if (images > LARGEST) {
      throw new IllegalArgumentException(
          "%s of %s keeps %d images of points, more than the %d there is room for"
              .formatted(name(), group().name(), images, LARGEST));
    }
  }

  static PermutationRepresentation checked(
      Group group, String name, int dimension, IntBinaryOperator image) {
    var representation = new PermutationRepresentation(group, name, dimension, image);
    int[] points = IntStream.range(0, dimension).toArray();
    for (int[] images : representation.images) {
      if (dimension < 1 || !Arrays.equals(points, Arrays.stream(images).sorted().toArray())) {
        throw new IllegalArgumentException(
            String.format(
                "%s of %s needs elements that permute %d points, at least one, got %s",
                name, group.name(), dimension, Arrays.toString(images)));
      }
    }
    return representation;
  }

  int[][] images() {
    return images;
  }

  @Override
  public int dimension() {
    return images[0].length;
  }

  @Override
  public Matrix matrix(int g) {
    return Matrix.generate(dimension(), dimension(), (i, j) -> images[g][j] == i ? 1 : 0);
  }
}
