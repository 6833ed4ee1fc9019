package org.slth.examples.inertia;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.IUpdater;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.dl4j.training.MaskTraining;
import org.slth.examples.CommonOptions;
import org.slth.examples.Figures;
import org.slth.examples.Progress;
import org.slth.examples.Training;
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

  private static final String TARGET = "target";
  private static final String TICKET = "ticket";
  private static final String MASKS = "masks";

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private InertiaOptions options = new InertiaOptions();

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
      names = "--masks",
      description = "Also learn which weights of a random network of this size to keep.")
  private boolean withMasks;

  @Option(
      names = "--save",
      paramLabel = "DIR",
      description = "Write target.zip, ticket.zip and, with --masks, masks.zip.")
  private @Nullable Path save;

  @Option(
      names = "--load",
      paramLabel = "DIR",
      description = "Read the networks that --save wrote, do not train or prune.")
  private @Nullable Path load;

  /** Creates the command; picocli fills in the options. */
  public Inertia() {}

  @Override
  public Integer call() throws IOException {
    check();
    Map<String, MultiLayerNetwork> saved = load == null ? Map.of() : loaded(load);
    InertiaNetwork types = load == null ? types() : InertiaNetwork.of(named(TARGET, saved));
    PointMasses masses = types.points(Representation.parse(types.input().group(), space));
    InertiaFigures results =
        new InertiaFigures(types, masses.sample(options.examples(), ~common.seed()), new Figures());
    results.addTypes();
    Map<String, MultiLayerNetwork> networks =
        load == null
            ? trained(types, masses.sample(options.examples(), common.seed()), results)
            : saved;
    networks.forEach(results::add);
    results.addDifference(named(TARGET, networks), named(TICKET, networks));
    common.print(results.figures().add("seed", common.seed(), "seed", "%d"));
    if (save != null) {
      save(networks, save);
    }
    return 0;
  }

  /** Finds mistakes before there is work. */
  private void check() {
    if (width < 1 || points < 1) {
      throw new IllegalArgumentException(
          "expected positive --width and --points, got %d and %d".formatted(width, points));
    }
    if (save != null && Files.exists(save) && !Files.isDirectory(save)) {
      throw new IllegalArgumentException("expected a directory to save to, got the file " + save);
    }
    options.check(common.seed());
  }

  private InertiaNetwork types() {
    Group symmetry = Group.named(group);
    return InertiaNetwork.of(
        Representation.parse(symmetry, space),
        Representation.parse(symmetry, field),
        points,
        width);
  }

  private Map<String, MultiLayerNetwork> trained(
      InertiaNetwork types, DataSet training, InertiaFigures results) {
    Map<String, MultiLayerNetwork> networks = new LinkedHashMap<>();
    MultiLayerNetwork target = fitted("training", network(types, options.adam()), training);
    PrunedNetwork<MultiLayerNetwork> ticket = options.pruner(common.seed()).prune(target);
    System.err.print(ticket.report());
    results.addCounts(ticket.report().total());
    networks.put(TARGET, target);
    networks.put(TICKET, ticket.network());
    if (withMasks) {
      MultiLayerNetwork masks = network(types, options.score(common.seed()));
      MaskTraining.start(masks);
      networks.put(MASKS, fitted(MASKS, masks, training));
    }
    return networks;
  }

  private MultiLayerNetwork network(InertiaNetwork types, IUpdater updater) {
    MultiLayerNetwork network = new MultiLayerNetwork(types.configuration(updater, common.seed()));
    network.init();
    return network;
  }

  private MultiLayerNetwork fitted(String task, MultiLayerNetwork network, DataSet training) {
    try (Progress progress = new Progress(task, options.steps())) {
      return Training.of(network, options.batches(training), options.epochs(), progress).network();
    }
  }

  private static void save(Map<String, MultiLayerNetwork> networks, Path directory)
      throws IOException {
    Files.createDirectories(directory);
    for (Map.Entry<String, MultiLayerNetwork> network : networks.entrySet()) {
      network.getValue().save(file(directory, network.getKey()).toFile(), true);
    }
  }

  private static Map<String, MultiLayerNetwork> loaded(Path directory) throws IOException {
    Map<String, MultiLayerNetwork> networks = new LinkedHashMap<>();
    for (String name : List.of(TARGET, TICKET, MASKS)) {
      Path file = file(directory, name);
      if (Files.isRegularFile(file)) {
        networks.put(name, MultiLayerNetwork.load(file.toFile(), true));
      }
    }
    return networks;
  }

  private static Path file(Path directory, String name) {
    return directory.resolve(name + ".zip");
  }

  private MultiLayerNetwork named(String name, Map<String, MultiLayerNetwork> networks) {
    MultiLayerNetwork network = networks.get(name);
    if (network == null) {
      throw new IllegalArgumentException(
          "expected a directory that --save wrote, found no %s.zip in %s".formatted(name, load));
    }
    return network;
  }
}
