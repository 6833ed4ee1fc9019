package org.slth.dl4j.pruning;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the pruning of a network took and gave.
 *
 * @param construction which random network stood for the target
 * @param depth how many layers with parameters it has
 * @param layers one report per pruned layer, in topological order
 * @param output how far the output is off, if it was asked for
 */
public record PruningReport(
    String construction, int depth, List<LayerReport> layers, Optional<OutputReport> output) {

  /** Copies the list. */
  public PruningReport {
    layers = List.copyOf(layers);
  }

  /**
   * Returns the sum over all layers; its tolerance and its largest error are maxima, its mean error
   * is that of all coefficients.
   */
  public LayerReport total() {
    long coefficients = layers.stream().mapToLong(LayerReport::targetCoefficients).sum();
    return new LayerReport(
        "total",
        layers.stream().mapToDouble(LayerReport::tolerance).max().orElse(0),
        coefficients,
        layers.stream().mapToLong(LayerReport::sourceParameters).sum(),
        layers.stream().mapToLong(LayerReport::maskedParameters).sum(),
        layers.stream().mapToLong(LayerReport::keptParameters).sum(),
        layers.stream().mapToDouble(LayerReport::maxError).max().orElse(0),
        layers.stream().mapToDouble(l -> l.meanError() * l.targetCoefficients()).sum()
            / Math.max(1, coefficients),
        layers.stream().mapToLong(LayerReport::redraws).sum(),
        layers.stream().mapToLong(LayerReport::missed).sum(),
        layers.stream().mapToDouble(LayerReport::seconds).sum());
  }

  /**
   * Returns whether the output is within the tolerance, if that was asked for, or else whether
   * every coefficient is.
   */
  public boolean reached() {
    return output.map(OutputReport::reached).orElseGet(() -> total().missed() == 0);
  }

  /** Returns a table, one line per layer, one for the total and one for the output. */
  @Override
  public String toString() {
    String head =
        "%-34s %9s %11s %11s %10s %10s %10s %8s %7s %8s%n"
            .formatted(
                "layer",
                "target",
                "source",
                "masked",
                "kept",
                "max error",
                "mean error",
                "redraws",
                "missed",
                "seconds");
    return layers.stream().map(PruningReport::line).collect(Collectors.joining("", head, ""))
        + line(total())
        + output.map(PruningReport::line).orElse("");
  }

  private static String line(OutputReport r) {
    return String.format(
        Locale.ROOT,
        "output error %.2e (%s), tolerance %.2e, searches %d%n",
        r.error(),
        r.certified() ? "certified" : "measured",
        r.tolerance(),
        r.rounds());
  }

  private static String line(LayerReport r) {
    return String.format(
        Locale.ROOT,
        "%-34s %9d %11d %11d %10d %10.2e %10.2e %8d %7d %8.2f%n",
        r.layer(),
        r.targetCoefficients(),
        r.sourceParameters(),
        r.maskedParameters(),
        r.keptParameters(),
        r.maxError(),
        r.meanError(),
        r.redraws(),
        r.missed(),
        r.seconds());
  }
}
