package org.slth.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slth.pruning.PairIndex;
import org.slth.pruning.SourceLaw;
import org.slth.pruning.SourcePair;
import org.slth.pruning.SourcePair.Part;
import org.slth.pruning.TargetLayer;
import org.slth.ticket.Mask;
import org.slth.ticket.Redraw;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.TicketLayer;

/**
 * Finds the masks of one layer: for every coefficient λ and every needed sign of <i>u</i> a choice
 * of candidates with |Σ <i>vu</i> - λ| ≤ tolerance.
 *
 * <p>The problems are spread over workers; the outcome depends on the draw and the settings alone,
 * not on their number.
 */
public final class LayerSearch {

  private final SearchSettings settings;
  private final ExecutorService workers;
  private final LongConsumer solved;

  /**
   * Prepares searches.
   *
   * @param settings how to search
   * @param workers who solves; the caller ends them
   * @param solved hears how many more problems are solved; those of an input that has to grow are
   *     solved again
   */
  public LayerSearch(SearchSettings settings, ExecutorService workers, LongConsumer solved) {
    this.settings = settings;
    this.workers = workers;
    this.solved = solved;
  }

  /** Returns how many problems a layer has. */
  public static long problems(TargetLayer layer, boolean signedInput) {
    int last = layer.inputs() - 1;
    return IntStream.rangeClosed(0, last)
        .mapToLong(
            q -> {
              boolean constant = layer.hasConstant() && q == last;
              return (signedInput && !constant ? 2L : 1L) * layer.problems(q);
            })
        .sum();
  }

  /**
   * Searches the masks of one layer.
   *
   * @param name what the ticket calls it
   * @param draw the layer's stream
   * @param signedInput whether inputs other than the constant may be negative
   * @param tolerance the coefficient error that is asked for
   * @throws CancellationException if the calling thread is interrupted; the flag stays set
   */
  public LayerOutcome search(
      String name, TargetLayer layer, SourceDraw draw, boolean signedInput, double tolerance) {
    List<Block> done = new ArrayList<>();
    SourceLaw law = settings.law(layer, tolerance);
    SourcePair pair = new SourcePair(draw, layer, law, signedInput);
    Set<Integer> open = IntStream.range(0, layer.inputs()).boxed().collect(Collectors.toSet());
    while (!open.isEmpty()) {
      List<Block> blocks = blocks(layer, pair, open);
      solve(blocks, tolerance);
      open = failed(blocks, tolerance);
      for (Block block : blocks) {
        if (!open.contains(block.input)) {
          done.add(block);
        }
      }
      law = law.wider(open);
      pair = new SourcePair(draw, layer, law, signedInput);
    }
    done.sort(Comparator.comparingInt(block -> block.input)); // stable
    double[] errors = done.stream().flatMapToDouble(b -> Arrays.stream(b.errors)).toArray();
    return LayerOutcome.of(pair, ticket(name, layer, pair, tolerance, done), errors);
  }

  private static List<Block> blocks(TargetLayer layer, SourcePair pair, Set<Integer> inputs) {
    return inputs.stream().sorted().flatMap(q -> Block.of(layer, pair, q).stream()).toList();
  }

  /** Returns the inputs with a problem that is not within the tolerance, and with room to grow. */
  private Set<Integer> failed(List<Block> blocks, double tolerance) {
    return blocks.stream()
        .filter(block -> block.candidates() < settings.candidates())
        .filter(block -> block.missed(tolerance) > 0)
        .map(block -> block.input)
        .collect(Collectors.toSet());
  }

  private void solve(List<Block> blocks, double tolerance) {
    List<Callable<Boolean>> tasks =
        blocks.stream().<Callable<Boolean>>map(block -> () -> solve(block, tolerance)).toList();
    try {
      for (Future<Boolean> future : workers.invokeAll(tasks)) {
        future.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("pruning was interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("%s failed".formatted(settings.choice().id()), e.getCause());
    }
  }

  /** Solves the problems of a block; returns whether all are within the tolerance. */
  private boolean solve(Block block, double tolerance) {
    boolean last = block.candidates() == settings.candidates();
    int attempts = last ? settings.attempts() : 1;
    for (int attempt = 0; attempt < attempts && block.missed(tolerance) > 0; attempt++) {
      if (Thread.interrupted()) {
        throw new CancellationException("pruning was interrupted");
      }
      block.attempt(attempt, settings.choice(), tolerance);
    }
    boolean reached = block.missed(tolerance) == 0;
    if (last || reached) {
      solved.accept(block.targets.length);
    }
    return reached;
  }

  private static TicketLayer ticket(
      String name, TargetLayer layer, SourcePair pair, double tolerance, List<Block> blocks) {
    PairIndex index = new PairIndex(layer, pair);
    BitSet copies = new BitSet(index.copies());
    BitSet coefficients = new BitSet(index.coefficients());
    List<Redraw> redraws = new ArrayList<>();
    for (Block block : blocks) {
      for (int i = 0; i < block.targets.length; i++) {
        int problem = block.from + i;
        for (int t : block.chosen[i]) {
          copies.set(index.copy(block.input, t));
          coefficients.set(index.coefficient(block.input, problem, t));
        }
        if (block.attempts[i] > 0) {
          boolean negative = block.part == Part.NEGATIVE;
          redraws.add(new Redraw(block.input, negative, problem, block.attempts[i]));
        }
      }
    }
    return new TicketLayer(
        name,
        pair.law().law(),
        pair.law().scale(),
        pair.law().candidates(),
        pair.signedInput(),
        tolerance,
        Mask.of(copies, index.copies()),
        Mask.of(coefficients, index.coefficients()),
        redraws);
  }
}
