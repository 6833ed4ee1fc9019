package org.slth.groups.planar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.PlanarGroup;
import org.slth.group.Subgroup;
import org.slth.kernel.GridFunctions;
import org.slth.kernel.KernelBasisProvider;
import org.slth.kernel.KernelGrid;
import org.slth.kernel.SteerableKernelBasis;
import org.slth.representation.Representation;

/**
 * All kernels that commute with a group that maps the grid to itself, named {@code
 * slth:pixel-orbit}.
 *
 * <p>The functions are those that are 1 on one cell and 0 on the others, orbit by orbit: the group
 * permutes the cells of an orbit as it permutes the cosets of a stabiliser. For permutation
 * representations every entry of a kernel is 0 or one and the same number.
 */
public final class PixelOrbitBasis implements KernelBasisProvider {

  /** Made by {@link java.util.ServiceLoader}. */
  public PixelOrbitBasis() {}

  @Override
  public String id() {
    return "slth:pixel-orbit";
  }

  @Override
  public boolean supports(Group group, KernelGrid grid) {
    return images(group, grid).isPresent();
  }

  @Override
  public SteerableKernelBasis basis(Representation input, Representation output, KernelGrid grid) {
    Group group = input.group();
    int[][] images =
        images(group, grid)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        String.format(
                            "pixel-orbit kernels need a group that maps the grid to itself, such as"
                                + " C4 or D4, got %s; circular-harmonic kernels serve it",
                            group.name())));
    List<GridFunctions> orbits = new ArrayList<>();
    boolean[] seen = new boolean[grid.cells()];
    for (int cell = 0; cell < seen.length; cell++) {
      if (!seen[cell]) {
        orbits.add(orbit(group, images, cell));
        for (int[] image : images) {
          seen[image[cell]] = true;
        }
      }
    }
    return SteerableKernelBasis.of(input, output, grid, orbits);
  }

  private static Optional<int[][]> images(Group group, KernelGrid grid) {
    if (!(group instanceof FiniteGroup finite && group instanceof PlanarGroup planar)) {
      return Optional.empty();
    }
    int[][] images = new int[finite.order()][];
    for (int g = 0; g < images.length; g++) {
      Optional<int[]> image = grid.permutation(planar.action(g));
      if (image.isEmpty()) {
        return Optional.empty();
      }
      images[g] = image.get();
    }
    return Optional.of(images);
  }

  private static GridFunctions orbit(Group group, int[][] images, int cell) {
    int[] stabiliser =
        IntStream.range(0, images.length).filter(g -> images[g][cell] == cell).toArray();
    Subgroup subgroup = Subgroup.ofElements(group, stabiliser);
    Matrix samples =
        Matrix.generate(
            subgroup.index(),
            images[0].length,
            (coset, place) -> images[subgroup.representative(coset)][cell] == place ? 1 : 0);
    return new GridFunctions(Representation.quotient(subgroup), samples);
  }
}
