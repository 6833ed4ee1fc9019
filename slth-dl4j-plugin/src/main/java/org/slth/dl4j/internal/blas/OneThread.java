package org.slth.dl4j.internal.blas;

import static org.bytedeco.openblas.global.openblas.blas_get_num_threads;
import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;

import org.nd4j.linalg.factory.Nd4j;

/**
 * Keeps OpenBLAS to the calling thread while its products are shared out between threads of ours:
 * they are too small to be shared out themselves, two threads take longer for one than one does.
 *
 * <p>A thread of OpenBLAS that is woken once spins for some 20 milliseconds after its work, on a
 * core that others need; so small products elsewhere keep it asleep as well. The setting is
 * OpenBLAS's own, for the whole process; the last call that ends restores it.
 */
public final class OneThread implements AutoCloseable {

  private static int users;
  private static int before;

  private final boolean changed;

  private OneThread(boolean changed) {
    this.changed = changed;
  }

  /** Begins, where ND4J may use more than one thread and brought OpenBLAS. */
  public static OneThread begin() {
    boolean several = Availability.HERE && Nd4j.getEnvironment().maxThreads() > 1;
    if (several) {
      enter();
    }
    return new OneThread(several);
  }

  private static synchronized void enter() {
    if (users++ == 0) {
      before = blas_get_num_threads();
      blas_set_num_threads(1);
    }
  }

  private static synchronized void leave() {
    if (--users == 0) {
      blas_set_num_threads(before);
    }
  }

  @Override
  public void close() {
    if (changed) {
      leave();
    }
  }
}
