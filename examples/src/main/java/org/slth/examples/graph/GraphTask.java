package org.slth.examples.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slth.dl4j.data.graph.CircularSkipLinks;
import org.slth.dl4j.data.graph.Folds;
import org.slth.dl4j.data.graph.GraphDataset;
import org.slth.dl4j.data.graph.Split;
import org.slth.dl4j.data.graph.TuDataset;

/**
 * Graphs to sort into classes, and how they are divided.
 *
 * @param dataset the graphs
 * @param folds each with a training and a test part, and no validation part yet
 */
record GraphTask(GraphDataset dataset, List<Split> folds) {

  private static final int CSL_NODES = 12;
  private static final int[] CSL_SKIPS = {2, 3, 4}; // every node is in three triangles, none, one
  private static final int CSL_COPIES = 40; // of each of the three graphs
  private static final int CSL_FOLDS = 4;

  /** Returns circular skip link graphs of 12 nodes and three kinds, each numbered at random. */
  static GraphTask skipLinks(long seed) {
    GraphDataset dataset = CircularSkipLinks.dataset(CSL_NODES, CSL_SKIPS, CSL_COPIES, seed);
    return new GraphTask(dataset, Folds.stratified(dataset.labels(), CSL_FOLDS, seed));
  }

  /**
   * Reads a data set of the TU collection; the labels of nodes are their only features.
   *
   * @param directory the folder of that name, or one that holds it
   * @throws IOException if a file is missing or malformed
   */
  static GraphTask read(Optional<Path> directory, String name, long seed) throws IOException {
    Path folder = folder(directory, name);
    GraphDataset dataset = TuDataset.read(folder).withoutAttributes();
    return new GraphTask(dataset, Folds.of(folder, dataset, seed));
  }

  /** Returns the folder of that name in a directory, or the directory if it has none. */
  static Path folder(Optional<Path> directory, String name) {
    Path given =
        directory.orElseThrow(
            () ->
                new IllegalArgumentException(
                    name + " needs its files: give --data DIR or set SLTH_DATA"));
    Path folder = given.resolve(name);
    return Files.isDirectory(folder) ? folder : given;
  }
}
