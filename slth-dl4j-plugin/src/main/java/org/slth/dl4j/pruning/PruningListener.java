package org.slth.dl4j.pruning;

import java.nio.file.Path;

/** Hears how far the pruner is. Called by the thread that called the pruner and by its workers. */
public interface PruningListener {

  /** Hears nothing. */
  PruningListener SILENT = new PruningListener() {};

  /**
   * A layer begins.
   *
   * @param layer name of the layer
   * @param problems how many subset-sum problems it has
   */
  default void layerStarted(String layer, long problems) {}

  /**
   * Some problems of the current layer are solved.
   *
   * @param problems how many more than at the last call
   */
  default void problemsSolved(long problems) {}

  /** A layer is done. */
  default void layerFinished(LayerReport report) {}

  /**
   * A layer was found by an earlier run, and is taken from its checkpoint; it is neither started
   * nor finished.
   *
   * @param checkpoint its file
   */
  default void layerResumed(LayerReport report, Path checkpoint) {}

  /**
   * A file in the directory of checkpoints is of no use, or could not be written; the search goes
   * on without it.
   *
   * @param checkpoint the file
   * @param reason what is wrong with it
   */
  default void checkpointIgnored(Path checkpoint, String reason) {}
}
