package org.slth.dl4j.data.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One graph whose nodes have classes, of which a network sees a part: papers, the words in them,
 * and who cites whom. Immutable.
 */
public final class CitationGraph {

  private final String name;
  private final Graph graph;
  private final int[] labels;
  private final List<String> classNames;
  private final Split split;

  private CitationGraph(
      String name, Graph graph, int[] labels, List<String> classNames, Split split) {
    this.name = name;
    this.graph = graph;
    this.labels = labels;
    this.classNames = classNames;
    this.split = split;
  }

  /**
   * A graph, the classes of its nodes, and no split.
   *
   * @param labels the class of each node, or -1 for none; not modified
   * @throws IllegalArgumentException if there is not one label per node, or one without a name
   */
  public static CitationGraph of(String name, Graph graph, int[] labels, List<String> classNames) {
    if (labels.length != graph.nodes()) {
      throw new IllegalArgumentException(
          String.format("expected %d labels, got %d", graph.nodes(), labels.length));
    }
    for (int label : labels) {
      if (label < -1 || label >= classNames.size()) {
        throw new IllegalArgumentException(
            String.format("expected labels from -1 to %d, got %d", classNames.size() - 1, label));
      }
    }
    Split none = Split.of(new int[0], new int[0], new int[0]);
    return new CitationGraph(name, graph, labels.clone(), List.copyOf(classNames), none);
  }

  /**
   * Reads a folder with {@code edge.csv}, {@code node-label.csv}, {@code split/train.csv}, {@code
   * valid.csv} and {@code test.csv}, and where they are there {@code node-feat.csv} and {@code
   * self-loop.csv}: the citation graphs of Planetoid with their public split.
   *
   * @param selfLoops whether to keep self loops, as Kipf's and few others' code does
   * @throws IOException if a file is missing or malformed; the message names file and line
   */
  public static CitationGraph planetoid(Path folder, boolean selfLoops) throws IOException {
    return new PlanetoidFolder(folder).read(selfLoops);
  }

  /**
   * Reads a folder with {@code NAME.content} and {@code NAME.cites}, plain or with {@code .gz}
   * appended, as LINQS distributes them. There is no split. Citations of unknown papers and of a
   * paper by itself are left out; classes are sorted by name.
   *
   * @throws IOException if a file is missing or malformed; the message names file and line
   */
  public static CitationGraph linqs(Path folder) throws IOException {
    return LinqsFolder.read(folder);
  }

  /** Returns the name of the data set. */
  public String name() {
    return name;
  }

  /** Returns the graph, with the words as features of its nodes. */
  public Graph graph() {
    return graph;
  }

  /** Returns the number of classes. */
  public int classes() {
    return classNames.size();
  }

  /** Returns what the classes are called in the files. */
  public List<String> classNames() {
    return classNames;
  }

  /** Returns the class of each node, -1 where there is none. */
  public int[] labels() {
    return labels.clone();
  }

  /** Returns which nodes are for training, validation and test; all parts may be empty. */
  public Split split() {
    return split;
  }

  /**
   * Returns the same graph with another split.
   *
   * @throws IllegalArgumentException if a part has a node that does not exist or has no class
   */
  public CitationGraph withSplit(Split newSplit) {
    checkLabelled(newSplit.train());
    checkLabelled(newSplit.validation());
    checkLabelled(newSplit.test());
    return new CitationGraph(name, graph, labels, classNames, newSplit);
  }

  private void checkLabelled(int[] nodes) {
    for (int node : nodes) {
      if (node < 0 || node >= labels.length || labels[node] < 0) {
        throw new IllegalArgumentException(
            "expected nodes below " + labels.length + " with a class, got " + node);
      }
    }
  }

