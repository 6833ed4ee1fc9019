package org.slth.examples;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.SubsetSumBatch;
import org.slth.ticket.SubsetSumResult;
import org.slth.ticket.SubsetSumSolver;

/**
 * The random source of a target without biases: {@code items} fresh samples for each weight,
 * uniform between the smallest and the largest weight of the whole target, as in the published
 * experiment (which shares them along a row).
 *
 * <p>Sample <i>t</i> of the weight from input <i>i</i> to output <i>o</i> of layer <i>l</i> is
 * number <i>i · items + t</i> of stream <i>o</i> of stream <i>l</i> of stream <i>a</i> of the seed,
 * see {@link SourceDraw}; <i>a</i> is 0. A weight that its samples cannot reach, which happens to a
 * few in a million, gets those of <i>a</i> = 1, 2, ... instead, and the solution records which. A
 * sample is formed when it is needed, row by row, and never stored: memory stays flat, and rows may
 * be drawn by many threads.
 */
public final class PensiaSource {

  /** A weight no draw of which is in reach is a target beyond the sum of its samples. */
  private static final int MAXIMUM_REDRAWS = 20;

  private final List<Matrix> target;
  private final int items;
  private final double tolerance;
  private final long seed;
  private final double middle;
  private final double radius;

  /**
   * Prepares to draw.
   *
   * @throws IllegalArgumentException if the numbers are not those of a subset-sum question
   */
  public PensiaSource(List<Matrix> target, int items, double tolerance, long seed) {
    SubsetSumBatch.of(items, new double[0], new double[0], tolerance); // refuses what none can ask
    this.target = List.copyOf(target);
    this.items = items;
    this.tolerance = tolerance;
    this.seed = seed;
    double[] all =
        target.stream().map(Matrix::toArray).flatMapToDouble(Arrays::stream).sorted().toArray();
    double low = all[0];
    double high = all[all.length - 1];
    this.middle = (high + low) / 2;
    this.radius = (high - low) / 2;
  }

  /** One row of answers for each output of each layer, and how they were found. */
  public record Solution(List<Row> rows, double seconds) {

    long kept() {
      return rows.stream()
          .flatMapToLong(row -> Arrays.stream(row.subsets))
          .map(Long::bitCount)
          .sum();
    }

    /** Returns how many weights no draw reaches. */
    public int missed() {
      return rows.stream().mapToInt(row -> row.missed).sum();
    }

    int redrawn() {
      return (int)
          rows.stream().flatMapToInt(row -> Arrays.stream(row.draws)).filter(a -> a > 0).count();
    }

    double maximumError() {
      return rows.stream().mapToDouble(row -> row.error).max().orElse(0);
    }
  }

  /** The answers for one output, one per input. */
  public static final class Row {

    private final int layer;
    private final int output;
    private final long[] subsets;
    private final int[] draws;
    private int missed;
    private double error;
    private long nanos;

    private Row(int layer, int output, int inputs) {
      this.layer = layer;
      this.output = output;
      this.subsets = new long[inputs];
      this.draws = new int[inputs];
    }

    int layer() {
      return layer;
    }

    int output() {
      return output;
    }

    boolean keeps(int input, int item) {
      return (subsets[input] & (1L << item)) != 0;
    }
  }

  List<Matrix> target() {
    return target;
  }

  int items() {
    return items;
  }

  /** Returns how many weights the target has. */
  public long weights() {
    return target.stream().mapToLong(matrix -> (long) matrix.rows() * matrix.columns()).sum();
  }

  long samples() {
    return items * weights();
  }

  /** Returns the samples of a row, {@code [input, sample]}, as the network will hold them. */
  float[] samples(Row row) {
    float[] samples = new float[row.draws.length * items];
    for (int input = 0; input < row.draws.length; input++) {
      fill(samples, input * items, row, input);
    }
    return samples;
  }

  private void fill(float[] samples, int offset, Row row, int input) {
    SourceDraw draw =
        SourceDraw.of(seed).stream(row.draws[input]).stream(row.layer).stream(row.output);
    for (int t = 0; t < items; t++) {
      samples[offset + t] = (float) (middle + radius * draw.uniform((long) input * items + t));
    }
  }

  /**
   * Answers one question per weight, row by row.
   *
   * @param parallel whether all cores work; if so, the seconds are those on the clock, drawing
   *     included, else they are those of the solver alone
   */
  public Solution solve(SubsetSumSolver solver, boolean parallel) {
    long start = System.nanoTime();
    IntStream numbers = IntStream.range(0, target.stream().mapToInt(Matrix::rows).sum());
    List<Row> rows =
        (parallel ? numbers.parallel() : numbers).mapToObj(r -> solveRow(solver, r)).toList();
    long clock = System.nanoTime() - start;
    long nanos = parallel ? clock : rows.stream().mapToLong(row -> row.nanos).sum();
    return new Solution(rows, nanos * 1e-9);
  }

  /** Solves a row, the rows of all layers being numbered through. */
  private Row solveRow(SubsetSumSolver solver, int number) {
    int layer = 0;
    int output = number;
    while (output >= target.get(layer).rows()) {
      output -= target.get(layer).rows();
      layer++;
    }
    Row row = new Row(layer, output, target.get(layer).columns());
    double[] targets = targets(row);
    SubsetSumBatch batch = batch(samples(row), targets);
    long start = System.nanoTime();
    long[] answers = solver.solve(batch);
    row.nanos = System.nanoTime() - start;
    for (int input = 0; input < answers.length; input++) {
      SubsetSumResult result = batch.result(input, answers[input]);
      if (result instanceof SubsetSumResult.Missed) {
        result = redraw(solver, row, input, targets[input], result);
      }
      row.subsets[input] = result.subset();
      row.error = Math.max(row.error, result.error());
    }
    return row;
  }

  /** Draws other samples for one weight until a subset of them is close enough. */
  private SubsetSumResult redraw(
      SubsetSumSolver solver, Row row, int input, double weight, SubsetSumResult missed) {
    float[] samples = new float[items];
    while (++row.draws[input] <= MAXIMUM_REDRAWS) {
      fill(samples, 0, row, input);
      SubsetSumBatch batch = batch(samples, weight);
      long start = System.nanoTime();
      long[] answer = solver.solve(batch);
      row.nanos += System.nanoTime() - start;
      if (batch.result(0, answer[0]) instanceof SubsetSumResult.Reached reached) {
        return reached;
      }
    }
    row.draws[input] = 0;
    row.missed++;
    return missed;
  }

  private double[] targets(Row row) {
    return IntStream.range(0, row.draws.length)
        .mapToDouble(input -> target.get(row.layer).get(row.output, input))
        .toArray();
  }

  private SubsetSumBatch batch(float[] samples, double... targets) {
    double[] values = new double[samples.length];
    for (int i = 0; i < samples.length; i++) {
      values[i] = samples[i];
    }
    return SubsetSumBatch.of(items, values, targets, tolerance);
  }
}
