package org.slth.dl4j.internal.blas;

import static org.bytedeco.openblas.global.openblas.blas_get_num_threads;
import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.presets.openblas_nolapack.MklSetNumThreadsLocal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slth.dl4j.internal.rows.Threads;

class OneThreadTest {

  /** What OpenBLAS itself says; JavaCPP's getter returns what was last given to its setter. */
  private static final class Getter extends MklSetNumThreadsLocal {

    Getter() {
      put(Loader.addressof("openblas_get_num_threads"));
    }

    int threads() {
      return call(0); // the only binding of a function that returns int; the argument is not read
    }
  }

  private final Getter openBlas = new Getter();
  private int before;

  @BeforeEach
  void allowTwo() {
    assumeTrue(Availability.HERE, "no OpenBLAS here"); // if so, ND4J has now set its threads
    before = blas_get_num_threads();
    blas_set_num_threads(2);
  }

  @AfterEach
  void restore() {
    blas_set_num_threads(before);
  }

  @Test
  void holdsOpenBlasUntilTheLastCallEnds() {
    assertEquals(2, openBlas.threads());
    Threads.use(
        2,
        () -> {
          OneThread outer = OneThread.begin();
          OneThread inner = OneThread.begin();
          assertEquals(1, openBlas.threads());
          outer.close();
          assertEquals(1, openBlas.threads());
          inner.close();
        });
    assertEquals(2, openBlas.threads());
  }

  @Test
  @SuppressWarnings("try") // nothing reads the setting
  void leavesOpenBlasAloneWhereThereIsOneThread() {
    Threads.use(
        1,
        () -> {
          try (OneThread only = OneThread.begin()) {
            assertEquals(2, openBlas.threads());
          }
        });
  }
}
