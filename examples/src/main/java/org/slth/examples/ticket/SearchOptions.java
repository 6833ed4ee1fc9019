package org.slth.examples.ticket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.examples.PruningProgress;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.SubsetSumTicket;
import picocli.CommandLine.Option;

/** The options of a search for a ticket by subset sums. */
final class SearchOptions {

  private static final String FEWEST = "slth:fewest";

  @Option(
      names = "--tolerance",
      paramLabel = "X",
      defaultValue = "0.01",
      description = "How far a coefficient of the ticket may be off (default: ${DEFAULT-VALUE}).")
  private double tolerance;

  @Option(
      names = "--candidates",
      paramLabel = "N",
      defaultValue = "20",
      description = "Random numbers that each subset is chosen from (default: ${DEFAULT-VALUE}).")
  private int candidates;

  @Option(
      names = "--law",
      paramLabel = "LAW",
      defaultValue = "PRODUCT",
      description = "Law of these: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private CandidateLaw law = CandidateLaw.PRODUCT;

  @Option(
      names = "--construction",
      paramLabel = "ID",
      defaultValue = SubsetSumTicket.TWO_LAYERS,
      description =
          "Which random network stands for the target: slth:two-layers, slth:depth-plus-one or"
              + " slth:one-candidate (default: ${DEFAULT-VALUE}).")
  private String construction = "";

  @Option(
      names = "--attempts",
      paramLabel = "N",
      defaultValue = "64",
      description =
          "How often they may be drawn where no subset is near enough (default: ${DEFAULT-VALUE}).")
  private int attempts;

  @Option(
      names = "--adaptive",
      description = "Give each input as few candidates as will do, at most --candidates.")
  private boolean adaptive;

  @Option(
      names = "--solver",
      paramLabel = "ID",
      defaultValue = "slth:exact",
      description = "What answers the subset sums (default: ${DEFAULT-VALUE}).")
  private String solver = "";

  @Option(
      names = "--fewest",
      description = "Keep the fewest candidates within the tolerance: --solver " + FEWEST + ".")
  private boolean fewest;

  @Option(
      names = "--non-negative-input",
      description =
          "No input of the network is ever negative, as grey values: half the subsets will do.")
  private boolean nonNegativeInput;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many solve at once (default: all processors).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--checkpoint",
      paramLabel = "DIR",
      description =
          "Keep every finished layer there, and take those of an earlier run with the same target"
              + " and options, however it ended.")
  private @Nullable Path checkpoint;

  @Option(
      names = "--resume",
      description = "Expect such layers in --checkpoint, and refuse to begin without.")
  private boolean resume;

  /**
   * Returns the search, which shows its progress.
   *
   * @throws IllegalArgumentException if an option is out of range
   * @throws IOException if checkpoints are expected and there are none
   */
  SubsetSumPruner pruner(long seed) throws IOException {
    SubsetSumPruner.Builder builder =
        new SubsetSumPruner.Builder(seed)
            .construction(construction)
            .tolerance(tolerance)
            .candidates(candidates)
            .law(law)
            .attempts(attempts)
            .adaptive(adaptive)
            .solver(fewest ? FEWEST : solver)
            .nonNegativeInput(nonNegativeInput)
            .threads(threads)
            .listener(new PruningProgress());
    requireCheckpoints();
    return (checkpoint == null ? builder : builder.checkpoints(checkpoint)).build();
  }

  private void requireCheckpoints() throws IOException {
    if (!resume) {
      return;
    }
    if (checkpoint == null) {
      throw new IllegalArgumentException("--resume goes on from --checkpoint DIR, got none");
    }
    try (Stream<Path> files = Files.list(checkpoint)) {
      if (files.noneMatch(file -> file.toString().endsWith(".slt"))) {
        throw new IOException("expected checkpoints in %s, found none".formatted(checkpoint));
      }
    }
  }

  /** Returns what the ticket depends on beside its seed, as provenance. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("construction", construction);
    settings.put("tolerance", Double.toString(tolerance));
    settings.put("candidates", Integer.toString(candidates));
    settings.put("law", law.name());
    settings.put("attempts", Integer.toString(attempts));
    settings.put("adaptive", Boolean.toString(adaptive));
    settings.put("solver", fewest ? FEWEST : solver);
    settings.put("non-negative input", Boolean.toString(nonNegativeInput));
    return settings;
  }
}
