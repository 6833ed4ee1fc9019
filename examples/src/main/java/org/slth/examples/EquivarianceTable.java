package org.slth.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slth.examples.FieldFamily.Nonlinearity;
import org.slth.group.CompactGroup;
import org.slth.group.Group;
import org.slth.group.PlanarGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How well networks commute with their group, for each group, kind of field and nonlinearity.
 *
 * <p>Networks have random weights; an error is |<i>f</i>(<i>gx</i>) - <i>g f</i>(<i>x</i>)| / |
 * <i>f</i>(<i>x</i>)| over all inputs at once, the largest of some elements <i>g</i>. Quarter
 * turns, and mirror images, map the pixels to themselves. A turn by 45 degrees is interpolated, of
 * the image as of the fields, which is most of that error. On vectors there are no pixels, and the
 * nonlinearity shows what it adds: nothing under the elements that it samples.
 */
@Command(
    name = "equivariance-table",
    description = "Measure equivariance errors by group, fields and nonlinearity.")
public final class EquivarianceTable implements Callable<Integer> {

  private static final String LINE = "%-6s %-13s %9s %9s %9s %9s  %s%n";

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--groups",
      paramLabel = "NAMES",
      split = ",",
      defaultValue = "C4,C8,D8,SO2,O2",
      description = "Which groups (default: ${DEFAULT-VALUE}).")
  private List<String> groups = List.of();

  @Option(
      names = "--frequency",
      paramLabel = "N",
      defaultValue = "2",
      description = "Highest frequency of the fields of SO2 and O2 (default: ${DEFAULT-VALUE}).")
  private int frequency;

  @Option(
      names = "--channels",
      paramLabel = "N",
      defaultValue = "16",
      description = "About how many channels a layer has (default: ${DEFAULT-VALUE}).")
  private int channels;

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many digits to turn (default: ${DEFAULT-VALUE}).")
  private int images;

  /** Creates the command; picocli fills in the options. */
  public EquivarianceTable() {}

  @Override
  public Integer call() {
    if (channels < 1 || images < 1) {
      throw new IllegalArgumentException(
          "expected positive --channels and --images, got %d and %d".formatted(channels, images));
    }
    List<EquivarianceRow> rows = new ArrayList<>();
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            LINE, "group", "nonlinearity", "quarters", "45 deg", "sampled", "others", "fields"));
    for (String name : groups) {
      PlanarGroup group = DigitsNetwork.planar(Group.named(name));
      for (Nonlinearity nonlinearity : Nonlinearity.values()) {
        if (nonlinearity != Nonlinearity.RELU || !(group instanceof CompactGroup)) {
          FieldFamily family = new FieldFamily(nonlinearity, frequency);
          EquivarianceRow row =
              EquivarianceRow.of(family, family.fields(group, channels), images, common.seed());
          rows.add(row);
          table.append(line(row));
        }
      }
    }
    common.printTable(table.toString());
    common.printJson(new Figures().add("rows", rows).add("seed", common.seed()));
    return 0;
  }

  private static String line(EquivarianceRow row) {
    return String.format(
        Locale.ROOT,
        LINE,
        row.group(),
        row.nonlinearity(),
        number(row.quarterTurns()),
        number(row.eighthTurns()),
        number(row.sampled()),
        number(row.others()),
        row.fields());
  }

  private static String number(@Nullable Double error) {
    return error == null ? "-" : String.format(Locale.ROOT, "%.1e", error);
  }
}
