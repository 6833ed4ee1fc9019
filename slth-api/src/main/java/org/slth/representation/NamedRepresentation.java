package org.slth.representation;

import org.slth.group.Group;

/** A representation that equals those of its group and name, as the law has it. */
abstract class NamedRepresentation implements Representation {

  private final Group group;
  private final String name;

  NamedRepresentation(Group group, String name) {
    this.group = group;
    this.name = name;
  }

  @Override
  public final Group group() {
    return group;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Representation that
        && group.equals(that.group())
        && name.equals(that.name());
  }

  @Override
  public final int hashCode() {
    return 31 * group.hashCode() + name.hashCode();
  }

  @Override
  public final String toString() {
    return group.name() + ": " + name;
  }
}
