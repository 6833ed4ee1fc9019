package org.slth.examples.bench;

import java.util.List;
import java.util.Locale;

/** Timings as a table in Markdown, which people read as it is. */
public final class TimingTable {

  private static final String[] UNITS = {"s", "ms", "µs", "ns"};

  private TimingTable() {}

  /**
   * Writes a table.
   *
   * @param unit what a unit of work is, such as {@code training step}
   * @param timings the first is the one that the others are compared with
   */
  public static String of(String unit, List<Timing> timings) {
    boolean memory = timings.stream().anyMatch(timing -> timing.peakBytes() > 0);
    StringBuilder text = new StringBuilder();
    text.append("| %s | median | times as long as the first |".formatted(unit));
    text.append(memory ? " peak memory |\n|---|---|---|---|\n" : "\n|---|---|---|\n");
    for (Timing timing : timings) {
      text.append("| %s | %s |".formatted(timing.name(), duration(timing.seconds().median())));
      text.append(
          String.format(
              Locale.ROOT,
              " %.2f (%.2f to %.2f) |",
              timing.ratio().median(),
              timing.ratio().lower(),
              timing.ratio().upper()));
      if (memory) {
        text.append(
            timing.peakBytes() == 0 ? " |" : " %,d MB |".formatted(timing.peakBytes() >> 20));
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Three digits and the unit that suits them. */
  static String duration(double seconds) {
    int unit = 0;
    double value = seconds;
    while (value < 1 && unit < UNITS.length - 1) {
      value *= 1000;
      unit++;
    }
    String format = value >= 100 ? "%.0f %s" : value >= 10 ? "%.1f %s" : "%.2f %s";
    return String.format(Locale.ROOT, format, value, UNITS[unit]);
  }
}
