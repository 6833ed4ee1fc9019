package org.slth.representation;

import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.Collectors;
import org.slth.algebra.Matrix;
import org.slth.group.Group;

/** Sums and products of representations of one group; where all of them permute, so does it. */
final class Combination {

  private Combination() {}

  static Representation directSum(List<Representation> summands) {
    Group group = requireSeveral("a direct sum", summands);
    String name = name(" + ", summands);
    if (!summands.stream().allMatch(Representation::isPermutation)) {
      return MatrixRepresentation.sum(group, name, summands);
    }
    int dimension = summands.stream().mapToInt(Representation::dimension).reduce(0, Math::addExact);
    List<int[][]> images = images(summands);
    return new PermutationRepresentation(
        group, name, dimension, (g, i) -> imageInSum(images, g, i));
  }

  private static int imageInSum(List<int[][]> images, int g, int i) {
    int offset = 0;
    for (int[][] summand : images) {
      int dimension = summand[g].length;
      if (i < offset + dimension) {
        return offset + summand[g][i - offset];
      }
      offset += dimension;
    }
    throw new IndexOutOfBoundsException(i);
  }

  static Representation tensorProduct(List<Representation> factors) {
    Group group = requireSeveral("a tensor product", factors);
    String name = name(" * ", factors);
    int dimension =
        factors.stream().mapToInt(Representation::dimension).reduce(1, Math::multiplyExact);
    if (factors.stream().allMatch(Representation::isPermutation)) {
      List<int[][]> images = images(factors);
      IntBinaryOperator image = (g, i) -> imageInProduct(images, g, i);
      return new PermutationRepresentation(group, name, dimension, image);
    }
    return new MatrixRepresentation(
        group,
        name,
        factors.stream().mapToInt(Representation::frequency).reduce(0, Math::addExact),
        g ->
            factors.stream()
                .map(factor -> factor.matrix(g))
                .reduce(Matrix::kronecker)
                .orElseThrow());
  }

  /** The index of the last factor runs fastest. */
  private static int imageInProduct(List<int[][]> images, int g, int i) {
    int image = 0;
    int rest = i;
    int stride = 1;
    for (int f = images.size() - 1; f >= 0; f--) {
      int[] factor = images.get(f)[g];
      image += factor[rest % factor.length] * stride;
      rest /= factor.length;
      stride *= factor.length;
    }
    return image;
  }

  private static Group requireSeveral(String what, List<Representation> parts) {
    if (parts.size() < 2) {
      throw new IllegalArgumentException(
          what + " needs two or more representations, got " + parts.size());
    }
    Group group = parts.get(0).group();
    parts.forEach(part -> Names.requireGroup(group, part));
    return group;
  }

  private static String name(String sign, List<Representation> parts) {
    return parts.stream().map(Representation::name).collect(Collectors.joining(sign, "(", ")"));
  }

  private static List<int[][]> images(List<Representation> parts) {
    return parts.stream().map(part -> Permutations.of(part).orElseThrow()).toList();
  }
}
