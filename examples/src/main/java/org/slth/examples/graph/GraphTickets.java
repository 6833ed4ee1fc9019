package org.slth.examples.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slth.examples.CommonOptions;
import org.slth.examples.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Strong lottery tickets of graph networks: trains networks of several kinds, finds each inside a
 * random one of the same symmetry, and runs both on graphs that neither has seen.
 *
 * <p>Without data: circular skip link graphs, which networks no stronger than 1-WL cannot tell
 * apart and one of order 3 can.
 */
@Command(
    name = "graph-tickets",
    description = "Train graph networks and find them inside random ones.")
public final class GraphTickets implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private GraphOptions options = new GraphOptions();

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      defaultValue = "csl",
      description =
          "csl (generated), mutag, proteins, nci1, cora or citeseer; all but csl need --data"
              + " (default: ${DEFAULT-VALUE}).")
  private String dataset = "";

  @Option(
      names = "--network",
      paramLabel = "KIND",
      split = ",",
      description =
          "One or more of ${COMPLETION-CANDIDATES} (default: gin, order_2 and order_3 for csl, order_2"
              + " for the others). Not for cora and citeseer, which take a graph convolutional network.")
  private @Nullable List<GraphKind> kinds;

  @Option(
      names = "--folds",
      paramLabel = "N",
      split = ",",
      description = "Which of the folds, from 1, to run (default: 1).")
  private List<Integer> folds = List.of(1);

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "1",
      description = "Cora and CiteSeer: how many seeds to run (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--keep-fraction",
      paramLabel = "X",
      split = ",",
      description = "Cora and CiteSeer: train masks that keep these fractions, too.")
  private List<Double> keepFractions = List.of();

  /** Creates the command; picocli fills in the options. */
  public GraphTickets() {}

  @Override
  public Integer call() throws IOException {
    String name = dataset.toLowerCase(Locale.ROOT);
    options.check();
    switch (name) {
      case "csl" -> classify(GraphTask.skipLinks(common.seed()), csl());
      case "mutag", "proteins", "nci1" ->
          classify(
              GraphTask.read(
                  common.data("tudataset"), name.toUpperCase(Locale.ROOT), common.seed()),
              List.of(GraphKind.ORDER_2));
      case "cora", "citeseer" -> classifyNodes(NodeTask.read(common.data("planetoid"), name));
      default ->
          throw new IllegalArgumentException(
              "expected csl, mutag, proteins, nci1, cora or citeseer as --dataset, got " + dataset);
    }
    return 0;
  }

  private static List<GraphKind> csl() {
    return List.of(GraphKind.GIN, GraphKind.ORDER_2, GraphKind.ORDER_3);
  }

  private void classify(GraphTask task, List<GraphKind> usual) {
    for (int fold : folds) {
      if (fold < 1 || fold > task.folds().size()) {
        throw new IllegalArgumentException(
            "expected --folds from 1 to %d, got %d".formatted(task.folds().size(), fold));
      }
    }
    Figures figures =
        new Figures()
            .add("dataset", task.dataset().name(), "data set", "%s")
            .add("graphs", task.dataset().size(), "graphs", "%,d")
            .add("classes", task.dataset().classes(), "classes", "%d");
    List<FoldResults> networks = new ArrayList<>();
    for (GraphKind kind : Optional.ofNullable(kinds).orElse(usual)) {
      FoldResults results = new GraphTrial(task, kind, options, common.seed()).run(folds);
      results.addTo(figures);
      networks.add(results);
    }
    common.print(
        figures
            .add("networks", networks)
            .add("seed", common.seed(), "seed", "%d")
            .add("folds", folds, "folds", "%s"));
  }

  private void classifyNodes(NodeTask task) {
    if (kinds != null) {
      throw new IllegalArgumentException(
          "expected no --network for cora and citeseer, got " + kinds);
    }
    if (runs < 1) {
      throw new IllegalArgumentException("expected --runs of at least 1, got " + runs);
    }
    CitationTickets tickets = new CitationTickets(task, options);
    List<CitationTickets.SeedResult> seeds = tickets.trained(common.seed(), runs);
    Sample accuracy = Sample.of(seeds, CitationTickets.SeedResult::accuracy);
    Figures figures =
        new Figures()
            .add("dataset", task.graph().name(), "data set", "%s")
            .add("nodes", task.graph().graph().nodes(), "nodes", "%,d")
            .add("runs", runs, "runs", "%d")
            .add("gcn_accuracy", accuracy.mean(), "gcn: accuracy", "%.4f")
            .add("gcn_accuracy_deviation", accuracy.deviation(), "gcn: its deviation", "%.4f");
    TicketResult.addTo(
        figures, "gcn", seeds.stream().flatMap(s -> Stream.ofNullable(s.ticket())).toList());
    List<CitationTickets.MaskResult> masks = new ArrayList<>();
    for (double keepFraction : keepFractions) {
      CitationTickets.MaskResult mask = tickets.masked(keepFraction, common.seed());
      masks.add(mask);
      String label = "mask, keep fraction " + keepFraction + ": accuracy";
      figures.add("mask_accuracy_" + keepFraction, mask.accuracy(), label, "%.4f");
    }
    common.print(
        figures.add("seeds", seeds).add("masks", masks).add("seed", common.seed(), "seed", "%d"));
  }
}
