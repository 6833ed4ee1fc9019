package org.slth.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.algebra.Matrix;
import org.slth.dl4j.data.LabelledImages;
import org.slth.dl4j.data.Mnist;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.ticket.SubsetSumSolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The experiment of Pensia et al. (2020) on their own trained network: every weight of a 784-500-10
 * perceptron is written as a subset sum of fresh random samples, and the pruned network that this
 * makes is run on the MNIST test images.
 *
 * <p>The samples stand for what their theorem prunes; {@link PensiaTicket} prunes that itself.
 *
 * <p>Theirs took 77,266 seconds on 36 cores with a mixed integer program per weight, kept 3,725,871
 * of 8,337,000 samples, and reports 97.19 % for target and pruned network.
 */
@Command(
    name = "pensia-fc2",
    description = {
      "Prunes a random network into the two-layer MNIST network of Pensia et al. (2020):",
      "one subset sum for each of 397,000 weights. Needs the data sets pensia-fc2 and mnist.",
      "With --two-layers the random network has two layers for each of the target."
    })
final class PensiaTarget implements Callable<Integer> {

  private static final List<PensiaTicket> TICKETS =
      List.of(PensiaTicket.NEAREST, PensiaTicket.FEWEST, PensiaTicket.SMALLEST);

  @Mixin private CommonOptions options = new CommonOptions();

  @Option(
      names = "--items",
      paramLabel = "N",
      defaultValue = "21",
      description = "Random samples per weight (default: ${DEFAULT-VALUE}).")
  private int items = 21;

  @Option(
      names = "--tolerance",
      paramLabel = "EPS",
      defaultValue = "0.01",
      description = "Largest error of a weight (default: ${DEFAULT-VALUE}).")
  private double tolerance = 0.01;

  @Option(
      names = "--two-layers",
      description = {
        "Prune two random layers for each of the target, whose candidates are products,",
        "in place of samples given to each weight."
      })
  private boolean twoLayers;

  @Override
  public Integer call() throws IOException {
    Path directory = data("pensia-fc2");
    List<Matrix> target =
        List.of(
            WeightFile.read(directory.resolve("fc1.weight.npy")),
            WeightFile.read(directory.resolve("fc2.weight.npy")));
    LabelledImages images = Mnist.test(data("mnist"));
    PensiaNetworks.requireFit(target, images);
    options.print(twoLayers ? twoLayers(target, images) : samples(target, images));
    return 0;
  }

  private Figures twoLayers(List<Matrix> weights, LabelledImages images) {
    MultiLayerNetwork target = PensiaNetworks.target(weights);
    INDArray expected = PensiaNetworks.outputs(target, images);
    Figures figures =
        new Figures()
            .add("seed", options.seed(), "seed", "%d")
            .add("target_parameters", target.numParams(), "weights of the target", "%,d")
            .add("candidates", items, "candidates per weight and sign", "%d")
            .add("tolerance", tolerance, "tolerance", "%s");
    addAccuracy(figures, expected, images);
    for (PensiaTicket ticket : TICKETS) {
      SubsetSumPruner.Builder pruner =
          new SubsetSumPruner.Builder(options.seed()).tolerance(tolerance).candidates(items);
      ticket.addTo(figures, target, expected, images, pruner);
    }
    return figures;
  }

  private static void addAccuracy(Figures figures, INDArray outputs, LabelledImages images) {
    figures.add(
        "target_accuracy",
        PensiaNetworks.accuracy(outputs, images),
        "accuracy of the target (published: 0.9719)",
        "%.4f");
  }

  private Figures samples(List<Matrix> target, LabelledImages images) {
    PensiaSource source = new PensiaSource(target, items, tolerance, options.seed());
    Trial first = Trial.of(source, "slth:within");
    Trial exact = Trial.of(source, "slth:exact");

    INDArray expected = PensiaNetworks.outputs(PensiaNetworks.target(target), images);
    Figures figures =
        new Figures()
            .add("seed", options.seed(), "seed", "%d")
            .add("target_parameters", source.weights(), "weights of the target", "%,d")
            .add("source_parameters", source.samples(), "random samples", "%,d")
            .add("tolerance", tolerance, "tolerance", "%s");
    addAccuracy(figures, expected, images);
    for (Trial trial : List.of(first, exact)) {
      INDArray outputs =
          PensiaNetworks.outputs(PensiaNetworks.pruned(source, trial.solution()), images);
      trial.addTo(
          figures,
          PensiaNetworks.accuracy(outputs, images),
          outputs.sub(expected).amaxNumber().doubleValue());
    }
    return figures;
  }

  /** What one solver found, and how long it took with all cores. */
  private record Trial(String solver, PensiaSource.Solution solution, double parallelSeconds) {

    static Trial of(PensiaSource source, String name) {
      SubsetSumSolver solver = SubsetSumSolver.named(name);
      return new Trial(name, source.solve(solver, false), source.solve(solver, true).seconds());
    }

    /** Adds the figures, those of the exact solver with a prefix of their own. */
    void addTo(Figures figures, double accuracy, double difference) {
      String key = solver.equals("slth:exact") ? "exact_" : "";
      String label = solver + ": ";
      int cores = Runtime.getRuntime().availableProcessors();
      figures
          .add(key + "all_within", solution.missed() == 0, label + "all within tolerance", "%s")
          .add(key + "redraws", solution.redrawn(), label + "weights drawn again", "%,d")
          .add(
              key + "max_coefficient_error",
              solution.maximumError(),
              label + "largest error",
              "%.3g")
          .add(
              key + "subset_sum_seconds",
              solution.seconds(),
              label + "subset sums on one core (published: 77,266 s on 36)",
              "%.3f s")
          .add(
              key + "subset_sum_seconds_all_cores",
              parallelSeconds,
              label + "samples and subset sums, cores: " + cores,
              "%.3f s")
          .add(
              key + "kept_parameters",
              solution.kept(),
              label + "samples kept (published: 3,725,871)",
              "%,d")
          .add(
              key + "ticket_accuracy",
              accuracy,
              label + "accuracy of the pruned network (published: 0.9719)",
              "%.4f")
          .add(
              key + "max_output_difference",
              difference,
              label + "largest difference of a class probability",
              "%.3g");
    }
  }

  private Path data(String name) {
    return options
        .data(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected --data DIR or SLTH_DATA with the data set "
                        + name
                        + ", got neither"));
  }
}
