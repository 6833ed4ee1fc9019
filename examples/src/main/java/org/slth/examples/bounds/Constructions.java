package org.slth.examples.bounds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.slth.bounds.Overparametrisation;
import org.slth.dl4j.data.RotatedImages;
import org.slth.dl4j.pruning.LayerReport;
import org.slth.dl4j.pruning.NetworkBounds;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.examples.CommonOptions;
import org.slth.examples.DigitData;
import org.slth.examples.Figures;
import org.slth.examples.OutputComparison;
import org.slth.examples.Progress;
import org.slth.examples.PruningProgress;
import org.slth.examples.Training;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.SubsetSumTicket;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One perceptron with biases, found in the random networks of all constructions. */
@Command(
    name = "constructions",
    description = {
      "Trains a perceptron on digits and finds it in random networks of every construction:",
      "two layers for one (nearest and fewest), depth L + 1, and one candidate for a weight."
    })
public final class Constructions implements Callable<Integer> {

  private static final int BATCH = 64;
  private static final double RATE = 2e-3;

  /** Output error and probability of failure for which the theorems are asked. */
  private static final double DEMAND = 0.1;

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--units",
      paramLabel = "N",
      split = ",",
      description = "Units of the hidden layers (default: 24,16).")
  private List<Integer> units = List.of(24, 16);

  @Option(
      names = "--candidates",
      paramLabel = "N",
      defaultValue = "16",
      description = "Candidates of each subset (default: ${DEFAULT-VALUE}).")
  private int candidates;

  @Option(
      names = "--single",
      paramLabel = "N",
      defaultValue = "500",
      description = "Candidates where one stands for a weight (default: ${DEFAULT-VALUE}).")
  private int single;

  @Option(
      names = "--tolerance",
      paramLabel = "X",
      defaultValue = "0.01",
      description = "How far a coefficient may be off (default: ${DEFAULT-VALUE}).")
  private double tolerance;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often to see each digit (default: ${DEFAULT-VALUE}).")
  private int epochs;

  /** Creates the command; picocli fills in the options. */
  public Constructions() {}

  /**
   * A line of the table.
   *
   * @param name construction and solver
   * @param depth layers with parameters
   * @param maxError of a coefficient
   * @param missed coefficients that are not within the tolerance
   * @param difference largest difference of a class probability
   */
  record Row(
      String name,
      int candidates,
      int depth,
      long source,
      long masked,
      long kept,
      double maxError,
      long missed,
      double accuracy,
      double difference,
      double seconds) {}

  @Override
  public Integer call() throws IOException {
    DigitData data = DigitData.upright(common.data("mnist"));
    MultiLayerNetwork target = trained(data.training());
    List<Row> rows = new ArrayList<>();
    List<Overparametrisation> bounds = new ArrayList<>();
    double accuracy = 0;
    for (String[] trial : trials()) {
      PrunedNetwork<MultiLayerNetwork> pruned = pruner(trial[0], trial[1]).prune(target);
      OutputComparison outputs = compared(target, pruned, data.test());
      accuracy = outputs.targetAccuracy();
      rows.add(row(trial, pruned, outputs));
      if (bounds.isEmpty()) {
        bounds.addAll(NetworkBounds.of(target, pruned.ticket(), DEMAND, DEMAND));
      }
    }
    common.printTable(table(rows, accuracy));
    bounds.forEach(each -> common.printTable(each + System.lineSeparator()));
    common.printJson(
        new Figures()
            .add("seed", common.seed())
            .add("tolerance", tolerance)
            .add("target_accuracy", accuracy)
            .add("target_parameters", target.numParams())
            .add("rows", rows)
            .add("bounds", bounds));
    return 0;
  }

  private static List<String[]> trials() {
    return List.of(
        new String[] {SubsetSumTicket.TWO_LAYERS, "slth:exact"},
        new String[] {SubsetSumTicket.TWO_LAYERS, "slth:fewest"},
        new String[] {SubsetSumTicket.DEPTH_PLUS_ONE, "slth:exact"},
        new String[] {SubsetSumTicket.DEPTH_PLUS_ONE, "slth:fewest"},
        new String[] {SubsetSumTicket.ONE_CANDIDATE, "slth:exact"});
  }

  private SubsetSumPruner pruner(String construction, String solver) {
    boolean one = construction.equals(SubsetSumTicket.ONE_CANDIDATE);
    return new SubsetSumPruner.Builder(common.seed())
        .construction(construction)
        .solver(solver)
        .law(CandidateLaw.UNIFORM)
        .candidates(one ? single : candidates)
        .attempts(one ? 1 : 64)
        .tolerance(tolerance)
        .nonNegativeInput(true)
        .listener(new PruningProgress())
        .build();
  }

  private MultiLayerNetwork trained(RotatedImages digits) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(common.seed())
            .updater(new Adam(RATE))
            .weightInit(WeightInit.RELU)
            .list();
    for (int width : units) {
      layers.layer(new DenseLayer.Builder().nOut(width).activation(Activation.RELU).build());
    }
    layers.layer(new OutputLayer.Builder().nOut(10).activation(Activation.SOFTMAX).build());
    MultiLayerConfiguration configuration =
        layers.setInputType(InputType.convolutional(28, 28, 1)).build();
    return Training.of(
            configuration, digits.shuffledIterator(BATCH, common.seed()), epochs, digits.count())
        .network();
  }

  private static OutputComparison compared(
      MultiLayerNetwork target, PrunedNetwork<MultiLayerNetwork> pruned, RotatedImages test) {
    try (Progress progress = new Progress("test images", test.count())) {
      return OutputComparison.of(target, pruned.network(), test, progress);
    }
  }

  private static Row row(
      String[] trial, PrunedNetwork<MultiLayerNetwork> pruned, OutputComparison outputs) {
    LayerReport total = pruned.report().total();
    return new Row(
        trial[0].equals(SubsetSumTicket.ONE_CANDIDATE) ? trial[0] : trial[0] + " " + trial[1],
        pruned.ticket().layers().get(0).candidates().get(0),
        pruned.report().depth(),
        total.sourceParameters(),
        total.maskedParameters(),
        total.keptParameters(),
        total.maxError(),
        total.missed(),
        outputs.ticketAccuracy(),
        outputs.maxDifference(),
        total.seconds());
  }

  private static String table(List<Row> rows, double accuracy) {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "target accuracy %.4f%n%-33s %6s %5s %12s %12s %10s %10s %8s %12s %8s%n",
            accuracy,
            "construction",
            "cand.",
            "depth",
            "random",
            "masked",
            "kept",
            "max error",
            "accuracy",
            "probability",
            "seconds"));
    for (Row row : rows) {
      table.append(
          String.format(
              Locale.ROOT,
              "%-33s %6d %5d %,12d %,12d %,10d %10.2e %8.4f %12.2e %8.1f%n",
              row.name(),
              row.candidates(),
              row.depth(),
              row.source(),
              row.masked(),
              row.kept(),
              row.maxError(),
              row.accuracy(),
              row.difference(),
              row.seconds()));
    }
    return table.toString();
  }
}
