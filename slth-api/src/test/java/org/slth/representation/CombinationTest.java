package org.slth.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.slth.group.FiniteGroup;
import org.slth.group.SmallGroups;
import org.slth.testkit.IntertwinerLaws;
import org.slth.testkit.RepresentationLaws;

class CombinationTest {

  private final FiniteGroup s3 = SmallGroups.symmetric(3);
  private final Representation regular = Representation.regular(s3);
  private final Representation sign = Representation.irreducible(s3, 1);
  private final Representation plane = Representation.irreducible(s3, 2);

  @Test
  void aTensorProductActsByKroneckerProducts() {
    Representation product = Representation.tensorProduct(plane, regular, sign);
    RepresentationLaws.check(product);
    assertEquals("(irrep(2) * regular * irrep(1))", product.name());
    for (int g = 0; g < 6; g++) {
      assertEquals(
          plane.matrix(g).kronecker(regular.matrix(g)).kronecker(sign.matrix(g)),
          product.matrix(g));
      assertEquals(
          plane.character(g) * regular.character(g) * sign.character(g),
          product.character(g),
          1e-12);
    }
    assertFalse(product.isPermutation());
  }

  @Test
  void productsOfPermutationsPermute() {
    Representation sum = Representation.directSum(regular, Representation.trivial(s3));
    Representation product = Representation.tensorProduct(sum, regular);
    RepresentationLaws.check(product);
    assertTrue(product.isPermutation());
    for (int g = 0; g < 6; g++) {
      assertEquals(sum.matrix(g).kronecker(regular.matrix(g)), product.matrix(g));
    }
    assertTrue(Representation.tensorProduct(sign, sign).isTrivial());
  }

  /** Hom(U ⊗ V, W) = Hom(U, V ⊗ W), since representations are real and orthogonal. */
  @Test
  void factorsMayChangeSides() {
    assertEquals(
        IntertwinerBasis.between(Representation.tensorProduct(plane, regular), plane).size(),
        IntertwinerBasis.between(plane, Representation.tensorProduct(regular, plane)).size());
    IntertwinerLaws.check(
        IntertwinerBasis.between(
            Representation.tensorProduct(plane, plane), Representation.directSum(plane, sign)));
  }

  @Test
  void refusesTooFewAndOthers() {
    assertMessage(
        "a tensor product needs two or more representations, got 1",
        () -> Representation.tensorProduct(plane));
    assertMessage(
        "expected representations of one group, S3, got regular of Z4",
        () -> Representation.tensorProduct(plane, Representation.regular(SmallGroups.cyclic(4))));
  }

  private static void assertMessage(String message, Runnable mistake) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, mistake::run).getMessage());
  }
}
