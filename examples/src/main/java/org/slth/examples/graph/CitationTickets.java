package org.slth.examples.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.dl4j.training.MaskScore;
import org.slth.dl4j.training.MaskTraining;
import org.slth.examples.Progress;
import org.slth.examples.TrainingUpdater;
import org.slth.ticket.WeightLaw;

/** Tickets of message passing networks on a citation graph, by subset sums and by masks. */
final class CitationTickets {

  private static final int EPOCHS = 200;
  private static final int WIDTH = 64;
  private static final double DROPOUT = 0.5;
  private static final double RATE = 0.01;

  private static final int MASK_EPOCHS = 400;
  private static final int MASK_WIDTH = 256;
  private static final double MASK_RATE = 0.01;

  private final NodeTask task;
  private final GraphOptions options;

  CitationTickets(NodeTask task, GraphOptions options) {
    this.task = task;
    this.options = options;
  }

  /** A network after the epoch that did best on the validation nodes. */
  private record Chosen(ComputationGraph network, double seconds) {}

  /**
   * What a seed gave.
   *
   * @param seed of network and training
   * @param accuracy on the test nodes, after the epoch that the validation nodes chose
   * @param seconds of training, with the looks at the validation nodes
   * @param ticket the network's ticket; null if none was wanted
   */
  record SeedResult(long seed, double accuracy, double seconds, @Nullable TicketResult ticket) {}

  /** Trains a network with its weights, and finds it in a random one. */
  SeedResult trained(long seed) {
    GraphRecipe recipe =
        options.changed(
            new GraphRecipe(new NetworkShape(WIDTH, 2, false, DROPOUT), EPOCHS, 1, RATE));
    ComputationGraph network = task.network(recipe.shape(), new Adam(recipe.rate()), false, seed);
    Chosen chosen = chosen("seed " + seed, network, recipe.epochs());
    TicketResult ticket =
        options
            .pruner(seed)
            .map(pruner -> ticket(chosen.network(), pruner.prune(chosen.network())))
            .orElse(null);
    return new SeedResult(seed, task.test(chosen.network()), chosen.seconds(), ticket);
  }

  private TicketResult ticket(ComputationGraph target, PrunedNetwork<ComputationGraph> pruned) {
    System.err.print(pruned.report());
    return TicketResult.of(pruned.report(), task.test(target), task.test(pruned.network()));
  }

  /**
   * What a mask reached.
   *
   * @param keepFraction of the random weights that it keeps
   * @param weights how many there are
   * @param kept how many it keeps
   * @param accuracy on the test nodes, after the epoch that the validation nodes chose
   * @param seconds of training, with the looks at the validation nodes
   */
  record MaskResult(double keepFraction, int weights, int kept, double accuracy, double seconds) {}

  /** Trains which weights of a random network to keep. */
  MaskResult masked(double keepFraction, long seed) {
    GraphRecipe recipe =
        options.changed(
            new GraphRecipe(
                new NetworkShape(MASK_WIDTH, 2, false, DROPOUT), MASK_EPOCHS, 1, MASK_RATE));
    MaskScore score =
        new MaskScore.Builder(keepFraction)
            .strategy("slth:global-threshold")
            .law(WeightLaw.SIGNED_CONSTANT)
            .scaled(true)
            .inner(TrainingUpdater.ADAM.falling(recipe.rate(), recipe.epochs()))
            .seed(seed)
            .build();
    ComputationGraph network = task.network(recipe.shape(), score, true, seed);
    MaskTraining.start(network);
    Chosen chosen = chosen("mask " + keepFraction, network, recipe.epochs());
    double accuracy = task.test(chosen.network());
    INDArray weights = chosen.network().params();
    int kept = weights.neq(0).castTo(weights.dataType()).sumNumber().intValue();
    return new MaskResult(keepFraction, (int) weights.length(), kept, accuracy, chosen.seconds());
  }

  private Chosen chosen(String name, ComputationGraph network, int epochs) {
    INDArray best = network.params().dup();
    double highest = -1;
    try (Progress progress = new Progress(task.graph().name() + " " + name, epochs)) {
      for (int epoch = 0; epoch < epochs; epoch++) {
        task.fit(network);
        progress.step(1);
        double accuracy = task.validation(network);
        if (accuracy >= highest) {
          highest = accuracy;
          best = network.params().dup();
        }
      }
      progress.note(String.format(Locale.ROOT, "%d epochs, validation %.4f", epochs, highest));
      network.params().assign(best);
      return new Chosen(network, progress.seconds());
    }
  }

  /** Returns the results of some seeds, one after the other. */
  List<SeedResult> trained(long first, int runs) {
    List<SeedResult> results = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      results.add(trained(first + run));
    }
    return results;
  }
}
