package org.slth.examples.bench;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work whose tools are made when it is first done. */
final class Lazy implements Runnable {

  private final Supplier<Runnable> maker;
  private @Nullable Runnable made;

  Lazy(Supplier<Runnable> maker) {
    this.maker = maker;
  }

  @Override
  public void run() {
    Runnable work = made;
    if (work == null) {
      work = maker.get();
      made = work;
    }
    work.run();
  }
}
