package org.slth.dl4j.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.group.Group;
import org.slth.representation.FieldType;

class EquivarianceErrorTest {

  private static final FieldType VECTORS = FieldType.parse("SO2: irrep(1)");

  @Test
  void quarterTurnsAreExactOnTheGrid() {
    INDArray image = Networks.images(DataType.DOUBLE, 1, 1, 5, 5);
    INDArray vector = Networks.images(DataType.DOUBLE, 1, 1);
    Group so2 = Group.named("SO2");
    assertArrayEquals(
        new int[] {0, 60, 120, 180}, EquivarianceError.exactElements(so2, image), "quarters");
    Group o2 = Group.named("O2");
    assertEquals(8, EquivarianceError.exactElements(o2, image).length);
    assertEquals(480, EquivarianceError.exactElements(o2, vector).length);
    INDArray oblong = Networks.images(DataType.DOUBLE, 1, 1, 5, 4);
    assertArrayEquals(new int[] {0, 120}, EquivarianceError.exactElements(so2, oblong));
  }

  /** f(x) = Mx with M diag(1, 0) on the plane: |f(gx) - g f(x)| = |sin θ| |(y, x)|. */
  @Test
  void measuresWhatItSays() {
    INDArray x = Networks.images(DataType.DOUBLE, 4, 2);
    INDArray keep = x.ulike().assign(0);
    keep.getColumn(0).assign(1);
    EquivarianceError error =
        EquivarianceError.of(v -> v.mul(keep), VECTORS, VECTORS, x, new int[] {180, 0, 20, 20});
    assertArrayEquals(new int[] {0, 20, 180}, error.elements());
    assertEquals(3, error.size());
    double norm = x.norm2Number().doubleValue() / x.mul(keep).norm2Number().doubleValue();
    assertEquals(0, error.relative(0));
    assertEquals(0.5 * norm, error.relative(20), 1e-12);
    assertEquals(norm, error.relative(180), 1e-12);
    assertEquals(norm, error.maximumRelative(), 1e-12);
    assertEquals(x.amaxNumber().doubleValue() / 2, error.of(20), 1e-12);
    assertTrue(error.isExact(20), "there is no grid");
    assertThrows(IllegalArgumentException.class, () -> error.of(1));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> EquivarianceError.of(v -> v, VECTORS, VECTORS, x, new int[] {240}));
  }

  @Test
  void measuresAllElementsUnlessTold() {
    INDArray x = Networks.images(DataType.DOUBLE, 2, 2);
    EquivarianceError error = EquivarianceError.of(v -> v.mul(2), VECTORS, VECTORS, x);
    assertEquals(240, error.size());
    assertTrue(error.maximum() < 1e-12);
  }
}
