package org.slth.examples.bench.sums;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.slth.ticket.SubsetSumSolver;

/**
 * Random problems, drawn block by block, solved and forgotten.
 *
 * @param solver who solves
 * @param seed seed of the problems
 */
public record ProblemStream(SubsetSumSolver solver, long seed) {

  static final int ITEMS = 12;
  private static final int BLOCK = 2048;
  private static final int LOOKS = 4;

  /**
   * What a run took.
   *
   * @param problems how many
   * @param threads on how many threads
   * @param seconds solving and drawing
   * @param liveBytes the most memory in use, after collecting what is not, while it ran
   */
  record Run(int problems, int threads, double seconds, long liveBytes) {

    /** Problems a second. */
    double rate() {
      return problems / seconds;
    }
  }

  /** Solves that many problems, each thread its share. */
  Run run(int problems, int threads) {
    AtomicLong live = new AtomicLong();
    AtomicLong looking = new AtomicLong();
    long begin = System.nanoTime();
    IntStream.range(0, threads)
        .mapToObj(i -> new Thread(() -> share(problems / threads, i, live, looking)))
        .peek(Thread::start)
        .toList()
        .forEach(ProblemStream::join);
    double seconds = (System.nanoTime() - begin - looking.get() / threads) * 1e-9;
    return new Run(problems, threads, seconds, live.get());
  }

  /** Solves that many problems on this thread. */
  public void solve(int problems) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int from = 0; from < problems; from += BLOCK) {
      solve(random, Math.min(BLOCK, problems - from));
    }
  }

  private void solve(SplittableRandom random, int size) {
    solver.solve(RandomProblems.of(random, size, ITEMS, 1e-3));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void share(int problems, int thread, AtomicLong live, AtomicLong looking) {
    SplittableRandom random = new SplittableRandom(seed + thread);
    int blocks = (problems + BLOCK - 1) / BLOCK;
    for (int i = 0; i < blocks; i++) {
      solve(random, Math.min(BLOCK, problems - i * BLOCK));
      if (thread == 0 && i % (blocks / LOOKS + 1) == blocks / LOOKS) {
        look(live, looking);
      }
    }
  }

  private static void look(AtomicLong live, AtomicLong looking) {
    long begin = System.nanoTime();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    live.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
    looking.addAndGet(System.nanoTime() - begin);
  }
}
