package org.slth.examples.graph;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.slth.dl4j.data.graph.GraphArrays;
import org.slth.dl4j.data.graph.Split;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.examples.Progress;
import org.slth.examples.TrainingUpdater;

/** Networks of one kind, trained fold by fold, each with its ticket. */
final class GraphTrial {

  private static final double VALIDATION_SHARE = 0.1;
  private static final long MAX_ROWS = 1 << 19; // no graph of PROTEINS is alone in a batch

  private final GraphTask task;
  private final GraphKind kind;
  private final GraphRecipe recipe;
  private final GraphOptions options;
  private final GraphArrays arrays;
  private final long seed;

  GraphTrial(GraphTask task, GraphKind kind, GraphOptions options, long seed) {
    this.task = task;
    this.kind = kind;
    this.recipe = options.changed(GraphRecipe.of(task.dataset().name(), kind));
    this.options = options;
    this.arrays = kind.arrays(task.dataset()).build();
    this.seed = seed;
  }

  /** Trains and prunes a network for each of some folds, numbered from 1. */
  FoldResults run(List<Integer> folds) {
    List<FoldResult> results = new ArrayList<>();
    for (int fold : folds) {
      results.add(run(fold));
    }
    return new FoldResults(kind, recipe, results);
  }

  private FoldResult run(int fold) {
    Split split =
        task.folds().get(fold - 1).withValidation(task.dataset().labels(), VALIDATION_SHARE, seed);
    GraphTraining training = trained(fold, split);
    TicketResult ticket =
        options
            .pruner(seed)
            .map(pruner -> pruner.prune(training.network()))
            .map(pruned -> ticket(training.network(), pruned, split.test()))
            .orElse(null);
    return new FoldResult(
        fold,
        training.test().get(training.best()),
        training.test(),
        training.validation(),
        training.network().params().length(),
        training.seconds(),
        ticket);
  }

  private GraphTraining trained(int fold, Split split) {
    ComputationGraph network =
        new ComputationGraph(
            GraphNetwork.of(
                kind,
                arrays,
                recipe.shape(),
                TrainingUpdater.ADAM.falling(recipe.rate(), recipe.epochs()),
                seed));
    network.init();
    String name = "%s %s fold %d".formatted(task.dataset().name(), kind, fold);
    try (Progress progress = new Progress(name, recipe.epochs())) {
      GraphTraining.Plan plan =
          new GraphTraining.Plan(recipe.batch(), MAX_ROWS, recipe.epochs(), seed);
      return GraphTraining.of(network, arrays, split, plan, progress);
    }
  }

  private TicketResult ticket(
      ComputationGraph target, PrunedNetwork<ComputationGraph> pruned, int[] test) {
    System.err.print(pruned.report());
    return TicketResult.of(
        pruned.report(),
        Accuracy.of(target, arrays, test),
        Accuracy.of(pruned.network(), arrays, test));
  }
}
