package org.slth.examples.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProductSpeedTest {

  @Test
  void advisesWhereBlasIsSlow() {
    assertEquals("BLAS 150, oneDNN 200 Gflop/s", new ProductSpeed(150, 200).toString());
    assertTrue(new ProductSpeed(100, 200).toString().contains("OPENBLAS_CORETYPE"));
  }

  @Test
  void measures() {
    ProductSpeed speed = ProductSpeed.measure();
    assertTrue(speed.blas() > 0 && speed.oneDnn() > 0, speed.toString());
  }
}
