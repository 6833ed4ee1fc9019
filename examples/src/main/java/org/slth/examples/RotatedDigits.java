package org.slth.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.slth.dl4j.data.RotatedImages;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.group.PlanarGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The main job: a strong lottery ticket of an equivariant network on rotated digits.
 *
 * <p>Trains a steerable CNN, builds a random network of the same symmetry, prunes it by subset sums
 * until it is the trained one, runs it on images neither has seen, and shows both side by side.
 *
 * <p>Subset sums need ReLU between layers, which commutes with fields whose channels the group
 * permutes only. So of SO(2) and O(2), and with other nonlinearities, there is the target alone;
 * its mask can be trained, as {@link MaskDigits} does.
 */
@Command(
    name = "rotated-digits",
    description = "Train an equivariant network on rotated digits and find it inside a random one.")
public final class RotatedDigits implements Callable<Integer> {

  private static final int BATCH = 64;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private SymmetryOptions symmetry = new SymmetryOptions();
  @Mixin private TicketOptions tickets = new TicketOptions();

  @Option(
      names = "--full",
      description =
          "MNIST itself, 12,000 digits to train on and 50,000 to test with; needs --data.")
  private boolean full;

  @Option(names = "--flip", description = "Mirror half of the digits, too.")
  private boolean flip;

  @Option(
      names = "--augment",
      description = "Turn the training digits by new angles in every epoch.")
  private boolean augment;

  @Option(
      names = "--warp",
      paramLabel = "PIXELS",
      description =
          "With --augment: also bend each digit anew, by at most this many pixels (default: 0).")
  private double warp;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "12",
      description = "How often to see each digit (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--rate",
      paramLabel = "X",
      defaultValue = "0.01",
      description = "First learning rate of Adam (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--width",
      paramLabel = "X",
      description =
          "Factor of the numbers of channels, 64-96-128-128-192 (default: 0.5, with --full 1).")
  private @Nullable Double width;

  @Option(
      names = "--features",
      paramLabel = "N",
      description =
          "Fields of the last convolution, each one number after pooling over the group (default:"
              + " as many as fill its channels).")
  private int features;

  @Option(
      names = "--whole",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "How many of the five convolutions commute with the whole group; those behind them commute"
              + " with its rotations (default: ${DEFAULT-VALUE}).")
  private int whole;

  @Option(names = "--save", paramLabel = "ZIP", description = "Write the trained target network.")
  private @Nullable Path save;

  @Option(
      names = "--load",
      paramLabel = "ZIP",
      description = "Read a target network, do not train.")
  private @Nullable Path load;

  @Option(
      names = "--report",
      paramLabel = "HTML",
      description =
          "Write a page with charts of target and ticket, and an image of each beside it.")
  private @Nullable Path report;

  @Override
  public Integer call() throws IOException {
    pruner(); // finds mistakes before there is work
    if (save != null && !Files.isDirectory(save.resolveSibling("").toAbsolutePath())) {
      throw new IllegalArgumentException(
          "expected a file in an existing directory to save to, got " + save);
    }
    if (report != null) {
      TicketReport.require(report);
    }
    DigitData data = data();
    Training target = load == null ? trained(data.training()) : loaded(load);
    if (save != null) {
      target.network().save(save.toFile(), true);
    }
    common.print(isPrunable(target.network()) ? ticket(target, data) : targetAlone(target, data));
    return 0;
  }

  private SubsetSumPruner pruner() {
    return tickets.pruner(common.seed(), true); // a grey value is not negative
  }

  /** Finds the target inside a random network. */
  private Figures ticket(Training target, DigitData data) throws IOException {
    PrunedNetwork<MultiLayerNetwork> ticket = pruner().prune(target.network());
    System.err.print(ticket.report());
    TicketFigures figures = new TicketFigures(plane(target.network()), target, ticket, data.test());
    TicketReport run = figures.run();
    if (report != null) {
      run.write(report, target.network(), ticket, plane(target.network()));
    }
    return tickets.addTo(described(figures.measured(run), data));
  }

  private Figures targetAlone(Training target, DigitData data) {
    System.err.println(
        "no ticket, the target alone: subset sums need ReLU between layers, which commutes only"
            + " with fields whose channels the group permutes; mask-digits trains masks of any");
    return described(
        new TargetFigures(plane(target.network()), target, data.test()).measured(), data);
  }

  private Figures described(Figures figures, DigitData data) {
    return figures
        .add("seed", common.seed(), "seed", "%d")
        .add("training_images", data.training().count(), "images trained on", "%,d");
  }

  /** Returns whether ReLU commutes with the input of every convolution. */
  private static boolean isPrunable(MultiLayerNetwork network) {
    return convolutions(network).allMatch(layer -> layer.inputType().isPermutation());
  }

  private DigitData data() throws IOException {
    if (!full) {
      return DigitData.embedded(flip);
    }
    Path directory =
        common
            .data("mnist")
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--full needs MNIST: give --data DIR or set SLTH_DATA"));
    return DigitData.full(directory, flip);
  }

  private Training trained(RotatedImages images) {
    double factor = width != null ? width : full ? 1 : 0.5;
    if (epochs < 1 || !(rate > 0) || !(factor > 0) || features < 0) {
      throw new IllegalArgumentException(
          "expected positive --epochs, --rate and --width and no negative --features, got %d, %s, %s"
                  .formatted(epochs, rate, factor)
              + " and "
              + features);
    }
    if (whole < 1 || whole > 5 || (warp != 0 && !augment)) {
      throw new IllegalArgumentException(
          "expected --whole from 1 to 5, and --warp with --augment only, got --whole %d, --warp %s"
              .formatted(whole, warp));
    }
    DigitsNetwork network =
        new DigitsNetwork(symmetry.group(), symmetry.family(), factor, features, whole);
    DataSetIterator batches =
        augment
            ? images.augmentedIterator(BATCH, flip, warp, common.seed())
            : images.shuffledIterator(BATCH, common.seed());
    return Training.of(
        network.configuration(epochs, rate, common.seed()), batches, epochs, images.count());
  }

  private Training loaded(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("expected a saved network, found no file " + file);
    }
    return new Training(MultiLayerNetwork.load(file.toFile(), true), 0);
  }

  private static Stream<SteerableConvolution2D> convolutions(MultiLayerNetwork network) {
    return network.getLayerWiseConfigurations().getConfs().stream()
        .map(NeuralNetConfiguration::getLayer)
        .filter(SteerableConvolution2D.class::isInstance)
        .map(SteerableConvolution2D.class::cast);
  }

  /** Returns the group of the last convolution: what lies before may commute with more. */
  private static PlanarGroup plane(MultiLayerNetwork network) {
    return convolutions(network)
        .map(layer -> DigitsNetwork.planar(layer.inputType().group()))
        .reduce((first, second) -> second)
        .orElseThrow(
            () -> new IllegalArgumentException("expected a network with a steerable convolution"));
  }
}
