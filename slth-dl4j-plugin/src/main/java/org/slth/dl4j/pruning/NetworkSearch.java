package org.slth.dl4j.pruning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Model;
import org.slth.dl4j.internal.network.Stage;
import org.slth.dl4j.internal.network.TargetNetwork;
import org.slth.pruning.TargetLayer;
import org.slth.search.LayerOutcome;
import org.slth.search.LayerSearch;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.SubsetSumTicket;

/** Searches the layers of a network one after the other, and makes the pruned network of them. */
final class NetworkSearch {

  private final PruningOptions options;
  private final Optional<LayerCheckpoints> checkpoints;

  NetworkSearch(PruningOptions options) {
    this.options = options;
    this.checkpoints =
        options.checkpoints().map(place -> new LayerCheckpoints(place, options.listener()));
  }

  <M extends Model> PrunedNetwork<M> prune(TargetNetwork<M> target) {
    TargetNetwork<M> planned =
        options.construction().planned(target, options.search().candidates());
    List<FoundLayer> layers = search(planned.replaced());
    SubsetSumTicket ticket =
        new SubsetSumTicket(
            options.seed(),
            options.construction().id(),
            layers.stream().map(FoundLayer::ticket).toList());
    PruningReport report =
        new PruningReport(
            options.construction().id(),
            options.construction().depth(layers.size()),
            layers.stream().map(FoundLayer::report).toList(),
            Optional.empty());
    return new PrunedNetwork<>(ticket, planned.masked(ticket), report);
  }

  private List<FoundLayer> search(List<Stage.Replaced> stages) {
    ExecutorService workers =
        Executors.newFixedThreadPool(options.threads(), NetworkSearch::daemon);
    try {
      List<FoundLayer> layers = new ArrayList<>();
      double[] tolerances = tolerances(stages);
      for (int l = 0; l < tolerances.length; l++) {
        layers.add(resumedOrFound(workers, stages.get(l), l, tolerances[l]));
      }
      return layers;
    } finally {
      workers.shutdownNow();
    }
  }

  /** For a tolerance of the output in proportion to the coefficients, see {@link OutputSearch}. */
  private double[] tolerances(List<Stage.Replaced> stages) {
    double[] tolerances = new double[stages.size()];
    Arrays.fill(tolerances, options.tolerance());
    if (options.output().isPresent()) {
      double[] sizes = stages.stream().mapToDouble(stage -> meanSize(stage.layer())).toArray();
      double largest = Arrays.stream(sizes).max().orElse(0);
      for (int l = 0; l < sizes.length; l++) {
        tolerances[l] *= sizes[l] > 0 ? sizes[l] / largest : 1; // a layer of zeros has no error
      }
    }
    return tolerances;
  }

  private static double meanSize(TargetLayer layer) {
    return Math.sqrt(
        IntStream.range(0, layer.inputs())
            .mapToObj(layer::targets)
            .flatMapToDouble(Arrays::stream)
            .map(x -> x * x)
            .average()
            .orElse(0));
  }

  /** A layer depends on its stage, its number, its tolerance and the options alone. */
  private FoundLayer resumedOrFound(
      ExecutorService workers, Stage.Replaced stage, int number, double tolerance) {
    if (checkpoints.isEmpty()) {
      return search(workers, stage, number, tolerance);
    }
    LayerFingerprint fingerprint = LayerFingerprint.of(options, stage, number, tolerance);
    return checkpoints
        .get()
        .find(fingerprint)
        .orElseGet(
            () -> {
              FoundLayer found = search(workers, stage, number, tolerance);
              checkpoints.get().write(fingerprint, found);
              return found;
            });
  }

  private FoundLayer search(
      ExecutorService workers, Stage.Replaced stage, int number, double tolerance) {
    long problems = LayerSearch.problems(stage.layer(), stage.signedInput());
    options.listener().layerStarted(stage.title(), problems);
    long begin = System.nanoTime();
    CandidateLaw law = options.construction().law(stage, options.search().law());
    LayerSearch search =
        new LayerSearch(options.search().withLaw(law), workers, options.listener()::problemsSolved);
    SourceDraw draw = SourceDraw.of(options.seed()).stream(number);
    LayerOutcome outcome =
        search.search(stage.title(), stage.layer(), draw, stage.signedInput(), tolerance);
    double seconds = (System.nanoTime() - begin) * 1e-9;
    LayerReport report = LayerReport.of(stage.layer(), outcome, seconds);
    options.listener().layerFinished(report);
    return new FoundLayer(outcome.ticket(), report);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "slth-pruner");
    thread.setDaemon(true);
    return thread;
  }
}
