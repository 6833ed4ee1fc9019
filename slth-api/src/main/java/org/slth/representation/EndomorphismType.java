package org.slth.representation;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which field the endomorphisms of a real irreducible representation form, by Schur's lemma and
 * Frobenius' theorem: the real numbers, the complex numbers or the quaternions.
 */
public enum EndomorphismType {
  /** Only multiples of the identity commute with the representation. */
  REAL(1),
  /** A two-dimensional space of maps commutes with it, as for rotations of the plane. */
  COMPLEX(2),
  /** A four-dimensional space of maps commutes with it. */
  QUATERNIONIC(4);

  /** Far above rounding, far below the distance of two whole numbers. */
  private static final double WHOLE = 1e-6;

  private final int dimension;

  EndomorphismType(int dimension) {
    this.dimension = dimension;
  }

  /** {@return the real dimension of the space of endomorphisms, ⟨χ, χ⟩} */
  public int dimension() {
    return dimension;
  }

  /**
   * The norm ⟨χ, χ⟩ and the Frobenius–Schur indicator, the average of χ(<i>g</i>²), are (1, 1), (2,
   * 0), (4, -2) for the three types. For Σ mᵢ Vᵢ they are Σ mᵢ² δᵢ and Σ mᵢ εᵢ, so that no
   * reducible representation has one of these pairs.
   */
  static Optional<EndomorphismType> of(double norm, double indicator) {
    return Stream.of(values())
        .filter(type -> Math.abs(norm - type.dimension) < WHOLE)
        .filter(type -> Math.abs(indicator - type.indicator()) < WHOLE)
        .findFirst();
  }

  private int indicator() {
    return this == REAL ? 1 : this == COMPLEX ? 0 : -2;
  }
}
