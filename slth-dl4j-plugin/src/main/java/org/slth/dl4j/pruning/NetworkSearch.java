package org.slth.dl4j.pruning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.deeplearning4j.nn.api.Model;
import org.slth.dl4j.internal.network.Stage;
import org.slth.dl4j.internal.network.TargetNetwork;
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
            layers.stream().map(FoundLayer::report).toList());
    return new PrunedNetwork<>(ticket, planned.masked(ticket), report);
  }

  private List<FoundLayer> search(List<Stage.Replaced> stages) {
    ExecutorService workers =
        Executors.newFixedThreadPool(options.threads(), NetworkSearch::daemon);
    try {
      List<FoundLayer> layers = new ArrayList<>();
      for (Stage.Replaced stage : stages) {
        layers.add(resumedOrFound(workers, stage, layers.size()));
      }
      return layers;
    } finally {
      workers.shutdownNow();
    }
  }

  /** A layer depends on its stage, its number and the options alone. */
  private FoundLayer resumedOrFound(ExecutorService workers, Stage.Replaced stage, int number) {
    if (checkpoints.isEmpty()) {
      return search(workers, stage, number);
    }
    LayerFingerprint fingerprint = LayerFingerprint.of(options, stage, number);
    return checkpoints
        .get()
        .find(fingerprint)
        .orElseGet(
            () -> {
              FoundLayer found = search(workers, stage, number);
              checkpoints.get().write(fingerprint, found);
              return found;
            });
  }

  private FoundLayer search(ExecutorService workers, Stage.Replaced stage, int number) {
    long problems = LayerSearch.problems(stage.layer(), stage.signedInput());
    options.listener().layerStarted(stage.title(), problems);
    long begin = System.nanoTime();
    CandidateLaw law = options.construction().law(stage, options.search().law());
    LayerSearch search =
        new LayerSearch(options.search().withLaw(law), workers, options.listener()::problemsSolved);
    SourceDraw draw = SourceDraw.of(options.seed()).stream(number);
    LayerOutcome outcome =
        search.search(stage.title(), stage.layer(), draw, stage.signedInput(), options.tolerance());
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
