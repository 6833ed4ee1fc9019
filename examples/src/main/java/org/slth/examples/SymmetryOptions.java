package org.slth.examples;

import org.jspecify.annotations.Nullable;
import org.slth.group.Group;
import org.slth.group.PlanarGroup;
import picocli.CommandLine.Option;

/** The options that say what a network of digits commutes with, and by which fields. */
final class SymmetryOptions {

  @Option(
      names = "--group",
      paramLabel = "NAME",
      defaultValue = "C8",
      description =
          "C<N>, D<N>, SO2 or O2, the symmetry of the network (default: ${DEFAULT-VALUE}).")
  private String group = "C8";

  @Option(
      names = "--nonlinearity",
      paramLabel = "NAME",
      description =
          "What is between convolutions: relu on regular fields, norm or gated on irreducible"
              + " ones, fourier on functions on the group (default: relu, for SO2 and O2 fourier)."
              + " Only relu can be pruned by subset sums.")
  private FieldFamily.@Nullable Nonlinearity nonlinearity;

  @Option(
      names = "--frequency",
      paramLabel = "N",
      defaultValue = "2",
      description = "Highest frequency of the fields of SO2 and O2 (default: ${DEFAULT-VALUE}).")
  private int frequency = 2;

  /**
   * Returns the group.
   *
   * @throws IllegalArgumentException if there is none of that name that acts on the plane
   */
  PlanarGroup group() {
    return DigitsNetwork.planar(Group.named(group));
  }

  /**
   * Returns the fields, and what is between convolutions.
   *
   * @throws IllegalArgumentException if the frequency is out of range, or the group has no such
   *     fields
   */
  FieldFamily family() {
    FieldFamily usual = FieldFamily.of(group());
    FieldFamily family =
        new FieldFamily(nonlinearity == null ? usual.nonlinearity() : nonlinearity, frequency);
    family.fields(group(), 1); // checks
    return family;
  }
}
