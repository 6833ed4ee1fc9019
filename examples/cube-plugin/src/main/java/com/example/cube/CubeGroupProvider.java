package com.example.cube;

import java.util.List;
import java.util.Optional;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.GroupProvider;

/**
 * Finds the 48 symmetries of the cube under the name {@code Oh}: the matrices with a single 1 or −1
 * in each row and each column, as three of them generate them.
 *
 * <p>A group of matrices acts on its own space, by the representation {@code vector}.
 */
public final class CubeGroupProvider implements GroupProvider {

  private static final String NAME = "Oh";

  private static final Matrix QUARTER_TURN = Matrix.of(3, 3, 0, -1, 0, 1, 0, 0, 0, 0, 1);
  private static final Matrix THIRD_OF_A_TURN = Matrix.of(3, 3, 0, 0, 1, 1, 0, 0, 0, 1, 0);
  private static final Matrix MIRROR = Matrix.of(3, 3, 1, 0, 0, 0, 1, 0, 0, 0, -1);

  @Override
  public String id() {
    return "example:cube";
  }

  @Override
  public List<String> families() {
    return List.of(NAME);
  }

  @Override
  public Optional<Group> find(String name) {
    return name.equals(NAME)
        ? Optional.of(FiniteGroup.generated(NAME, QUARTER_TURN, THIRD_OF_A_TURN, MIRROR))
        : Optional.empty();
  }
}
