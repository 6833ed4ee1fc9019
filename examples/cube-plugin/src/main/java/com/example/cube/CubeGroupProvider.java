package com.example.cube;

import java.util.List;
import java.util.Optional;
import org.slth.group.Group;
import org.slth.group.GroupProvider;

/** Finds the symmetries of the cube under the name {@code Oh}. */
public final class CubeGroupProvider implements GroupProvider {

  @Override
  public String id() {
    return "example:cube";
  }

  @Override
  public List<String> families() {
    return List.of(Cube.NAME);
  }

  @Override
  public Optional<Group> find(String name) {
    return name.equals(Cube.NAME) ? Optional.of(Cube.group()) : Optional.empty();
  }
}
