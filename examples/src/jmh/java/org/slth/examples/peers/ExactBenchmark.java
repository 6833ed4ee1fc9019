package org.slth.examples.peers;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.slth.ticket.SubsetSumBatch;
import org.slth.ticket.SubsetSumSolver;

/** The smallest error of one problem: the exact solver against the textbook. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExactBenchmark {

  /** How many items a problem has. */
  @Param({"12", "16", "20", "24"})
  public int items;

  private SubsetSumBatch batch = Problems.uniform(0, 1);
  private final SubsetSumSolver solver = SubsetSumSolver.named("slth:exact");

  /** Draws the problems. */
  @Setup
  public void draw() {
    batch = Problems.uniform(items, 0.01);
  }

  /** The solver of this project, which returns the subset as well. */
  @Benchmark
  @OperationsPerInvocation(Problems.COUNT)
  public long[] exact() {
    return solver.solve(batch);
  }

  /** The control. */
  @Benchmark
  @OperationsPerInvocation(Problems.COUNT)
  public double textbook() {
    double sum = 0;
    for (int p = 0; p < batch.size(); p++) {
      sum += HorowitzSahni.leastError(batch, p);
    }
    return sum;
  }
}
