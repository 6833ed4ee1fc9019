package org.slth.examples.bench.sums;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slth.examples.CommonOptions;
import org.slth.examples.Figures;
import org.slth.examples.bench.BenchOptions;
import org.slth.examples.bench.Contestant;
import org.slth.examples.bench.Timing;
import org.slth.examples.bench.TimingTable;
import org.slth.examples.doctor.Machine;
import org.slth.spi.Provider;
import org.slth.spi.Providers;
import org.slth.ticket.SubsetSumBatch;
import org.slth.ticket.SubsetSumSolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Times the solvers of subset sums. */
@Command(
    name = "subset-sum",
    description = {
      "Times the solvers of subset sums: on the 397,000 weights of Pensia et al. (2020) with"
          + " --data,",
      "else on random ones; for each number of items; and on more and more problems.",
      "Starts itself anew with the module jdk.incubator.vector where the JDK has it."
    })
public final class SubsetSums implements Callable<Integer> {

  private static final List<String> EXACT = List.of("slth:exact", "slth:exact-vector");
  private static final List<String> WITHIN = List.of("slth:within", "slth:within-vector");
  private static final double[] TOLERANCES = {1e-2, 1e-3};

  @Spec private @Nullable CommandSpec spec;

  @Mixin private CommonOptions options = new CommonOptions();

  @Mixin private BenchOptions repetitions = new BenchOptions();

  @Option(
      names = "--problems",
      paramLabel = "N",
      defaultValue = "10000000",
      description = "Most problems of the stream (default: ${DEFAULT-VALUE}).")
  private int problems = 10_000_000;

  @Option(
      names = "--most-items",
      paramLabel = "N",
      defaultValue = "28",
      description = "Most items of a random problem (default: ${DEFAULT-VALUE}).")
  private int mostItems = 28;

  private final StringBuilder tables = new StringBuilder();

  /** Creates the command; picocli fills in the options. */
  public SubsetSums() {}

  @Override
  public Integer call() throws IOException {
    if (spec != null && VectorJvm.isMissing()) {
      return VectorJvm.run(spec);
    }
    Figures figures = new Figures();
    Machine.here().addTo(figures);
    figures.add("vector_api", !VectorJvm.isAbsent(), "Vector API", "%s");
    addTarget(figures);
    addRandom(figures);
    addStreams(figures);
    options.printTable(figures + tables.toString());
    options.printJson(figures);
    return 0;
  }

  /** Those of some solvers that this virtual machine offers. */
  private static List<SubsetSumSolver> offered(List<String> ids) {
    return Providers.of(SubsetSumSolver.class).all().stream()
        .filter(solver -> ids.contains(solver.id()))
        .sorted(Comparator.comparing(Provider::id))
        .toList();
  }

  private List<Timing> measure(String unit, List<? extends Contestant> contestants)
      throws IOException {
    List<Timing> timings = repetitions.rounds().run(unit, contestants);
    tables.append('\n').append(TimingTable.of(unit, timings));
    return timings;
  }

  private void addTarget(Figures figures) throws IOException {
    TargetWeights target = TargetWeights.of(options.data("pensia-fc2"), options.seed());
    List<SubsetSumSolver> solvers = new ArrayList<>(offered(EXACT));
    solvers.addAll(offered(WITHIN));
    String unit = target.name() + ", 21 samples a weight, within 0.01";
    List<Timing> timings = measure(unit, solvers.stream().map(target::contestant).toList());
    figures.add("weights", target.name(), "weights", "%s");
    figures.add("fc2_published_seconds", 77_266, "published, with Gurobi on 36 cores", "%,d s");
    for (Timing timing : timings) {
      String key =
          switch (timing.name()) {
            case "slth:exact" -> "fc2_exact_seconds";
            case "slth:exact-vector" -> "fc2_vector_seconds";
            case "slth:within" -> "fc2_within_seconds";
            default -> "fc2_within_vector_seconds";
          };
      figures.add(key, timing.seconds().median(), timing.name(), "%.3f s");
    }
  }

  private void addRandom(Figures figures) throws IOException {
    Map<String, Map<Integer, Double>> nanoseconds = new TreeMap<>();
    for (int items : new int[] {8, 12, 16, 20, 21, 22, 24, 28}) {
      if (items <= mostItems) {
        SubsetSumBatch batch = RandomProblems.of(items, 0.01, options.seed());
        addTo(nanoseconds, "", items, "exact, " + items + " items", offered(EXACT), batch);
      }
    }
    for (double tolerance : TOLERANCES) {
      SubsetSumBatch batch = RandomProblems.of(16, tolerance, options.seed());
      String within = " within " + tolerance;
      addTo(nanoseconds, within, 16, "first" + within + ", 16 items", offered(WITHIN), batch);
    }
    figures.add("nanoseconds_per_problem", nanoseconds);
  }

  private void addTo(
      Map<String, Map<Integer, Double>> nanoseconds,
      String suffix,
      int items,
      String unit,
      List<SubsetSumSolver> solvers,
      SubsetSumBatch batch)
      throws IOException {
    List<Contestant> contestants = new ArrayList<>();
    for (SubsetSumSolver solver : solvers) {
      contestants.add(RandomProblems.contestant(solver, batch));
    }
    for (Timing timing : measure(unit, contestants)) {
      nanoseconds
          .computeIfAbsent(timing.name() + suffix, name -> new LinkedHashMap<>())
          .put(items, timing.seconds().median() * 1e9);
    }
  }

  private void addStreams(Figures figures) {
    List<ProblemStream.Run> runs = new ArrayList<>();
    for (SubsetSumSolver solver : offered(EXACT)) {
      runs.addAll(stream(figures, new ProblemStream(solver, options.seed())));
    }
    figures.add("stream", runs);
  }

  /** More and more problems on one thread, then the most of them on more and more threads. */
  private List<ProblemStream.Run> stream(Figures figures, ProblemStream stream) {
    List<ProblemStream.Run> runs = new ArrayList<>();
    int least = Math.max(1, problems / 100);
    stream.run(10 * least, 1); // warm-up
    for (int count = least; count <= problems; count *= 10) {
      runs.add(stream.run(count, 1));
    }
    ProblemStream.Run one = runs.get(runs.size() - 1);
    for (int threads = 2; threads <= Runtime.getRuntime().availableProcessors(); threads *= 2) {
      runs.add(stream.run(problems, threads));
    }
    for (ProblemStream.Run run : runs) {
      figures.addLine(
          "%s, %,d problems of %d items, %d threads"
              .formatted(run.solver(), run.problems(), ProblemStream.ITEMS, run.threads()),
          "%.3f s, %.2f times the rate of %,d on one thread, %,d kB live"
              .formatted(
                  run.seconds(), run.rate() / one.rate(), one.problems(), run.liveBytes() >> 10));
    }
    return runs;
  }
}
