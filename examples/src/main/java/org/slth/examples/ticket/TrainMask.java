package org.slth.examples.ticket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.slth.dl4j.ticket.TicketFiles;
import org.slth.dl4j.training.MaskScore;
import org.slth.dl4j.training.MaskTraining;
import org.slth.examples.CommonOptions;
import org.slth.examples.DigitData;
import org.slth.examples.Figures;
import org.slth.examples.Progress;
import org.slth.examples.ScoreOptions;
import org.slth.ticket.file.TicketFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Learns which random weights of a network to keep, and writes them as a ticket. */
@Command(
    name = "train-mask",
    description = "Learn which random weights of a network to keep, and write the ticket.",
    footer = {
      "",
      "Images of 28 by 28 pixels and labels are read as MNIST's are, from --data; without it there"
          + " are 4,000 digits in the jar.",
      "Example: slth train-mask network.json digits.slt --data mnist --keep-fraction 0.1"
    })
public final class TrainMask implements Callable<Integer> {

  private static final int TEST_BATCH = 500;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ScoreOptions scores = new ScoreOptions();

  @Parameters(
      index = "0",
      paramLabel = "NETWORK",
      description = "Zip file of a network of one's own, or its configuration as a .json file.")
  private Path network = Path.of("");

  @Parameters(index = "1", paramLabel = "TICKET", description = "File to write.")
  private Path ticket = Path.of("");

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "10",
      description = "How often to see each image (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "128",
      description = "Images in each step (default: ${DEFAULT-VALUE}).")
  private int batch;

  /** Creates the command; picocli fills in the options. */
  public TrainMask() {}

  @Override
  public Integer call() throws IOException {
    SavedNetworks.requirePlace(ticket);
    if (epochs < 1 || batch < 1) {
      throw new IllegalArgumentException(
          "expected positive --epochs and --batch, got %d and %d".formatted(epochs, batch));
    }
    DigitData data = DigitData.upright(common.data("mnist"));
    int steps = (data.training().count() + batch - 1) / batch;
    MaskScore score = scores.score(1, epochs, steps, common.seed());
    Model masked = SavedNetworks.loadOrMake(network);
    MaskUpdaters.set(masked, score);
    MaskTraining.start(masked);
    train(masked, data.training().shuffledIterator(batch, common.seed()));
    TicketFile file = TicketFiles.of(masked, settings(score, data));
    file.write(ticket);
    common.print(figures(file, accuracy(masked, data.test().iterator(TEST_BATCH))));
    return 0;
  }

  private void train(Model masked, DataSetIterator batches) {
    try (Progress progress = new Progress("mask training", epochs)) {
      for (int epoch = 1; epoch <= epochs; epoch++) {
        if (masked instanceof MultiLayerNetwork chain) {
          chain.fit(batches);
        } else {
          ((ComputationGraph) masked).fit(batches);
        }
        batches.reset();
        progress.step(1);
        progress.note(
            String.format(Locale.ROOT, "epoch %d of %d, loss %.4f", epoch, epochs, masked.score()));
      }
    }
  }

  private static double accuracy(Model masked, DataSetIterator test) {
    Evaluation evaluation =
        masked instanceof MultiLayerNetwork chain
            ? chain.evaluate(test)
            : ((ComputationGraph) masked).evaluate(test);
    return evaluation.accuracy();
  }

  private Map<String, String> settings(MaskScore score, DigitData data) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("updater", score.toString());
    settings.put("epochs", Integer.toString(epochs));
    settings.put("batch", Integer.toString(batch));
    settings.put("training images", Integer.toString(data.training().count()));
    return settings;
  }

  private Figures figures(TicketFile file, double accuracy) throws IOException {
    return new Figures()
        .add("ticket", ticket.toString(), "ticket", "%s")
        .add("identity", file.identity(), "identity", "%s")
        .add("bytes", Files.size(ticket), "bytes", "%,d")
        .add("kept", file.ticket().kept(), "weights kept", "%,d")
        .add("accuracy", accuracy, "accuracy on the test images", "%.4f")
        .add("seed", common.seed(), "seed", "%d");
  }
}
