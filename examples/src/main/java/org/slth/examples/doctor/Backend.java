package org.slth.examples.doctor;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * What ND4J computes with, or why it cannot.
 *
 * @param name its class, empty if there is none
 * @param build how the native library was built
 * @param blas who multiplies matrices
 * @param threads how many threads it takes
 * @param failure why there is none, empty if there is one
 */
record Backend(String name, String build, String blas, int threads, String failure) {

  /** Loads it, which takes a second. */
  static Backend load() {
    try {
      Nd4jBackend backend = Nd4j.getBackend();
      return new Backend(
          backend.getClass().getSimpleName(),
          backend.buildInfo().strip().replaceAll("\\s*\\R\\s*", ", "),
          String.valueOf(Nd4j.factory().blas().getBlasVendor()),
          NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads(),
          "");
    } catch (RuntimeException | LinkageError e) {
      return new Backend("", "", "", 0, reason(e));
    }
  }

  /** The innermost cause says what is missing, the others where that was noticed. */
  private static String reason(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause.toString();
  }

  boolean isThere() {
    return failure.isEmpty();
  }

  boolean isCpu() {
    return name.startsWith("Cpu");
  }

  boolean hasOneDnn() {
    return build.contains("HAVE_ONEDNN");
  }
}
