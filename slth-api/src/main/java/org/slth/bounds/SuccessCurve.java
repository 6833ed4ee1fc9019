package org.slth.bounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.SubsetSumBatch;
import org.slth.ticket.SubsetSumSolver;

/**
 * How often random candidates reach a random target, measured: the log(1/ε) law.
 *
 * <p>Of <i>n</i> candidates <i>uv</i> the subset nearest to a target uniform on (-1, 1) has an
 * error whose median falls about like 2<sup>-n</sup>, so that the number of candidates that a
 * tolerance ε needs grows like log₂(1/ε). What fails beyond that is reach: too few candidates of
 * the target's sign.
 *
 * @param candidates the numbers <i>n</i>: 0, 1, 2, …
 * @param tolerances the tolerances ε
 * @param probabilities the share of problems within ε, for each tolerance by number of candidates
 * @param medians the median error by number of candidates
 */
public record SuccessCurve(
    List<Integer> candidates,
    List<Double> tolerances,
    List<List<Double>> probabilities,
    List<Double> medians) {

  private static final int CHUNK = 1000;

  /** Copies the lists. */
  public SuccessCurve {
    candidates = List.copyOf(candidates);
    tolerances = List.copyOf(tolerances);
    probabilities = probabilities.stream().map(List::copyOf).toList();
    medians = List.copyOf(medians);
  }

  /**
   * What is drawn.
   *
   * @param law of the candidates
   * @param spread bound of <i>v</i>; that of the targets is 1
   * @param problems how many for each number of candidates
   * @param seed of all of it; problem <i>p</i> has the same first candidates whatever their number
   */
  public record Trial(CandidateLaw law, double spread, int problems, long seed) {

    /** Checks the numbers. */
    public Trial {
      if (!(spread > 0) || Double.isInfinite(spread) || problems < 1) {
        throw new IllegalArgumentException(
            "expected a positive and finite spread and at least 1 problem, got %s and %d"
                .formatted(spread, problems));
      }
    }

    private double item(int problem, int t) {
      SourceDraw draw = SourceDraw.of(seed).stream(problem);
      return (double) law.first(draw.uniform(2L * t + 1)) * (spread * draw.uniform(2L * t + 2));
    }

    private double target(int problem) {
      return SourceDraw.of(seed).stream(problem).uniform(0);
    }
  }

  /**
   * Measures with the exact solver.
   *
   * @param most the largest number of candidates, up to 36
   * @param tolerances positive and finite
   */
  public static SuccessCurve measure(Trial trial, int most, List<Double> tolerances) {
    List<double[]> errors =
        IntStream.rangeClosed(0, most).parallel().mapToObj(n -> errors(trial, n)).toList();
    List<List<Double>> probabilities =
        tolerances.stream()
            .map(epsilon -> errors.stream().map(sorted -> shareWithin(sorted, epsilon)).toList())
            .toList();
    List<Double> medians = errors.stream().map(sorted -> sorted[sorted.length / 2]).toList();
    return new SuccessCurve(
        IntStream.rangeClosed(0, most).boxed().toList(), tolerances, probabilities, medians);
  }

  /** Returns the least error of each problem, in rising order. */
  private static double[] errors(Trial trial, int n) {
    SubsetSumSolver solver = SubsetSumSolver.named("slth:exact");
    double[] errors = new double[trial.problems()];
    for (int from = 0; from < errors.length; from += CHUNK) {
      int size = Math.min(CHUNK, errors.length - from);
      double[] values = new double[size * n];
      double[] targets = new double[size];
      for (int p = 0; p < size; p++) {
        targets[p] = trial.target(from + p);
        for (int t = 0; t < n; t++) {
          values[p * n + t] = trial.item(from + p, t);
        }
      }
      SubsetSumBatch batch = SubsetSumBatch.of(n, values, targets, 1);
      long[] subsets = solver.solve(batch);
      for (int p = 0; p < size; p++) {
        errors[from + p] = batch.result(p, subsets[p]).error();
      }
    }
    Arrays.sort(errors);
    return errors;
  }

  private static double shareWithin(double[] sorted, double epsilon) {
    int within = (int) Arrays.stream(sorted).filter(error -> error <= epsilon).count();
    return within / (double) sorted.length;
  }

  /**
   * Returns the mean over problems of the least number of candidates that reaches a tolerance, if
   * one after the other is added: Σ over <i>n</i> of the probability that <i>n</i> do not. Problems
   * that all of them do not reach count as one more than there are, so that it is a lower estimate
   * where the last probability is below 1.
   *
   * @param tolerance which one, by its place in the list
   */
  public double meanLeastCandidates(int tolerance) {
    return probabilities.get(tolerance).stream().mapToDouble(p -> 1 - p).sum();
  }

  /** Returns a table: a line for each number of candidates. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    String head = tolerances.stream().map(e -> cell("%10.1e", e)).collect(Collectors.joining());
    lines.add("candidates  median error  share within" + head);
    for (int n = 0; n < candidates.size(); n++) {
      int row = n;
      lines.add(
          cell("%10d", candidates.get(n))
              + cell("  %12.2e              ", medians.get(n))
              + probabilities.stream()
                  .map(each -> cell("%10.4f", each.get(row)))
                  .collect(Collectors.joining()));
    }
    lines.add(
        "candidates needed, mean               "
            + IntStream.range(0, tolerances.size())
                .mapToObj(i -> cell("%10.2f", meanLeastCandidates(i)))
                .collect(Collectors.joining()));
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }

  private static String cell(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }
}
