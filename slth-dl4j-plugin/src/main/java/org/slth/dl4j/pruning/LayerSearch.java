package org.slth.dl4j.pruning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.slth.dl4j.internal.network.Stage;
import org.slth.pruning.PairIndex;
import org.slth.pruning.SourcePair;
import org.slth.pruning.SourcePair.Part;
import org.slth.pruning.TargetLayer;
import org.slth.ticket.Mask;
import org.slth.ticket.Redraw;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.SubsetSumBatch;
import org.slth.ticket.SubsetSumSolver;
import org.slth.ticket.TicketLayer;

/**
 * Solves all subset sums of one layer, in chunks spread over workers. The outcome depends on the
 * draws and the solver alone, not on the number of workers.
 */
final class LayerSearch {

  private static final int CHUNK = 2048;

  /**
   * How often a problem may draw its candidates before its best subset is taken. With 12 product
   * candidates about one problem in eleven misses 0.01 (targets uniform on (-1, 1), measured), so
   * the last of ten million is reached after about seven draws; with fewer it takes more.
   */
  private static final int ATTEMPTS = 64;

  private final SubsetSumSolver solver;
  private final double tolerance;
  private final ExecutorService workers;
  private final PruningListener listener;

  LayerSearch(
      SubsetSumSolver solver, double tolerance, ExecutorService workers, PruningListener listener) {
    this.solver = solver;
    this.tolerance = tolerance;
    this.workers = workers;
    this.listener = listener;
  }

  /** A range of the problems of one block, and the best that was found for them. */
  private static final class Chunk {

    final int input;
    final Part part;
    final int from;
    final int[] usable;
    final double[] targets;
    final long[] subsets;
    final int[] attempts;
    final double[] errors;

    Chunk(int input, Part part, int from, int[] usable, double[] targets) {
      this.input = input;
      this.part = part;
      this.from = from;
      this.usable = usable;
      this.targets = targets;
      this.subsets = new long[targets.length];
      this.attempts = new int[targets.length];
      this.errors = new double[targets.length];
      Arrays.fill(errors, Double.POSITIVE_INFINITY);
    }
  }

  /**
   * Searches the masks of one layer.
   *
   * @throws CancellationException if the calling thread is interrupted; the flag stays set
   */
  Found search(Stage.Replaced stage, SourcePair pair) {
    long begin = System.nanoTime();
    TargetLayer layer = stage.layer();
    List<Chunk> chunks = chunks(layer, pair);
    listener.layerStarted(
        stage.title(), chunks.stream().mapToLong(chunk -> chunk.targets.length).sum());
    solveAll(pair, chunks);
    TicketLayer ticket = ticket(stage, pair, chunks);
    double seconds = (System.nanoTime() - begin) * 1e-9;
    return new Found(ticket, report(stage, pair, ticket, chunks, seconds));
  }

  /** The masks of a layer, and what they took. */
  record Found(TicketLayer ticket, LayerReport report) {}

  private static List<Chunk> chunks(TargetLayer layer, SourcePair pair) {
    List<Chunk> chunks = new ArrayList<>();
    for (int q = 0; q < layer.inputs(); q++) {
      double[] targets = layer.targets(q);
      for (Part part : Part.values()) {
        int[] usable = pair.usable(q, part);
        for (int from = 0; usable.length > 0 && from < targets.length; from += CHUNK) {
          int to = Math.min(targets.length, from + CHUNK);
          chunks.add(new Chunk(q, part, from, usable, Arrays.copyOfRange(targets, from, to)));
        }
      }
    }
    return chunks;
  }

