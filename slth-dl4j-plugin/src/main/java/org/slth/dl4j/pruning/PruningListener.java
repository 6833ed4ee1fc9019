package org.slth.dl4j.pruning;

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
}
