package org.slth.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.slth.pruning.SourcePair;
import org.slth.pruning.SourcePair.Part;
import org.slth.pruning.TargetLayer;
import org.slth.ticket.SourceDraw;

/** Some problems of one input and one part of it, and the best that was found for them. */
final class Block {

  /** Numbers that the candidates of one block may take: half a megabyte. */
  private static final int NUMBERS = 1 << 16;

  private static final int PROBLEMS = 2048;

  final int input;
  final Part part;
  final int from;
  final double[] targets;
  final int[][] chosen; // of each problem the copies that are kept
  final int[] attempts;
  final double[] errors;
  private final SourcePair pair;
  private final int[] usable;

  private Block(SourcePair pair, int input, Part part, int from, double[] targets) {
    this.pair = pair;
    this.input = input;
    this.part = part;
    this.from = from;
    this.usable = pair.usable(input, part);
    this.targets = targets;
    this.chosen = new int[targets.length][0];
    this.attempts = new int[targets.length];
    this.errors = new double[targets.length];
    Arrays.fill(errors, Double.POSITIVE_INFINITY);
  }

  /** Returns the blocks of an input, none of them solved. */
  static List<Block> of(TargetLayer layer, SourcePair pair, int input) {
    List<Block> blocks = new ArrayList<>();
    double[] targets = layer.targets(input);
    for (Part part : Part.values()) {
      int usable = pair.usable(input, part).length;
      int size = Math.min(PROBLEMS, Math.max(1, NUMBERS / Math.max(1, usable)));
      for (int from = 0; usable > 0 && from < targets.length; from += size) {
        int to = Math.min(targets.length, from + size);
        blocks.add(new Block(pair, input, part, from, Arrays.copyOfRange(targets, from, to)));
      }
    }
    return blocks;
  }

  /** Returns how many candidates each problem has. */
  int candidates() {
    return usable.length;
  }

  /** Returns how many problems are not within a tolerance. */
  long missed(double tolerance) {
    return Arrays.stream(errors).filter(error -> error > tolerance).count();
  }

  /** Solves the problems that are not within the tolerance with candidates of one more draw. */
  void attempt(int attempt, CandidateChoice choice, double tolerance) {
    int[] open = IntStream.range(0, targets.length).filter(i -> errors[i] > tolerance).toArray();
    double[] asked = Arrays.stream(open).mapToDouble(i -> targets[i]).toArray();
    double[] values = candidates(open, attempt);
    int[][] answers = choice.choose(usable.length, values, asked, tolerance);
    for (int i = 0; i < open.length; i++) {
      double sum = 0;
      for (int t : answers[i]) {
        sum += values[i * usable.length + t];
      }
      double error = Math.abs(sum - asked[i]);
      if (error < errors[open[i]]) {
        errors[open[i]] = error;
        chosen[open[i]] = Arrays.stream(answers[i]).map(t -> usable[t]).toArray();
        attempts[open[i]] = attempt;
      }
    }
  }

  private double[] candidates(int[] open, int attempt) {
    int n = usable.length;
    SourceDraw stream = pair.coefficients(input, attempt);
    double[] u = Arrays.stream(usable).mapToDouble(copy -> pair.u(input, copy)).toArray();
    double[] values = new double[open.length * n];
    for (int i = 0; i < open.length; i++) {
      for (int t = 0; t < n; t++) {
        values[i * n + t] = u[t] * pair.v(stream, input, from + open[i], usable[t]);
      }
    }
    return values;
  }
}
