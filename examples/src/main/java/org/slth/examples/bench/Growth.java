package org.slth.examples.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slth.examples.CommonOptions;
import org.slth.examples.Figures;
import org.slth.examples.doctor.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How time and memory grow with the size of a problem, as exponents beside those of theory. */
@Command(
    name = "growth",
    description = {
      "Measures how time and memory grow: exponents beside those of the theory.",
      "Small sizes take longer than their share, so that exponents below the theory's are usual."
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

  /** What was measured of a series. */
  record Row(String name, List<Double> sizes, Power time, Power memory) {}

  /** An exponent, and what theory says of it. */
  record Power(double measured, double theory, List<Double> values) {}

  @Override
  public Integer call() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Series series : series()) {
      rows.add(measured(series.upTo(sizes)));
    }
    Figures figures = new Figures();
    Machine.here().addTo(figures);
    Map<String, Row> byName = new LinkedHashMap<>();
    rows.forEach(row -> byName.put(row.name(), row));
    figures.add("growth", byName);
    options.printTable(figures + "\n" + table(rows));
    options.printJson(figures);
    return 0;
  }

  private List<Series> series() {
    return Stream.of(
            SteerableGrowth.series(batch, options.seed()),
            GraphGrowth.series(options.seed()),
            TicketGrowth.series(options.seed()))
        .flatMap(List::stream)
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
    List<Double> bytes = series.sizes().stream().map(s -> (double) s.bytes().getAsLong()).toList();
    return new Row(
        series.name(),
        values,
        new Power(exponent(values, seconds), series.time(), seconds),
        new Power(exponent(values, bytes), series.memory(), bytes));
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

  private static String table(List<Row> rows) {
    StringBuilder text =
        new StringBuilder("| cost against | sizes | time | memory |\n|---|---|---|---|\n");
    for (Row row : rows) {
      double first = row.sizes().get(0);
      double last = row.sizes().get(row.sizes().size() - 1);
      text.append(
          "| %s | %,.0f to %,.0f | %.2f (theory %s) | %.2f (theory %s) |%n"
              .formatted(
                  row.name(),
                  first,
                  last,
                  row.time().measured(),
                  plain(row.time().theory()),
                  row.memory().measured(),
                  plain(row.memory().theory())));
    }
    return text.toString();
  }

  private static String plain(double exponent) {
    return exponent == Math.rint(exponent)
        ? "%.0f".formatted(exponent)
        : "%.2f".formatted(exponent);
  }
}
