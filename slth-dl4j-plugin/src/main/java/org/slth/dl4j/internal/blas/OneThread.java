package org.slth.dl4j.internal.blas;

import static org.bytedeco.openblas.global.openblas.blas_get_num_threads;

import java.util.function.IntConsumer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.openblas.presets.openblas_nolapack.SetNumThreads;
import org.slth.dl4j.internal.rows.Shares;

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

  /** Begins, where there may be more threads than one and ND4J brought OpenBLAS. */
  public static OneThread begin() {
    boolean several = Availability.HERE && Shares.threads() > 1;
    if (several) {
      enter();
    }
    return new OneThread(several);
  }

  private static synchronized void enter() {
    if (users++ == 0) {
      before = blas_get_num_threads();
      Setting.SET.accept(1);
    }
  }

  private static synchronized void leave() {
    if (--users == 0) {
      Setting.SET.accept(before);
    }
  }

  @Override
  public void close() {
    if (changed) {
      leave();
    }
  }

  /** Loaded where OpenBLAS is. */
  private static final class Setting {

    static final IntConsumer SET = setter();

    /** JavaCPP's own setter looks for the library's files in every call, 0.3 milliseconds. */
    private static IntConsumer setter() {
      Pointer function = Loader.addressof("openblas_set_num_threads");
      if (function == null || Loader.addressof("MKL_Set_Num_Threads") != null) {
        return openblas::blas_set_num_threads;
      }
      return new Function(function)::call;
    }
  }

  private static final class Function extends SetNumThreads {

    Function(Pointer address) {
      put(address);
    }
  }
}