  private void solveAll(SourcePair pair, List<Chunk> chunks) {
    List<Callable<Boolean>> tasks =
        chunks.stream().<Callable<Boolean>>map(chunk -> () -> solve(pair, chunk)).toList();
    try {
      for (Future<Boolean> future : workers.invokeAll(tasks)) {
        future.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("pruning was interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("the solver " + solver.id() + " failed", e.getCause());
    }
  }

  /** Solves the problems of a chunk; returns whether all are within the tolerance. */
  private boolean solve(SourcePair pair, Chunk chunk) {
    int[] open = IntStream.range(0, chunk.targets.length).toArray();
    for (int attempt = 0; attempt < ATTEMPTS && open.length > 0; attempt++) {
      if (Thread.interrupted()) {
        throw new CancellationException("pruning was interrupted");
      }
      improve(chunk, batch(pair, chunk, open, attempt), open, attempt);
      open = Arrays.stream(open).filter(i -> chunk.errors[i] > tolerance).toArray();
    }
    listener.problemsSolved(chunk.targets.length);
    return open.length == 0;
  }

  private SubsetSumBatch batch(SourcePair pair, Chunk chunk, int[] open, int attempt) {
    float[] u = new float[chunk.usable.length];
    for (int t = 0; t < u.length; t++) {
      u[t] = pair.u(chunk.input, chunk.usable[t]);
    }
    SourceDraw stream = pair.coefficients(chunk.input, attempt);
    double[] items = new double[open.length * u.length];
    double[] targets = new double[open.length];
    for (int i = 0; i < open.length; i++) {
      int problem = chunk.from + open[i];
      targets[i] = chunk.targets[open[i]];
      for (int t = 0; t < u.length; t++) {
        float v = pair.v(stream, chunk.input, problem, chunk.usable[t]);
        items[i * u.length + t] = (double) u[t] * v;
      }
    }
    return SubsetSumBatch.of(u.length, items, targets, tolerance);
  }

  private void improve(Chunk chunk, SubsetSumBatch batch, int[] open, int attempt) {
    long[] subsets = solver.solve(batch);
    for (int i = 0; i < open.length; i++) {
      double error = batch.result(i, subsets[i]).error();
      if (error < chunk.errors[open[i]]) {
        chunk.errors[open[i]] = error;
        chunk.subsets[open[i]] = subsets[i];
        chunk.attempts[open[i]] = attempt;
      }
    }
  }

  private TicketLayer ticket(Stage.Replaced stage, SourcePair pair, List<Chunk> chunks) {
    PairIndex index = new PairIndex(stage.layer(), pair);
    BitSet copies = new BitSet(index.copies());
    BitSet coefficients = new BitSet(index.coefficients());
    List<Redraw> redraws = new ArrayList<>();
    for (Chunk chunk : chunks) {
      int q = chunk.input;
      for (int i = 0; i < chunk.targets.length; i++) {
        int problem = chunk.from + i;
        for (long rest = chunk.subsets[i]; rest != 0; rest &= rest - 1) {
          int t = chunk.usable[Long.numberOfTrailingZeros(rest)];
          copies.set(index.copy(q, t));
          coefficients.set(index.coefficient(q, problem, t));
        }
        if (chunk.attempts[i] > 0) {
          redraws.add(new Redraw(q, chunk.part == Part.NEGATIVE, problem, chunk.attempts[i]));
        }
      }
    }
    return new TicketLayer(
        stage.title(),
        pair.law().law(),
        pair.law().scale(),
        pair.law().candidates(),
        pair.signedInput(),
        tolerance,
        Mask.of(copies, index.copies()),
        Mask.of(coefficients, index.coefficients()),
        redraws);
  }

  private LayerReport report(
      Stage.Replaced stage,
      SourcePair pair,
      TicketLayer ticket,
      List<Chunk> chunks,
      double seconds) {
    TargetLayer layer = stage.layer();
    double[] errors = chunks.stream().flatMapToDouble(c -> Arrays.stream(c.errors)).toArray();
    long masked = chunks.stream().mapToLong(c -> (long) c.usable.length * c.targets.length).sum();
    for (int q = 0; q < layer.inputs(); q++) {
      for (Part part : Part.values()) {
        masked += pair.usable(q, part).length;
      }
    }
    return new LayerReport(
        stage.title(),
        tolerance,
        IntStream.range(0, layer.inputs()).mapToLong(q -> layer.targets(q).length).sum(),
        layer.sourceParameters(pair.copies()),
        masked,
        ticket.kept(),
        Arrays.stream(errors).max().orElse(0),
        Arrays.stream(errors).average().orElse(0),
        ticket.redraws().size(),
        Arrays.stream(errors).filter(error -> error > tolerance).count(),
        seconds);
  }
}
