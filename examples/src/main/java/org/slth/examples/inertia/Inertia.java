package org.slth.examples.inertia;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.ViewIterator;
import org.nd4j.linalg.learning.config.IUpdater;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.dl4j.training.MaskScore;
import org.slth.dl4j.training.MaskTraining;
import org.slth.examples.CommonOptions;
import org.slth.examples.Figures;
import org.slth.examples.Progress;
import org.slth.examples.TicketOptions;
import org.slth.examples.Training;
import org.slth.examples.TrainingUpdater;
import org.slth.group.Group;
import org.slth.representation.Representation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The moment of inertia of point masses, a task of Finzi, Welling and Wilson, "A Practical Method
 * for Constructing Equivariant Multilayer Perceptrons for Arbitrary Matrix Groups", ICML 2021:
 * numbers and vectors in, a tensor of order 2 out, for any finite group.
 *
 * <p>Trains a network, finds it inside a random one, and, if asked, trains masks alone.
 */
@Command(
    name = "inertia",
    description =
        "Learn the moment of inertia of point masses with a network of any finite group, plugins'"
            + " too, and find it inside a random one.")
public final class Inertia implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private TicketOptions tickets = new TicketOptions();

  @Option(
      names = "--group",
      paramLabel = "NAME",
      defaultValue = "I",
      description = "The symmetry, a finite group (default: ${DEFAULT-VALUE}).")
  private String group = "";

  @Option(
      names = "--space",
      paramLabel = "REPRESENTATION",
      defaultValue = "vector",
      description = "How it acts on positions (default: ${DEFAULT-VALUE}).")
  private String space = "";

  @Option(
      names = "--field",
      paramLabel = "REPRESENTATION",
      defaultValue = "regular",
      description =
          "How it permutes the channels of a field, since ReLU acts on them; positions are lifted to"
              + " such fields (default: ${DEFAULT-VALUE}).")
  private String field = "";

  @Option(
      names = "--width",
      paramLabel = "N",
      defaultValue = "6",
      description = "Number of hidden fields (default: ${DEFAULT-VALUE}).")
  private int width;

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "5",
      description = "Number of point masses (default: ${DEFAULT-VALUE}).")
  private int points;

  @Option(
      names = "--examples",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How many to train on, and to test with (default: ${DEFAULT-VALUE}).")
  private int examples;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "20",
      description = "How often to see each example (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "20",
      description = "Examples in each step (default: ${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--rate",
      paramLabel = "X",
      defaultValue = "0.02",
      description = "First learning rate of Adam, for masks too (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--masks",
      description = "Also learn which weights of a random network of this size to keep.")
  private boolean withMasks;

  @Option(
      names = "--keep-fraction",
      paramLabel = "X",
      defaultValue = "0.5",
      description = "Fraction of the weights that --masks keeps (default: ${DEFAULT-VALUE}).")
  private double keepFraction;

  @Option(names = "--save", paramLabel = "ZIP", description = "Write the trained target network.")
  private @Nullable Path save;

  @Option(
      names = "--load",
      paramLabel = "ZIP",
      description = "Read a target network and its group, do not train it.")
  private @Nullable Path load;

  /** Creates the command; picocli fills in the options. */
  public Inertia() {}

  @Override
  public Integer call() throws IOException {
    SubsetSumPruner pruner = check();
    Optional<MultiLayerNetwork> saved = load == null ? Optional.empty() : Optional.of(loaded(load));
    InertiaNetwork types = saved.map(InertiaNetwork::of).orElseGet(this::types);
    PointMasses masses = types.points(Representation.parse(types.input().group(), space));
    DataSet training = masses.sample(examples, common.seed());
    MultiLayerNetwork target =
        saved.orElseGet(() -> fitted("training", network(types, adam()), training));
    if (save != null) {
      target.save(save.toFile(), true);
    }
    PrunedNetwork<MultiLayerNetwork> ticket = pruner.prune(target);
    System.err.print(ticket.report());
    InertiaFigures results =
        new InertiaFigures(types, masses.sample(examples, ~common.seed()), new Figures());
    results.addTypes();
    results.add("target", target);
    results.add("ticket", ticket.network());
    if (withMasks) {
      results.add("masks", masked(types, training));
    }
    results.addTicket(target, ticket);
    common.print(results.figures().add("seed", common.seed(), "seed", "%d"));
    return 0;
  }

  /** Finds mistakes before there is work. */
  private SubsetSumPruner check() {
    for (double number : new double[] {width, points, examples, epochs, batch, rate}) {
      if (!(number > 0)) {
        throw new IllegalArgumentException(
            "expected positive --width, --points, --examples, --epochs, --batch and --rate, got "
                + number);
      }
    }
    if (save != null && !Files.isDirectory(save.resolveSibling("").toAbsolutePath())) {
      throw new IllegalArgumentException(
          "expected a file in an existing directory to save to, got " + save);
    }
    if (withMasks) {
      score();
    }
    return tickets.pruner(common.seed(), false);
  }

  private MaskScore score() {
    return new MaskScore.Builder(keepFraction).seed(common.seed()).inner(adam()).build();
  }

  private IUpdater adam() {
    return TrainingUpdater.ADAM.falling(rate, epochs);
  }

  private InertiaNetwork types() {
    Group symmetry = Group.named(group);
    return InertiaNetwork.of(
        Representation.parse(symmetry, space),
        Representation.parse(symmetry, field),
        points,
        width);
  }

  private MultiLayerNetwork masked(InertiaNetwork types, DataSet training) {
    MultiLayerNetwork network = network(types, score());
    MaskTraining.start(network);
    return fitted("masks", network, training);
  }

  private MultiLayerNetwork network(InertiaNetwork types, IUpdater updater) {
    MultiLayerNetwork network = new MultiLayerNetwork(types.configuration(updater, common.seed()));
    network.init();
    return network;
  }

  private MultiLayerNetwork fitted(String task, MultiLayerNetwork network, DataSet training) {
    try (Progress progress = new Progress(task, (long) epochs * examples)) {
      return Training.of(network, new ViewIterator(training, batch), epochs, progress).network();
    }
  }

  private static MultiLayerNetwork loaded(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("expected a saved network, found no file " + file);
    }
    return MultiLayerNetwork.load(file.toFile(), true);
  }
}
