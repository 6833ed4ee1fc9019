package org.slth.group;

/**
 * A group that equals those of its name and no other, as the law of {@link Group} has it: the
 * parent of groups that are written as a class.
 */
public abstract class NamedGroup implements Group {

  private final String name;

  /**
   * Keeps the name.
   *
   * @param name under which a {@link GroupProvider} finds the group
   */
  protected NamedGroup(String name) {
    this.name = name;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Group group && name.equals(group.name());
  }

  @Override
  public final int hashCode() {
    return name.hashCode();
  }

  @Override
  public final String toString() {
    return name;
  }
}
