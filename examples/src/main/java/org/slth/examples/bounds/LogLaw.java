package org.slth.examples.bounds;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.slth.bounds.SuccessCurve;
import org.slth.examples.CommonOptions;
import org.slth.examples.Figures;
import org.slth.ticket.CandidateLaw;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How many random candidates a coefficient needs: the share of targets, uniform on (-1, 1), that
 * some subset reaches, by number of candidates and tolerance.
 */
@Command(
    name = "log-law",
    description = {
      "Measures how often random candidates reach a target, by their number and the tolerance:",
      "the number that is needed grows like the logarithm of 1 / tolerance."
    })
public final class LogLaw implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--law",
      paramLabel = "LAW",
      defaultValue = "PRODUCT",
      description = "Law of the candidates: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private CandidateLaw law = CandidateLaw.PRODUCT;

  @Option(
      names = "--spread",
      paramLabel = "X",
      defaultValue = "1",
      description = "Bound of their second factor; that of the targets is 1 (default: 1).")
  private double spread;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "24",
      description = "Largest number of candidates, up to 36 (default: ${DEFAULT-VALUE}).")
  private int most;

  @Option(
      names = "--problems",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Targets for each number (default: ${DEFAULT-VALUE}).")
  private int problems;

  @Option(
      names = "--tolerances",
      paramLabel = "X",
      split = ",",
      description = "Tolerances (default: 1e-1,1e-2,1e-3,1e-4,1e-5).")
  private List<Double> tolerances = List.of(1e-1, 1e-2, 1e-3, 1e-4, 1e-5);

  /** Creates the command; picocli fills in the options. */
  public LogLaw() {}

  @Override
  public Integer call() {
    SuccessCurve.Trial trial = new SuccessCurve.Trial(law, spread, problems, common.seed());
    SuccessCurve curve = SuccessCurve.measure(trial, most, tolerances);
    List<Double> needed =
        IntStream.range(0, tolerances.size()).mapToObj(curve::meanLeastCandidates).toList();
    common.printTable(curve.toString());
    common.printJson(
        new Figures()
            .add("seed", common.seed())
            .add("law", law.name())
            .add("spread", spread)
            .add("problems", problems)
            .add("candidates", curve.candidates())
            .add("tolerances", curve.tolerances())
            .add("probabilities", curve.probabilities())
            .add("median_errors", curve.medians())
            .add("mean_least_candidates", needed));
    return 0;
  }
}