  /**
   * Returns the same graph with a random split of Planetoid's kind.
   *
   * @param trainPerClass how many training nodes of each class; the other parts are not stratified
   * @throws IllegalArgumentException if there are not so many nodes with a class
   */
  public CitationGraph withRandomSplit(
      int trainPerClass, int validationSize, int testSize, long seed) {
    RandomGenerator random = Permutations.generator(seed);
    int[] order = Permutations.random(labels.length, random);
    int[] left = new int[classes()];
    Arrays.fill(left, trainPerClass);
    int[] train =
        Arrays.stream(order).filter(v -> labels[v] >= 0 && left[labels[v]]-- > 0).toArray();
    BitSet used = new BitSet();
    Arrays.stream(train).forEach(used::set);
    int[] rest = Arrays.stream(order).filter(v -> labels[v] >= 0 && !used.get(v)).toArray();
    if (train.length < trainPerClass * classes() || rest.length < validationSize + testSize) {
      throw new IllegalArgumentException(
          String.format(
              "expected at most %d training and %d other nodes, got %d per class and %d + %d",
              train.length, rest.length, trainPerClass, validationSize, testSize));
    }
    return withSplit(
        Split.of(
            train,
            Arrays.copyOf(rest, validationSize),
            Arrays.copyOfRange(rest, validationSize, validationSize + testSize)));
  }

  /** Returns the same graph with each row of the features divided by its sum, unless it is 0. */
  public CitationGraph withNormalizedFeatures() {
    Graph normalized = graph.withFeatures(graph.features().normalizedRows());
    return new CitationGraph(name, normalized, labels, classNames, split);
  }

  /**
   * Returns the whole graph as one batch of which the loss, and an evaluation, sees some nodes.
   *
   * <p>Labels are one-hot {@code [N, classes]}, with zeros for nodes without a class; the mask
   * {@code [N, 1]} is 1 at the nodes seen, else 0. DL4J divides by N: score and gradients are
   * |nodes|/N of those of the mean loss over the nodes seen, which matters beside weight decay.
   *
   * @param nodes the nodes to see, each with a class, at least one
   * @throws IllegalArgumentException if there is none, or one without a class
   */
  public MultiDataSet batch(int[] nodes, GraphInput... inputs) {
    return masked(1, nodes, inputs);
  }

  /**
   * Returns the same as {@link #batch} but for the mask, which is N/|nodes| where that is 1, so
   * that score and gradients are those of the mean loss over the nodes seen.
   *
   * <p>For networks that end in a {@code LossLayer}; an {@code OutputLayer} of DL4J 1.0.0-M2.1
   * multiplies what goes into its activation function by the mask, which is only right for 0 and 1.
   *
   * @param nodes the nodes to see, each with a class, at least one
   * @throws IllegalArgumentException if there is none, or one without a class
   */
  public MultiDataSet weightedBatch(int[] nodes, GraphInput... inputs) {
    return masked((float) labels.length / Math.max(1, nodes.length), nodes, inputs);
  }

  private MultiDataSet masked(float weight, int[] nodes, GraphInput... inputs) {
    checkLabelled(nodes);
    if (nodes.length == 0) {
      throw new IllegalArgumentException("expected at least one node to see, got none");
    }
    GraphDataset alone = GraphDataset.of(name, List.of(graph));
    float[] mask = new float[labels.length];
    for (int node : nodes) {
      mask[node] = weight;
    }
    return new MultiDataSet(
        new GraphArrays.Builder(alone, inputs).build().features(0),
        new INDArray[] {oneHot()},
        null, // DL4J's word for arrays without a mask
        new INDArray[] {Nd4j.createFromArray(mask).reshape(mask.length, 1)});
  }

  private INDArray oneHot() {
    float[] values = new float[labels.length * classes()];
    for (int node = 0; node < labels.length; node++) {
      if (labels[node] >= 0) {
        values[node * classes() + labels[node]] = 1;
      }
    }
    return Nd4j.createFromArray(values).reshape(labels.length, classes());
  }

  @Override
  public String toString() {
    return String.format("%s: %s, %d classes", name, graph, classes());
  }
}
