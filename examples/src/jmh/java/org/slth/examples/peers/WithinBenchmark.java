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

/** The first subset within a tolerance, proof of absence included where there is none. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class WithinBenchmark {

  /** How many items a problem has. */
  @Param({"20", "21"})
  public int items;

  /** The largest error that counts as reached. */
  @Param({"0.01", "0.001"})
  public double tolerance;

  private SubsetSumBatch uniform = Problems.uniform(0, 1);
  private SubsetSumBatch products = uniform;
  private final SubsetSumSolver solver = SubsetSumSolver.named("slth:within");

  /** Draws the problems. */
  @Setup
  public void draw() {
    uniform = Problems.uniform(items, tolerance);
    products = Problems.products(items, tolerance);
  }

  /** Items uniform on (-1, 1). */
  @Benchmark
  @OperationsPerInvocation(Problems.COUNT)
  public long[] uniform() {
    return solver.solve(uniform);
  }

  /** Items that are products of two such numbers. */
  @Benchmark
  @OperationsPerInvocation(Problems.COUNT)
  public long[] products() {
    return solver.solve(products);
  }
}
