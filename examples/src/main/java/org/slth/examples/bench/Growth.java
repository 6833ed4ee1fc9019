package org.slth.examples.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slth.examples.CommonOptions;
import org.slth.examples.Figures;
import org.slth.examples.Progress;
import org.slth.examples.doctor.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How time and memory grow with the size of a problem, as exponents beside those of theory. */
@Command(
    name = "growth",
    description = {
      "Measures how time and memory grow: exponents beside those of the theory, over all sizes and",
      "between the last two. Small sizes take longer than their share, so that exponents below the",
      "theory's are usual. Memory is the peak of a process of its own for each size (Linux)."
    })
final class Growth implements Callable<Integer> {

  @Mixin private CommonOptions options = new CommonOptions();
  @Mixin private BenchOptions repetitions = new BenchOptions();

  @Option(
      names = "--sizes",
      defaultValue = "9",
      description = "The most sizes of a series, smallest first (default: ${DEFAULT-VALUE}).")
  private int sizes = 1;

  @Option(names = "--batch", defaultValue = "32", description = "Images: ${DEFAULT-VALUE}.")
  private int batch = 1;

  @Option(names = "--only", defaultValue = "", description = "Series with this in their name.")
  private String only = "";

  @Option(names = "--no-memory", description = "Measure time alone.")
  private boolean withoutMemory;

  @Option(names = "--peak", hidden = true, paramLabel = "N", description = "Size of the first.")
  private @Nullable Integer peak;

  /** What was measured of a series. */
  record Row(String name, List<Double> sizes, Power time, @Nullable Power memory) {}

  /**
   * How something grows.
   *
   * @param measured exponent over all sizes
   * @param last exponent between the last two
   * @param theory between which exponents it should be
   * @param values seconds or bytes
   */
  record Power(double measured, double last, Series.Law theory, List<Double> values) {

    static Power of(List<Double> sizes, Series.Law theory, List<Double> values) {
      int end = sizes.size();
      int from = Math.max(0, end - 2);
      return new Power(
          exponent(sizes, values),
          exponent(sizes.subList(from, end), values.subList(from, end)),
          theory,
          List.copyOf(values));
    }

    @Override
    public String toString() {
      return "%s | %.2f | %.2f".formatted(theory, measured, last);
    }
  }

  @Override
  public Integer call() throws IOException {
    List<Series> series = series();
    if (peak != null) {
      Series first = series.get(0);
      options.printTable(
          PeakMemory.answer(first.least(), first.sizes().get(peak).step())
              + System.lineSeparator());
      return 0;
    }
    Map<String, Row> rows = new LinkedHashMap<>();
    for (Series one : series) {
      rows.put(one.name(), measured(one.upTo(sizes)));
    }
    Figures figures = new Figures();
    Machine.here().addTo(figures);
    figures.add("growth", rows);
    options.printTable(figures + "\n" + table(rows));
    options.printJson(figures);
    return 0;
  }

  private List<Series> series() {
    return Stream.of(
            SteerableGrowth.series(batch, options.seed()),
            GraphGrowth.series(options.seed()),
            TicketGrowth.series(options.seed()),
            SumGrowth.series(options.seed()))
        .flatMap(List::stream)
        .filter(one -> one.name().contains(only))
        .toList();
  }

  private Row measured(Series series) throws IOException {
    List<Contestant> contestants = new ArrayList<>();
    for (Series.Size size : series.sizes()) {
      contestants.add(Contestant.of("" + size.value(), 1, size.step()));
    }
    List<Timing> timings = repetitions.rounds().run(series.name(), contestants);
    List<Double> values = series.sizes().stream().map(Series.Size::value).toList();
    List<Double> seconds = timings.stream().map(timing -> timing.seconds().median()).toList();
    Power memory =
        withoutMemory || !PeakMemory.isKnown()
            ? null
            : Power.of(values, series.memory(), peaks(series));
    return new Row(series.name(), values, Power.of(values, series.time(), seconds), memory);
  }

  private List<Double> peaks(Series series) throws IOException {
    List<Double> peaks = new ArrayList<>();
    int count = series.sizes().size();
    try (var progress = new Progress("memory of " + series.name(), count)) {
      for (int i = 0; i < count; i++) {
        List<String> same =
            List.of("--batch=" + batch, "--seed=" + options.seed(), "--only=" + series.name());
        List<String> arguments = new ArrayList<>(List.of("bench", "growth", "--peak=" + i));
        arguments.addAll(same);
        peaks.add(PeakMemory.of(arguments));
        progress.step(1);
      }
    }
    return peaks;
  }

  /** Returns the slope of the line through the logarithms that has the least squares. */
  static double exponent(List<Double> sizes, List<Double> costs) {
    double x = sizes.stream().mapToDouble(Math::log).average().orElseThrow();
    double y = costs.stream().mapToDouble(Math::log).average().orElseThrow();
    double both = 0;
    double square = 0;
    for (int i = 0; i < sizes.size(); i++) {
      double distance = Math.log(sizes.get(i)) - x;
      both += distance * (Math.log(costs.get(i)) - y);
      square += distance * distance;
    }
    return both / square;
  }

  private static String table(Map<String, Row> rows) {
    StringBuilder text =
        new StringBuilder(
            """
            | cost against | sizes | time: theory | measured | at the end \
            | memory: theory | measured | at the end | largest |
            |---|---|---|---|---|---|---|---|---|
            """);
    for (Row row : rows.values()) {
      List<Double> sizes = row.sizes();
      text.append(
          "| %s | %,.0f to %,.0f | %s | %s |%n"
              .formatted(
                  row.name(),
                  sizes.get(0),
                  sizes.get(sizes.size() - 1),
                  row.time(),
                  row.memory() == null ? "not measured | | |" : memory(row.memory())));
    }
    return text.toString();
  }

  private static String memory(Power memory) {
    List<Double> bytes = memory.values();
    return "%s | %,.0f MB".formatted(memory, bytes.get(bytes.size() - 1) / (1 << 20));
  }
}
