package org.slth.examples.ticket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.bounds.SuccessCurve;
import org.slth.dl4j.pruning.OutputTolerance;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.examples.PruningProgress;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.SubsetSumTicket;
import picocli.CommandLine.Option;

/** The options of a search for a ticket by subset sums. */
final class SearchOptions {

  private static final String FEWEST = "slth:fewest";
  private static final int TRIALS = 2000;
  private static final int MOST_CANDIDATES = 20; // of a measurement that takes seconds

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
      names = "--output-tolerance",
      paramLabel = "X",
      description = {
        "How far the output may be off on --inputs: searches with smaller tolerances and more",
        "candidates until it is not."
      })
  private @Nullable Double outputTolerance;

  @Option(
      names = "--inputs",
      paramLabel = "NPY",
      split = ",",
      description =
          "Examples to measure the output on, a file for each input of the network; with"
              + " --output-tolerance, and for --certificate.")
  private List<Path> inputs = List.of();

  @Option(
      names = "--radius",
      paramLabel = "R",
      description = {
        "Ask for the output tolerance in the ball of this radius instead, by a certified bound, for",
        "which of --inputs only the shapes count; that of --certificate is 1 otherwise."
      })
  private @Nullable Double radius;

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
    if (outputTolerance != null) {
      builder.outputTolerance(outputTolerance(outputTolerance));
    }
    requireCheckpoints();
    return (checkpoint == null ? builder : builder.checkpoints(checkpoint)).build();
  }

  private OutputTolerance outputTolerance(double tolerance) throws IOException {
    return radius == null
        ? OutputTolerance.measured(tolerance, inputs())
        : OutputTolerance.certified(tolerance, radius, examples());
  }

  /**
   * Returns the arrays of --inputs.
   *
   * @throws IOException if there is no such file
   */
  INDArray[] inputs() throws IOException {
    for (Path file : inputs) {
      if (!Files.isRegularFile(file)) {
        throw new IOException("expected an array in NumPy's format, found none at " + file);
      }
    }
    return inputs.stream()
        .map(file -> Nd4j.createFromNpyFile(file.toFile()))
        .toArray(INDArray[]::new);
  }

  /** Returns the first example of each of them. */
  INDArray[] examples() throws IOException {
    return first(inputs());
  }

  /** Returns the radius of the ball to bound the output in. */
  OptionalDouble radius() {
    return radius == null ? OptionalDouble.empty() : OptionalDouble.of(radius);
  }

  /** Returns whether the output is asked about beside a search for it. */
  boolean asksAboutOutput() {
    return outputTolerance == null && (radius != null || !inputs.isEmpty());
  }

  /** An example of each is all that a bound needs. */
  private static INDArray[] first(INDArray... arrays) {
    return Arrays.stream(arrays)
        .map(
            array -> {
              long[] shape = array.shape().clone();
              shape[0] = 1;
              return array.slice(0).dup('c').reshape('c', shape);
            })
        .toArray(INDArray[]::new);
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

  /** Measures how often random numbers of the law reach random targets, for comparison. */
  SuccessCurve successCurve(long seed) {
    SuccessCurve.Trial trial =
        new SuccessCurve.Trial(law, 1.1 * law.scalePerDeviation(), TRIALS, seed);
    List<Double> tolerances = List.of(10 * tolerance, tolerance, tolerance / 10);
    return SuccessCurve.measure(trial, Math.min(MOST_CANDIDATES, candidates), tolerances);
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
    if (outputTolerance != null) {
      settings.put("output tolerance", outputTolerance.toString());
      settings.put("radius", radius == null ? "measured on data" : radius.toString());
    }
    settings.put("solver", fewest ? FEWEST : solver);
    settings.put("non-negative input", Boolean.toString(nonNegativeInput));
    return settings;
  }
}
