package org.slth.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.IUpdater;
import org.slth.dl4j.data.RotatedImages;
import org.slth.dl4j.ticket.TicketFiles;
import org.slth.dl4j.training.MaskScore;
import org.slth.dl4j.training.MaskTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A strong lottery ticket by training: random weights stay as they are, and only which of them to
 * keep is learnt. Beside it a twin, the same network with its weights trained on the same batches.
 */
@Command(
    name = "mask-digits",
    description = "Learn which weights of a random network to keep so that it reads digits.")
public final class MaskDigits implements Callable<Integer> {

  /** What is trained. */
  enum Kind {
    /** 784-300-100-10 units. */
    MLP(1, 1),
    /** Two convolutions and a dense layer. */
    CNN(1, 1),
    /** Five steerable convolutions, for digits that are turned. */
    STEERABLE(3, 10);

    private final double maskFactor; // of the usual rates
    private final double twinFactor;

    Kind(double maskFactor, double twinFactor) {
      this.maskFactor = maskFactor;
      this.twinFactor = twinFactor;
    }
  }

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private MaskOptions masks = new MaskOptions();
  @Mixin private SymmetryOptions symmetry = new SymmetryOptions();

  @Option(
      names = "--network",
      paramLabel = "NAME",
      defaultValue = "mlp",
      description =
          "mlp (784-300-100-10 units) or cnn, for upright digits, or steerable, for rotated ones"
              + " (default: ${DEFAULT-VALUE}).")
  private Kind kind = Kind.MLP;

  @Option(
      names = "--width",
      paramLabel = "X",
      description =
          "Factor of the numbers of units, channels or fields (default: 1, steerable without --full"
              + " 0.5).")
  private @Nullable Double width;

  @Option(
      names = "--full",
      description =
          "All of MNIST: rotated for steerable, 12,000 digits to train on and 50,000 to test with;"
              + " needs --data. The others take all if there is --data.")
  private boolean full;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "10",
      description = "How often to see each digit (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "128",
      description = "Digits in each step (default: ${DEFAULT-VALUE}).")
  private int batch;

  @Option(names = "--no-twin", description = "Do not train the twin.")
  private boolean noTwin;

  @Option(names = "--save", paramLabel = "ZIP", description = "Write the masked network.")
  private @Nullable Path save;

  @Option(names = "--ticket", paramLabel = "SLT", description = "Write the masks as a ticket.")
  private @Nullable Path ticket;

  /** Creates the command; picocli fills in the options. */
  public MaskDigits() {}

  @Override
  public Integer call() throws IOException {
    check();
    DigitData data = data();
    Optional<MaskTrial.Result> twin = noTwin ? Optional.empty() : Optional.of(twin(data));
    int steps = (data.training().count() + batch - 1) / batch;
    StringBuilder table = new StringBuilder();
    for (MaskScore score : scores(steps)) {
      MaskTrial trial = new MaskTrial(score, masked(score, data), twin);
      Figures figures = figures(trial, data);
      if (masks.isTable()) {
        table.append(trial.line());
        common.printJson(figures);
      } else {
        common.print(figures);
      }
      if (save != null) {
        trial.masked().training().network().save(save.toFile(), true);
      }
      if (ticket != null) {
        TicketFiles.of(trial.masked().training().network(), Map.of("updater", score.toString()))
            .write(ticket);
      }
    }
    if (masks.isTable()) {
      common.printTable(MaskTrial.heading(twin) + table);
    }
    return 0;
  }

  /** Finds mistakes before there is work. */
  private void check() {
    if (epochs < 1 || batch < 1 || !(width() > 0) || width() == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "expected positive --epochs, --batch and --width, got %d, %d and %s"
              .formatted(epochs, batch, width()));
    }
    if ((save != null || ticket != null) && masks.isTable()) {
      throw new IllegalArgumentException(
          "--save and --ticket write one network, --table trains many");
    }
    requirePlace(save);
    requirePlace(ticket);
    symmetry.family();
    masks.twinUpdater(kind.twinFactor, epochs);
    scores(1);
  }

  private static void requirePlace(@Nullable Path file) {
    if (file != null && !Files.isDirectory(file.resolveSibling("").toAbsolutePath())) {
      throw new IllegalArgumentException(
          "expected a file in an existing directory to save to, got " + file);
    }
  }

  private List<MaskScore> scores(int steps) {
    return masks.scores(kind.maskFactor, epochs, steps, common.seed());
  }

  private double width() {
    return width != null ? width : kind == Kind.STEERABLE && !full ? 0.5 : 1;
  }

  private DigitData data() throws IOException {
    Optional<Path> directory = common.data("mnist");
    if (full && directory.isEmpty()) {
      throw new IllegalArgumentException("--full needs MNIST: give --data DIR or set SLTH_DATA");
    }
    if (kind != Kind.STEERABLE) {
      return DigitData.upright(directory);
    }
    return full ? DigitData.full(directory.orElseThrow(), false) : DigitData.embedded(false);
  }

  private MaskTrial.Result masked(MaskScore score, DigitData data) {
    MultiLayerNetwork network = network(score);
    MaskTraining.start(network);
    String task = String.format(Locale.ROOT, "%s %s", score.strategyName(), score.keepFraction());
    return result(task, network, data);
  }

  private MaskTrial.Result twin(DigitData data) {
    return result("twin", network(masks.twinUpdater(kind.twinFactor, epochs)), data);
  }

  private MultiLayerNetwork network(IUpdater updater) {
    PlainNetwork plain = new PlainNetwork(width(), updater, common.seed());
    MultiLayerConfiguration configuration =
        switch (kind) {
          case MLP -> plain.dense();
          case CNN -> plain.convolutional();
          case STEERABLE ->
              new DigitsNetwork(symmetry.group(), symmetry.family(), width())
                  .configuration(updater, common.seed());
        };
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    return network;
  }

  private MaskTrial.Result result(String task, MultiLayerNetwork network, DigitData data) {
    RotatedImages images = data.training();
    try (Progress progress = new Progress(task, (long) epochs * images.count())) {
      Training training =
          Training.of(network, images.shuffledIterator(batch, common.seed()), epochs, progress);
      double accuracy = OutputComparison.accuracy(network, data.test());
      progress.note(String.format(Locale.ROOT, "accuracy %.4f", accuracy));
      return new MaskTrial.Result(training, accuracy);
    }
  }

  private Figures figures(MaskTrial trial, DigitData data) {
    Figures figures =
        new Figures().add("network", kind.name().toLowerCase(Locale.ROOT), "network", "%s");
    trial.addTo(figures);
    if (kind == Kind.STEERABLE) {
      trial.addSymmetry(figures, symmetry.group(), data.test());
    }
    return figures
        .add("training_images", data.training().count(), "images trained on", "%,d")
        .add("test_images", data.test().count(), "images tested with", "%,d")
        .add("width", width(), "width", "%s")
        .add("epochs", epochs, "epochs", "%d")
        .add("batch", batch, "batch", "%d")
        .add("seed", common.seed(), "seed", "%d");
  }
}
