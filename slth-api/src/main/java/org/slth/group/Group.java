package org.slth.group;

/**
 * A symmetry group, known by its name: a {@link FiniteGroup} or a {@link CompactGroup}.
 *
 * <p>All that is computed of a group is an average over it. A finite group is seen whole; a compact
 * one through a finite subgroup that gives the same averages.
 */
public interface Group {

  /**
   * {@return the name under which a {@link GroupProvider} finds this group; never changes}
   *
   * <p>It becomes part of texts, so its brackets are balanced, spaces stand only within brackets,
   * and a colon never stands before a space.
   */
  String name();

  /** {@return the finite group through which this one is seen; a finite group is its own} */
  FiniteGroup samples();

  /**
   * {@return the group of that name, asked of every {@link GroupProvider} on the class path}
   *
   * @param name such as {@code "C8"} or {@code "SO2"}; {@code "D4[0 4]"} names the subgroup of D4
   *     with the elements 0 and 4, see {@link Subgroup#ofElements}, and {@code "(C4 x S3)"} a
   *     {@linkplain FiniteGroup#direct direct product}
   * @throws IllegalArgumentException if nobody knows it; the message lists what is known
   */
  static Group named(String name) {
    return GroupNames.find(name);
  }
}
