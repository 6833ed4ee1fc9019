package com.example.cube;

import java.util.List;
import java.util.Optional;
import org.slth.algebra.Matrix;
import org.slth.group.Group;
import org.slth.group.LinearGroup;
import org.slth.representation.Representation;
import org.slth.representation.RepresentationProvider;

/**
 * Finds under the name {@code corners} how the symmetries of the cube permute its eight corners
 * (±1, ±1, ±1): ρ(<i>g</i>) <i>e_c</i> = <i>e_gc</i>.
 */
public final class CornersProvider implements RepresentationProvider {

  private static final String NAME = "corners";

  @Override
  public String id() {
    return "example:corners";
  }

  @Override
  public List<String> families() {
    return List.of("Oh: " + NAME);
  }

  @Override
  public Optional<Representation> find(Group group, String name) {
    return name.equals(NAME) && group.name().equals("Oh") && group instanceof LinearGroup cube
        ? Optional.of(Representation.permuting(cube, NAME, 8, (g, c) -> image(cube.action(g), c)))
        : Optional.empty();
  }

  /** Bit <i>i</i> of the number of a corner is the sign of its coordinate <i>i</i>. */
  private static int image(Matrix g, int corner) {
    Matrix x = Matrix.generate(3, 1, (i, j) -> (corner >> i & 1) == 0 ? 1 : -1);
    Matrix y = g.times(x);
    int image = 0;
    for (int i = 0; i < 3; i++) {
      image |= y.get(i, 0) < 0 ? 1 << i : 0;
    }
    return image;
  }
}
