package org.slth.examples.stock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.slth.dl4j.data.RotatedImages;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.examples.CommonOptions;
import org.slth.examples.DigitData;
import org.slth.examples.Figures;
import org.slth.examples.PruningProgress;
import org.slth.examples.Training;
import org.slth.examples.TrainingUpdater;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.Redraw;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * LeNet-5 of DL4J's own layers, trained on MNIST and found in random networks with 5 to 30 uniform
 * candidates for each weight, beside the figures of da Cunha, Natale and Viennot, ICLR 2022.
 *
 * <p>As they do, each weight is one subset sum of fresh uniform numbers, of which the best subset
 * is taken. Theirs are uniform on (-1, 1), ours on an interval that fits the largest weight of the
 * layer. With {@code --attempts} above 1, the few weights that miss 2<sup>6 - n</sup>, some 64
 * times the median error of <i>n</i> numbers, have theirs drawn anew, and the ticket says so. Their
 * figures are of the two convolutions alone, those are compared; here all layers are pruned, and
 * the network that is run has the random numbers themselves for weights. Errors are measured in
 * double, so that they are those of the subset sums.
 */
@Command(
    name = "lenet",
    description = {
      "Trains LeNet-5 of DL4J's own layers on MNIST and finds it inside random networks,",
      "beside the errors that da Cunha et al. (2022) published."
    })
public final class LeNet implements Callable<Integer> {

  private static final int BATCH = 64;

