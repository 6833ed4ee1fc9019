package com.example.cube;

import java.util.List;
import java.util.Optional;
import org.slth.group.Group;
import org.slth.representation.Representation;
import org.slth.representation.RepresentationProvider;

/**
 * Finds how the symmetries of the cube move points of space, ρ(<i>g</i>) = <i>g</i>, under the name
 * {@code vector}.
 */
public final class VectorProvider implements RepresentationProvider {

  private static final String NAME = "vector";

  @Override
  public String id() {
    return "example:vector";
  }

  @Override
  public List<String> families() {
    return List.of(Cube.NAME + ": " + NAME);
  }

  @Override
  public Optional<Representation> find(Group group, String name) {
    return group.name().equals(Cube.NAME) && name.equals(NAME)
        ? Optional.of(Representation.of(group, NAME, 0, Cube.matrices()))
        : Optional.empty();
  }
}
