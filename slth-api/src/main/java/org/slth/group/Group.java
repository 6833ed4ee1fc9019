package org.slth.group;

/** A symmetry group, known by its name. */
public interface Group {

  /** {@return the name under which a {@link GroupProvider} finds this group; never changes} */
  String name();
}
