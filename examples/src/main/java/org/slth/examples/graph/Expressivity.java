package org.slth.examples.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slth.examples.CommonOptions;
import org.slth.examples.Figures;
import org.slth.examples.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What graph networks can tell apart: for each kind of network and each family of graphs, the
 * number of pairs of different graphs to which random networks give the same output.
 *
 * <p>Message passing and tensors of order 2 must miss exactly what the 1-WL test misses; order 3,
 * sets of three and matrix products see more, but nothing within strongly regular families.
 */
@Command(
    name = "expressivity",
    description = "Count the pairs of graphs that each kind of graph network cannot tell apart.")
public final class Expressivity implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--network",
      paramLabel = "KIND",
      split = ",",
      description = "Which kinds, from ${COMPLETION-CANDIDATES} (default: all).")
  private List<GraphKind> kinds = List.of(GraphKind.values());

  @Option(
      names = "--family",
      paramLabel = "NAME",
      split = ",",
      description = "Which families, by the names in the table (default: all).")
  private List<String> names = List.of();

  @Option(
      names = "--networks",
      paramLabel = "N",
      defaultValue = "2",
      description = "How many random networks of each kind (default: ${DEFAULT-VALUE}).")
  private int networks;

  @Option(
      names = "--order-3-nodes",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "The largest graphs for order_3 and sets of three, whose memory and time are of order n^3"
              + " and more (default: ${DEFAULT-VALUE}).")
  private int orderThreeNodes;

  /** Creates the command; picocli fills in the options. */
  public Expressivity() {}

  /**
   * A line of the table.
   *
   * @param family its name
   * @param pairs how many are compared
   * @param wl how many of them the 1-WL test misses
   * @param networks what each kind of network misses; kinds not run are left out
   */
  record Row(String family, long pairs, long wl, Map<GraphKind, Discrimination> networks) {}

  @Override
  public Integer call() throws IOException {
    if (networks < 1) {
      throw new IllegalArgumentException("expected --networks of at least 1, got " + networks);
    }
    List<Row> rows = new ArrayList<>();
    for (GraphFamily family : families()) {
      rows.add(row(family));
    }
    common.printTable(table(rows));
    common.printJson(
        new Figures()
            .add("networks", networks)
            .add("order_3_nodes", orderThreeNodes)
            .add("families", rows));
    return 0;
  }

  private List<GraphFamily> families() throws IOException {
    Optional<Path> folder = common.data("graph-isomorphism");
    List<GraphFamily> all =
        folder.isPresent() ? GraphFamily.read(folder.get()) : GraphFamily.builtIn();
    List<GraphFamily> chosen =
        all.stream().filter(f -> names.isEmpty() || names.contains(f.name())).toList();
    if (chosen.size() < names.size()) {
      throw new IllegalArgumentException(
          "expected --family from %s, got %s"
              .formatted(all.stream().map(GraphFamily::name).toList(), names));
    }
    return chosen;
  }

  private Row row(GraphFamily family) {
    int[] colours = WeisfeilerLeman.classes(family.graphs());
    Map<GraphKind, Discrimination> results = new EnumMap<>(GraphKind.class);
    try (Progress progress = new Progress(family.name(), kinds.size())) {
      for (GraphKind kind : kinds) {
        if (!kind.isOfOrderThree() || family.nodes() <= orderThreeNodes) {
          Discrimination result = Discrimination.of(family, kind, colours, networks);
          progress.note(String.format(Locale.ROOT, "%s misses %,d", kind, result.missed()));
          results.put(kind, result);
        }
        progress.step(1);
      }
    }
    return new Row(family.name(), family.count(), family.missedBy(colours), results);
  }

  private String table(List<Row> rows) {
    StringBuilder table = new StringBuilder();
    table.append(String.format("%-22s %12s %8s", "pairs not told apart", "of", "1-WL"));
    kinds.forEach(kind -> table.append(String.format(" %10s", name(kind))));
    table.append(System.lineSeparator());
    for (Row row : rows) {
      table.append(
          String.format(Locale.ROOT, "%-22s %,12d %,8d", row.family(), row.pairs(), row.wl()));
      kinds.forEach(
          kind ->
              table.append(
                  Optional.ofNullable(row.networks().get(kind))
                      .map(r -> String.format(Locale.ROOT, " %,10d", r.missed()))
                      .orElse(String.format(" %10s", "-"))));
      table.append(System.lineSeparator());
    }
    return table
        .append("- : not run, graphs of more than " + orderThreeNodes + " nodes%n".formatted())
        .toString();
  }

  private static String name(GraphKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
