package org.slth.examples.stock;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.slth.dl4j.data.RotatedImages;
import org.slth.dl4j.pruning.LayerReport;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.examples.CommonOptions;
import org.slth.examples.DigitData;
import org.slth.examples.Figures;
import org.slth.examples.Progress;
import org.slth.examples.TicketOptions;
import org.slth.examples.TrainingUpdater;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A residual network of DL4J's own layers in a {@code ComputationGraph}, trained on digits and
 * found in a random network: its normalizations are folded in, sums, merges and poolings copied.
 */
@Command(
    name = "residual",
    description = "Trains a residual network of digits and finds it inside a random one.")
public final class Residual implements Callable<Integer> {

  private static final int BATCH = 64;
  private static final int TEST_BATCH = 50;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private TicketOptions tickets = new TicketOptions();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "2",
      description = "How often to see each digit (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--rate",
      paramLabel = "X",
      defaultValue = "0.003",
      description = "First learning rate of Adam (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--channels",
      paramLabel = "N",
      defaultValue = "8",
      description = "Channels of the first block (default: ${DEFAULT-VALUE}).")
  private int channels;

  @Option(
      names = "--images",
      paramLabel = "N",
      description = "Train on and test with the first N digits of each part (default: all).")
  private int images;

  /** Creates the command; picocli fills in the options. */
  public Residual() {}

  @Override
  public Integer call() throws IOException {
    if (epochs < 1 || !(rate > 0) || channels < 1) {
      throw new IllegalArgumentException(
          "expected positive --epochs, --rate and --channels, got %d, %s and %d"
              .formatted(epochs, rate, channels));
    }
    var pruner = tickets.pruner(common.seed(), true); // a grey value is not negative
    DigitData data = DigitData.upright(common.data("mnist")).first(images);
    ComputationGraph target = trained(data.training());
    PrunedNetwork<ComputationGraph> ticket = pruner.prune(target);
    System.err.print(ticket.report());
    common.print(figures(target, ticket, data.test()));
    return 0;
  }

  private ComputationGraph trained(RotatedImages digits) {
    ComputationGraph network =
        new ComputationGraph(
            StockNetworks.residual(
                channels, TrainingUpdater.ADAM.falling(rate, epochs), common.seed()));
    network.init();
    try (Progress progress = new Progress("training", epochs)) {
      for (int epoch = 0; epoch < epochs; epoch++) {
        network.fit(digits.shuffledIterator(BATCH, common.seed() + epoch));
        progress.step(1);
      }
    }
    return network;
  }

  private Figures figures(
      ComputationGraph target, PrunedNetwork<ComputationGraph> ticket, RotatedImages test) {
    long right = 0;
    long ticketRight = 0;
    double gap = 0;
    try (Progress progress = new Progress("test images", test.count())) {
      for (int from = 0; from < test.count(); from += TEST_BATCH) {
        DataSet batch = test.batch(from, Math.min(test.count(), from + TEST_BATCH));
        INDArray labels = batch.getLabels().argMax(1);
        INDArray expected = target.outputSingle(batch.getFeatures());
        INDArray actual = ticket.network().outputSingle(batch.getFeatures());
        right += Accuracy.right(labels, expected);
        ticketRight += Accuracy.right(labels, actual);
        gap = Math.max(gap, expected.sub(actual).amaxNumber().doubleValue());
        progress.step(batch.numExamples());
      }
    }
    LayerReport total = ticket.report().total();
    return new Figures()
        .add("seed", common.seed(), "seed", "%d")
        .add("target_accuracy", (double) right / test.count(), "target accuracy", "%.4f")
        .add("ticket_accuracy", (double) ticketRight / test.count(), "ticket accuracy", "%.4f")
        .add("max_output_difference", gap, "largest output difference", "%.2e")
        .add("test_images", test.count(), "images tested with", "%,d")
        .add("max_coefficient_error", total.maxError(), "largest coefficient error", "%.2e")
        .add("target_parameters", total.targetCoefficients(), "parameters of target", "%,d")
        .add("source_parameters", total.sourceParameters(), "parameters of random network", "%,d")
        .add("masked_parameters", total.maskedParameters(), "  after the data-free mask", "%,d")
        .add("kept_parameters", total.keptParameters(), "parameters of ticket", "%,d")
        .add("missed", total.missed(), "coefficients out of tolerance", "%,d")
        .add("subset_sum_seconds", total.seconds(), "seconds of subset sums", "%.1f")
        .add("layers", ticket.report().layers());
  }
}
