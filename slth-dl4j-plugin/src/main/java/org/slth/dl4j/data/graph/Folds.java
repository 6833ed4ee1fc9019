package org.slth.dl4j.data.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;

/** Splits for cross validation: fold <i>i</i> tests on one part and trains on the others. */
public final class Folds {

  private static final int PUBLISHED = 10;

  private Folds() {}

  /**
   * Returns ten folds of a data set in TUDataset format: those of its folder {@code 10fold_idx} if
   * there is one, else those of its file {@code NAME_folds.txt} if there is one, else stratified
   * ones.
   *
   * @param seed for stratified folds
   * @throws IOException if a file is malformed; the message names file and line
   */
  public static List<Split> of(Path folder, GraphDataset dataset, long seed) throws IOException {
    if (Files.isDirectory(folder.resolve("10fold_idx"))) {
      return published(folder.resolve("10fold_idx"), dataset.size());
    }
    Path numbered = folder.resolve(dataset.name() + "_folds.txt");
    if (Files.exists(numbered)) {
      return numbered(numbered, dataset.size());
    }
    return stratified(dataset.labels(), PUBLISHED, seed);
  }

  /**
   * Reads the folds of a folder of files {@code train_idx-1.txt}, {@code test_idx-1.txt} to {@code
   * test_idx-10.txt}, each with numbers of graphs from 0. Graphs may be missing.
   *
   * @throws IOException if a file is missing or malformed; the message names file and line
   */
  public static List<Split> published(Path folder, int graphs) throws IOException {
    List<Split> folds = new ArrayList<>();
    for (int fold = 1; fold <= PUBLISHED; fold++) {
      BitSet seen = new BitSet();
      int[] train = numbers(folder.resolve("train_idx-" + fold + ".txt"), graphs, seen);
      int[] test = numbers(folder.resolve("test_idx-" + fold + ".txt"), graphs, seen);
      folds.add(Split.of(train, new int[0], test));
    }
    return List.copyOf(folds);
  }

  /** Reads numbers below a limit, none of them seen before. */
  static int[] numbers(Path file, int limit, BitSet seen) throws IOException {
    TextFile lines = TextFile.read(file);
    int[] numbers = new int[lines.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = lines.integer(i, 0, limit - 1);
      if (seen.get(numbers[i])) {
        throw lines.error(i, "a number not used before, here or in another part");
      }
      seen.set(numbers[i]);
    }
    return numbers;
  }

  /**
   * Reads the folds of a file that says for each graph, line by line, in which fold from 0 it is a
   * test graph.
   *
   * @throws IOException if the file is malformed; the message names file and line
   */
  public static List<Split> numbered(Path file, int graphs) throws IOException {
    TextFile lines = TextFile.read(file).ofSize(graphs, "graph");
    int[] fold = new int[graphs];
    for (int i = 0; i < graphs; i++) {
      fold[i] = lines.integer(i, 0, graphs - 1);
    }
    return splits(fold, 1 + Arrays.stream(fold).max().orElse(0));
  }

  /**
   * Returns folds in which the shares of the classes differ as little as possible, as do the sizes.
   *
   * @param labels the class of each graph; not modified
   * @throws IllegalArgumentException if there are fewer than two folds, or more than graphs
   */
  public static List<Split> stratified(int[] labels, int count, long seed) {
    if (count < 2 || count > labels.length) {
      throw new IllegalArgumentException(
          String.format("expected 2 to %d folds, got %d", labels.length, count));
    }
    int[] order =
        byClass(Permutations.identity(labels.length), labels, Permutations.generator(seed));
    int[] fold = new int[labels.length];
    for (int i = 0; i < order.length; i++) {
      fold[order[i]] = i % count;
    }
    return splits(fold, count);
  }

  private static List<Split> splits(int[] fold, int count) {
    List<Split> splits = new ArrayList<>();
    for (int f = 0; f < count; f++) {
      int test = f;
      int[] all = Permutations.identity(fold.length);
      splits.add(
          Split.of(
              Arrays.stream(all).filter(i -> fold[i] != test).toArray(),
              new int[0],
              Arrays.stream(all).filter(i -> fold[i] == test).toArray()));
    }
    return List.copyOf(splits);
  }

  /** Returns the numbers shuffled, then sorted by class. */
  static int[] byClass(int[] numbers, int[] labels, RandomGenerator random) {
    int[] order = numbers.clone();
    Permutations.shuffle(order, random);
    return Arrays.stream(order)
        .boxed()
        .sorted((a, b) -> Integer.compare(labels[a], labels[b])) // stable
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
