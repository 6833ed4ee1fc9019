package org.slth.dl4j.internal.blas;

import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;

/** Whether ND4J computes on the CPU, and brought OpenBLAS. */
public final class Availability {

  /** True if so. */
  public static final boolean HERE = isHere();

  private Availability() {}

  private static boolean isHere() {
    if (Nd4j.getExecutioner().type() != ExecutionerType.NATIVE_CPU) {
      return false;
    }
    try {
      Class.forName("org.bytedeco.openblas.global.openblas");
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false; // another BLAS; the sliding kernel does the same
    }
  }
}
