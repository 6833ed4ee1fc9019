package org.slth.testkit;

import static org.slth.testkit.Laws.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slth.ticket.SubsetSumBatch;
import org.slth.ticket.SubsetSumSolver;

/**
 * The laws of {@link SubsetSumSolver}, checked on a catalogue of small problems, random and nasty,
 * against all subsets.
 */
public final class SolverLaws {

  /** Share of Σ|x| + |target| by which a solver may miss the smallest error. */
  private static final double RESOLUTION = 1e-12;

  private SolverLaws() {}

  /**
   * Checks every law that the interface states. Takes well under a second for a solver of the
   * built-in ones' speed.
   *
   * @param solver the solver
   * @throws AssertionError if it breaks a law; the message tells the problem
   */
  public static void check(SubsetSumSolver solver) {
    ProviderLaws.checkIdentity(solver);
    int most = solver.maximumItems();
    require(most >= 1 && most <= 63, "maximumItems() lies between 1 and 63, got %d", most);
    for (SubsetSumBatch batch : catalogue(most)) {
      long[] subsets = solver.solve(batch);
      require(
          subsets.length == batch.size(),
          "one subset per problem: %d problems, got %d",
          batch.size(),
          subsets.length);
      for (int p = 0; p < subsets.length; p++) {
        checkAnswer(batch, p, subsets[p]);
      }
      require(
          Arrays.equals(subsets, solver.solve(batch)), "a batch solved again has the same answers");
      checkIndependence(solver, batch, subsets);
    }
    checkThreads(solver);
    checkRefusal(solver);
  }

  /**
   * Checks that a solver finds a subset of smallest error whatever the tolerance is, which only the
   * exact ones promise.
   *
   * @param solver the solver
   * @throws AssertionError if another subset has a smaller error
   */
  public static void checkOptimal(SubsetSumSolver solver) {
    for (SubsetSumBatch batch : catalogue(solver.maximumItems())) {
      long[] subsets = solver.solve(batch);
      for (int p = 0; p < subsets.length; p++) {
        double error = batch.result(p, subsets[p]).error();
        double least = leastError(batch, p);
        require(
            error <= least + RESOLUTION * scale(batch, p),
            "the smallest error of %s is %s, got %s",
            text(batch, p),
            least,
            error);
      }
    }
  }

  private static void checkAnswer(SubsetSumBatch batch, int p, long subset) {
    require(
        subset >>> batch.items() == 0,
        "a subset of %d items has no higher bit, got %s",
        batch.items(),
        Long.toBinaryString(subset));
    double error = batch.result(p, subset).error();
    double least = leastError(batch, p);
    double slack = RESOLUTION * scale(batch, p);
    require(
        error <= Math.max(batch.tolerance(), least) + slack,
        "the answer to %s is within %s or the optimum %s, got error %s",
        text(batch, p),
        batch.tolerance(),
        least,
        error);
  }

  /** Each problem alone, and all in reverse, must be answered as in the batch. */
  private static void checkIndependence(
      SubsetSumSolver solver, SubsetSumBatch batch, long[] subsets) {
    int last = batch.size() - 1;
    long[] reversed = solver.solve(select(batch, p -> last - p, batch.size()));
    for (int p = 0; p <= last; p++) {
      int problem = p;
      long alone = solver.solve(select(batch, q -> problem, 1))[0];
      require(
          subsets[p] == alone && subsets[p] == reversed[last - p],
          "the answer to %s does not depend on the rest of the batch",
          text(batch, p));
    }
  }

  private static void checkThreads(SubsetSumSolver solver) {
    SubsetSumBatch batch = random(Math.min(10, solver.maximumItems()), 500, 1e-9);
    long[] expected = solver.solve(batch);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Stream.generate(() -> CompletableFuture.supplyAsync(() -> solver.solve(batch), threads))
          .limit(16)
          .toList()
          .forEach(
              answers ->
                  require(
                      Arrays.equals(expected, answers.join()),
                      "a solver may be used by many threads at once"));
    } finally {
      threads.shutdown();
    }
  }

  private static void checkRefusal(SubsetSumSolver solver) {
    int items = solver.maximumItems() + 1;
    if (items > 63) {
      return; // no batch is that large
    }
    try {
      solver.solve(SubsetSumBatch.of(items, new double[items], new double[1], 1));
    } catch (IllegalArgumentException expected) {
      return;
    }
    require(false, "%s refuses %d items with an IllegalArgumentException", solver.id(), items);
  }

  private static List<SubsetSumBatch> catalogue(int most) {
    var batches = new ArrayList<SubsetSumBatch>();
    for (int n = 0; n <= Math.min(11, most); n++) {
      batches.add(random(n, n % 2 == 0 ? 6 : 7, 0.05));
      batches.add(random(n, 3, 1e-9));
      batches.add(nasty(n, 1e-6));
    }
    batches.add(random(Math.min(5, most), 0, 1));
    return batches;
  }

  private static SubsetSumBatch random(int n, int problems, double tolerance) {
    var random = new SplittableRandom(n);
    return SubsetSumBatch.of(
        n,
        random.doubles((long) n * problems, -1, 1).toArray(),
        random.doubles(problems, -1, 1).toArray(),
        tolerance);
  }

  /** Zeros, repeats, one sign, targets out of reach, and very large, small and mixed numbers. */
  private static SubsetSumBatch nasty(int n, double tolerance) {
    List<IntToDoubleFunction> items =
        List.of(
            t -> 0,
            t -> 1,
            t -> -1 - t,
            t -> t % 2 == 0 ? 0.1 : -0.1,
            t -> 1 << t,
            t -> 1e200 * t,
            t -> 1e-200,
            t -> t == 0 ? 1e6 : 1.0 / t,
            t -> 0.1 * (t + 1));
    double[] targets = {0, 1, -2, 0.3, 13, -1e9, 1e200};
    double[] values = new double[n * items.size() * targets.length];
    double[] asked = new double[items.size() * targets.length];
    for (int p = 0; p < asked.length; p++) {
      asked[p] = targets[p % targets.length];
      for (int t = 0; t < n; t++) {
        values[p * n + t] = items.get(p / targets.length).applyAsDouble(t);
      }
    }
    return SubsetSumBatch.of(n, values, asked, tolerance);
  }

  private static SubsetSumBatch select(SubsetSumBatch batch, IntUnaryOperator problem, int size) {
    double[] values = new double[size * batch.items()];
    double[] targets = new double[size];
    for (int p = 0; p < size; p++) {
      int from = problem.applyAsInt(p);
      targets[p] = batch.target(from);
      for (int t = 0; t < batch.items(); t++) {
        values[p * batch.items() + t] = batch.item(from, t);
      }
    }
    return SubsetSumBatch.of(batch.items(), values, targets, batch.tolerance());
  }

  private static double leastError(SubsetSumBatch batch, int p) {
    double least = Double.POSITIVE_INFINITY;
    for (long subset = 0; subset < 1L << batch.items(); subset++) {
      least = Math.min(least, batch.result(p, subset).error());
    }
    return least;
  }

  private static double scale(SubsetSumBatch batch, int p) {
    return IntStream.range(0, batch.items())
        .mapToDouble(t -> Math.abs(batch.item(p, t)))
        .reduce(Math.abs(batch.target(p)), Double::sum);
  }

  private static String text(SubsetSumBatch batch, int p) {
    double[] items = IntStream.range(0, batch.items()).mapToDouble(t -> batch.item(p, t)).toArray();
    return "target %s, items %s".formatted(batch.target(p), Arrays.toString(items));
  }
}
