package org.slth.representation;

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

  private final int dimension;

  EndomorphismType(int dimension) {
    this.dimension = dimension;
  }

  /** {@return the real dimension of the space of endomorphisms, ⟨χ, χ⟩} */
  public int dimension() {
    return dimension;
  }

  static EndomorphismType ofDimension(int dimension) {
    return switch (dimension) {
      case 1 -> REAL;
      case 2 -> COMPLEX;
      case 4 -> QUATERNIONIC;
      default ->
          throw new IllegalArgumentException(
              "expected 1, 2 or 4 dimensions of endomorphisms, got " + dimension);
    };
  }
}