  /** Largest relative errors of weights and outputs, as published, by candidates. */
  private static final Map<Integer, Published> PUBLISHED =
      Map.of(
          5, new Published(0.892, 0.52),
          10, new Published(0.566, 0.129),
          15, new Published(0.0179, 5.3e-3),
          20, new Published(7.3e-4, 3.3e-4),
          25, new Published(7.7e-5, 2.8e-5),
          30, new Published(7.7e-6, 2.4e-6));

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--candidates",
      paramLabel = "N",
      split = ",",
      description = "Candidates of each weight (default: 5,10,15,20,25,30).")
  private List<Integer> candidates = List.of(5, 10, 15, 20, 25, 30);

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "12",
      description = "How often to see each digit (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--rate",
      paramLabel = "X",
      defaultValue = "0.002",
      description = "First learning rate of Adam (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--attempts",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How often the candidates of a weight may be drawn if their best subset is far off"
              + " (default: ${DEFAULT-VALUE}).")
  private int attempts;

  @Option(
      names = "--error-images",
      paramLabel = "N",
      defaultValue = "1000",
      description =
          "Digits on which output errors are measured, in double (default: ${DEFAULT-VALUE}).")
  private int errorImages;

  @Option(
      names = "--images",
      paramLabel = "N",
      description = "Train on and test with the first N digits of each part (default: all).")
  private int images;

  @Option(names = "--save", paramLabel = "ZIP", description = "Write the trained target network.")
  private @Nullable Path save;

  @Option(
      names = "--load",
      paramLabel = "ZIP",
      description = "Read a target network, do not train.")
  private @Nullable Path load;

  /** Creates the command; picocli fills in the options. */
  public LeNet() {}

  /** What da Cunha et al. found with so many candidates. */
  private record Published(double weightError, double outputError) {}

  /**
   * A line of the table.
   *
   * @param candidates for each weight
   * @param weightError largest relative error of a weight or bias of a convolution
   * @param outputError largest relative error of what the convolutions give
   * @param otherWeightError largest relative error of a weight or bias of the other layers
   * @param outputDifference largest difference of a class probability
   * @param ticketAccuracy of the pruned network
   * @param draws how often the candidates of a weight were drawn on average
   * @param kept parameters of the ticket
   * @param source parameters of the random network
   * @param seconds of all subset sums
   */
  record Row(
      int candidates,
      double weightError,
      double outputError,
      double otherWeightError,
      double outputDifference,
      double ticketAccuracy,
      double draws,
      long kept,
      long source,
      double seconds) {}

  @Override
  public Integer call() throws IOException {
    if (errorImages < 1) {
      throw new IllegalArgumentException(
          "expected --error-images of at least 1, got " + errorImages);
    }
    candidates.forEach(this::pruner); // finds mistakes before there is work
    DigitData data = DigitData.upright(common.data("mnist")).first(images);
    Training training = load == null ? trained(data.training()) : loaded(load);
    if (save != null) {
      training.network().save(save.toFile(), true);
    }
    MultiLayerNetwork target = training.network().convertDataType(DataType.DOUBLE);
    List<Row> rows = new ArrayList<>();
    double accuracy = 0;
    for (int n : candidates) {
      PrunedNetwork<MultiLayerNetwork> ticket = pruner(n).prune(target);
      LeNetRun run = LeNetRun.of(target, ticket.network(), data.test(), errorImages);
      accuracy = run.targetAccuracy();
      rows.add(row(n, target, ticket, run));
    }
    common.printTable(table(rows, accuracy));
    common.printJson(
        new Figures()
            .add("seed", common.seed())
            .add("target_accuracy", accuracy)
            .add("target_parameters", target.numParams())
            .add("attempts", attempts)
            .add("test_images", data.test().count())
            .add("error_images", Math.min(errorImages, data.test().count()))
            .add("train_seconds", training.seconds())
            .add("rows", rows));
    return 0;
  }

  private SubsetSumPruner pruner(int n) {
    return new SubsetSumPruner.Builder(common.seed())
        .law(CandidateLaw.UNIFORM)
        .candidates(n)
        .attempts(attempts)
        .tolerance(Math.scalb(64.0, -n))
        .nonNegativeInput(true) // a grey value is not negative
        .listener(new PruningProgress())
        .build();
  }

  private Training trained(RotatedImages digits) {
    if (epochs < 1 || !(rate > 0)) {
      throw new IllegalArgumentException(
          "expected positive --epochs and --rate, got %d and %s".formatted(epochs, rate));
    }
    return Training.of(
        StockNetworks.leNet(TrainingUpdater.ADAM.falling(rate, epochs), common.seed()),
        digits.shuffledIterator(BATCH, common.seed()),
        epochs,
        digits.count());
  }

  private static Training loaded(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("expected a saved network, found no file " + file);
    }
    return new Training(MultiLayerNetwork.load(file.toFile(), true), 0);
  }

  private static Row row(
      int n, MultiLayerNetwork target, PrunedNetwork<MultiLayerNetwork> ticket, LeNetRun run) {
    List<Double> errors = EffectiveWeights.errors(target, ticket.network());
    var total = ticket.report().total();
    return new Row(
        n,
        largest(errors.subList(0, 2)),
        run.convolutionError(),
        largest(errors.subList(2, errors.size())),
        run.outputDifference(),
        run.ticketAccuracy(),
        draws(ticket),
        total.keptParameters(),
        total.sourceParameters(),
        total.seconds());
  }

  private static double draws(PrunedNetwork<MultiLayerNetwork> ticket) {
    long again =
        ticket.ticket().layers().stream()
            .flatMap(layer -> layer.redraws().stream())
            .mapToLong(Redraw::attempt)
            .sum();
    return 1 + (double) again / ticket.report().total().targetCoefficients();
  }

  private static double largest(List<Double> errors) {
    return errors.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  private static String table(List<Row> rows, double accuracy) {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            "target accuracy %.4f%n%-10s %12s %10s %12s %10s %12s %12s %8s %6s %11s%n",
            accuracy,
            "candidates",
            "weight error",
            "published",
            "output error",
            "published",
            "other layers",
            "probability",
            "accuracy",
            "draws",
            "kept"));
    for (Row row : rows) {
      Optional<Published> published = Optional.ofNullable(PUBLISHED.get(row.candidates()));
      table.append(
          String.format(
              Locale.ROOT,
              "%-10d %12.2e %10s %12.2e %10s %12.2e %12.2e %8.4f %6.3f %,11d%n",
              row.candidates(),
              row.weightError(),
              published.map(p -> number(p.weightError())).orElse("-"),
              row.outputError(),
              published.map(p -> number(p.outputError())).orElse("-"),
              row.otherWeightError(),
              row.outputDifference(),
              row.ticketAccuracy(),
              row.draws(),
              row.kept()));
    }
    return table.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2e", value);
  }
}
