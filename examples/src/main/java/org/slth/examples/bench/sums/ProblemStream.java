package org.slth.examples.bench.sums;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.slth.ticket.SubsetSumBatch;
import org.slth.ticket.SubsetSumSolver;

/**
 * Random problems, drawn block by block, solved and forgotten.
 *
 * @param solver who solves
 * @param seed seed of the problems
 */
public record ProblemStream(SubsetSumSolver solver, long seed) {

  static final int ITEMS = 16;
  private static final int BLOCK = 2048;
  private static final int LOOKS = 4;

  /**
   * What a run took.
   *
   * @param solver who solved
   * @param problems how many
   * @param threads on how many threads
   * @param seconds that the slowest thread spent on solving
   * @param liveBytes the most memory in use, after collecting what is not, while it ran
   */
  record Run(String solver, int problems, int threads, double seconds, long liveBytes) {

    /** Problems a second. */
    double rate() {
      return problems / seconds;
    }
  }

  /** Solves that many problems, each thread its share. */
  Run run(int problems, int threads) {
    AtomicLong live = new AtomicLong();
    AtomicLong longest = new AtomicLong();
    IntStream.range(0, threads)
        .mapToObj(i -> new Thread(() -> share(problems / threads, i, live, longest)))
        .peek(Thread::start)
        .toList()
        .forEach(ProblemStream::join);
    return new Run(solver.id(), problems, threads, longest.get() * 1e-9, live.get());
  }

  /** Solves that many problems on this thread. */
  public void solve(int problems) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int from = 0; from < problems; from += BLOCK) {
      solve(random, Math.min(BLOCK, problems - from));
    }
  }

  /** Returns the nanoseconds of solving alone. */
  private long solve(SplittableRandom random, int size) {
    SubsetSumBatch batch = RandomProblems.of(random, size, ITEMS, 1e-3);
    long begin = System.nanoTime();
    solver.solve(batch);
    return System.nanoTime() - begin;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void share(int problems, int thread, AtomicLong live, AtomicLong longest) {
    SplittableRandom random = new SplittableRandom(seed + thread);
    int blocks = (problems + BLOCK - 1) / BLOCK;
    long solving = 0;
    for (int i = 0; i < blocks; i++) {
      solving += solve(random, Math.min(BLOCK, problems - i * BLOCK));
      if (thread == 0 && i % (blocks / LOOKS + 1) == blocks / LOOKS) {
        live.accumulateAndGet(live(), Math::max);
      }
    }
    longest.accumulateAndGet(solving, Math::max);
  }

  private static long live() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
