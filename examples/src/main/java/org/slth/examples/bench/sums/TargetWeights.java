package org.slth.examples.bench.sums;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.slth.algebra.Matrix;
import org.slth.examples.PensiaSource;
import org.slth.examples.WeightFile;
import org.slth.examples.bench.Contestant;
import org.slth.ticket.SubsetSumSolver;

/**
 * A perceptron whose weights are subset sums of random samples of their own.
 *
 * @param name what tables call it
 * @param source the samples
 */
record TargetWeights(String name, PensiaSource source) {

  private static final int ITEMS = 21;
  private static final double TOLERANCE = 0.01;
  private static final int[][] SHAPES = {{500, 784}, {10, 500}};

  /** Some weights lie farther out, and set the range of the samples. */
  private static final double DEVIATION = 0.05;

  /** The weights of that directory, or random ones of the same shape. */
  static TargetWeights of(Optional<Path> directory, long seed) throws IOException {
    if (directory.isPresent()) {
      List<Matrix> weights =
          List.of(
              WeightFile.read(directory.get().resolve("fc1.weight.npy")),
              WeightFile.read(directory.get().resolve("fc2.weight.npy")));
      return of("fc2 of Pensia", weights, seed);
    }
    SplittableRandom random = new SplittableRandom(seed);
    return of(
        "random weights in the shape of fc2 of Pensia",
        List.of(random(random, SHAPES[0]), random(random, SHAPES[1])),
        seed);
  }

  private static TargetWeights of(String name, List<Matrix> weights, long seed) {
    PensiaSource source = new PensiaSource(weights, ITEMS, TOLERANCE, seed);
    return new TargetWeights("%s: %,d weights".formatted(name, source.weights()), source);
  }

  private static Matrix random(SplittableRandom random, int[] shape) {
    double[] values = random.doubles((long) shape[0] * shape[1]).toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = DEVIATION * random.nextGaussian();
    }
    return Matrix.of(shape[0], shape[1], values);
  }

  /** Times a solver: a unit is all weights, and only the solver's calls count. */
  Contestant contestant(SubsetSumSolver solver) {
    return new Contestant() {
      @Override
      public String name() {
        return solver.id();
      }

      @Override
      public double seconds() {
        PensiaSource.Solution solution = source.solve(solver, false);
        if (solution.missed() > 0) {
          throw new IllegalStateException(
              "expected every weight within %s, %s missed %d"
                  .formatted(TOLERANCE, solver.id(), solution.missed()));
        }
        return solution.seconds();
      }
    };
  }
}
