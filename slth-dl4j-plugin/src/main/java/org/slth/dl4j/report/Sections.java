package org.slth.dl4j.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slth.bounds.SuccessCurve;
import org.slth.dl4j.pruning.LayerReport;
import org.slth.dl4j.pruning.PruningReport;
import org.slth.dl4j.report.Charts.Bars;
import org.slth.dl4j.report.Charts.Line;
import org.slth.ticket.certificate.Certificate;

/** The sections that a report may have. */
final class Sections {

  /** Decades of errors that the histogram shows; smaller ones are counted with the smallest. */
  private static final int SMALLEST_DECADE = -10;

  private static final int BINS_PER_DECADE = 2;

  private Sections() {}

  static Section accuracy(double target, double ticket) {
    return Section.chart(
        "accuracy",
        "Accuracy of target and ticket",
        String.format(
            Locale.ROOT,
            "Share of test images classified right: target %.4f, ticket %.4f.",
            target,
            ticket),
        Charts.bars(
            "accuracy",
            false,
            List.of("target", "ticket"),
            List.of(new Bars("accuracy", List.of(target, ticket)))));
  }

  static Section kept(PruningReport report) {
    List<String> names = report.layers().stream().map(LayerReport::layer).toList();
    List<Bars> series =
        List.of(
            new Bars("target", counts(report, LayerReport::targetCoefficients)),
            new Bars("kept", counts(report, LayerReport::keptParameters)),
            new Bars("random network", counts(report, LayerReport::sourceParameters)));
    return Section.chart(
        "kept",
        "Kept per layer",
        "Parameters of the target, of the ticket, and of the random network it is in.",
        Charts.bars("parameters", true, names, series));
  }

  private static List<Double> counts(PruningReport report, ToLongFunction<LayerReport> count) {
    return report.layers().stream().map(l -> (double) Math.max(1, count.applyAsLong(l))).toList();
  }

  static Section layers(PruningReport report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "layer",
            "target",
            "random",
            "after data-free mask",
            "kept",
            "largest error",
            "mean error",
            "drawn anew",
            "missed"));
    Stream.concat(report.layers().stream(), Stream.of(report.total()))
        .forEach(layer -> rows.add(row(layer)));
    return Section.table(
        "layers",
        "Layers",
        "Construction: %s, %d layers with parameters."
            .formatted(report.construction(), report.depth()),
        rows);
  }

  private static List<String> row(LayerReport l) {
    return List.of(
        l.layer(),
        count(l.targetCoefficients()),
        count(l.sourceParameters()),
        count(l.maskedParameters()),
        count(l.keptParameters()),
        small(l.maxError()),
        small(l.meanError()),
        count(l.redraws()),
        count(l.missed()));
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String small(double number) {
    return String.format(Locale.ROOT, "%.2e", number);
  }

  static Section errors(Certificate certificate) {
    int bins = -SMALLEST_DECADE * BINS_PER_DECADE + 1;
    double[] counts = new double[bins];
    certificate.layers().stream()
        .flatMap(layer -> layer.inputs().stream())
        .flatMap(input -> Stream.concat(input.positive().stream(), input.negative().stream()))
        .mapToDouble(claim -> Math.abs(claim.error()))
        .forEach(error -> counts[bin(error, bins)]++);
    List<String> labels =
        IntStream.range(0, bins)
            .mapToObj(i -> SMALLEST_DECADE + (double) i / BINS_PER_DECADE)
            .map(decades -> String.format(Locale.ROOT, "%.0e", Math.pow(10, decades)))
            .toList();
    List<Double> values = Arrays.stream(counts).boxed().toList();
    return Section.chart(
        "errors",
        "Errors of the coefficients",
        "How many of %s subset sums are off by how much; a bar is half a decade from its label on."
            .formatted(count((long) DoubleStream.of(counts).sum())),
        Charts.bars("subset sums", false, labels, List.of(new Bars("subset sums", values))));
  }

  private static int bin(double error, int bins) {
    double decades = error == 0 ? SMALLEST_DECADE : Math.log10(error);
    double bin = Math.floor((decades - SMALLEST_DECADE) * BINS_PER_DECADE);
    return (int) Math.min(bins - 1, Math.max(0, bin));
  }

  static Section success(SuccessCurve curve) {
    List<Double> x = curve.candidates().stream().map(Integer::doubleValue).toList();
    List<Line> lines =
        IntStream.range(0, curve.tolerances().size())
            .mapToObj(
                i ->
                    new Line(
                        "within " + curve.tolerances().get(i), x, curve.probabilities().get(i)))
            .toList();
    return Section.chart(
        "success",
        "The log law: success",
        "Share of random targets that some subset of so many random candidates reaches.",
        Charts.lines("candidates", "share", false, lines));
  }

  static Section median(SuccessCurve curve) {
    List<Double> x = curve.candidates().stream().map(Integer::doubleValue).toList();
    List<Double> halves = curve.candidates().stream().map(n -> Math.scalb(1.0, -n)).toList();
    return Section.chart(
        "log-law",
        "The log law: error",
        "Median error of the best subset, beside 2 to the power of minus the number of candidates.",
        Charts.lines(
            "candidates",
            "error",
            true,
            List.of(new Line("median error", x, curve.medians()), new Line("2^-n", x, halves))));
  }

  static Section filters(FilterGallery gallery) {
    return Section.chart(
        "filters",
        "Filters under the group",
        "Kernels from the first input channel, a row for each output field; of a regular field, one"
            + " for each element of the group.",
        gallery::paint);
  }

  static Section equivariance(List<Double> degrees, List<Double> target, List<Double> ticket) {
    return Section.chart(
        "equivariance",
        "Equivariance against angle",
        "Largest change of an output while the input is turned; between the angles of the grid it"
            + " holds the error of interpolating the image.",
        Charts.lines(
            "degrees",
            "error",
            true,
            List.of(new Line("target", degrees, target), new Line("ticket", degrees, ticket))));
  }
}
