package org.slth.dl4j.layer;

/** What runs a layer. Both compute the same, up to rounding. */
public enum LayerRuntime {

  /** A few ND4J operations, written by hand; the default. */
  FAST,

  /**
   * DL4J's SameDiff runtime on the graph of {@code defineLayer}, with its doubled gradients mended:
   * for verification.
   */
  REFERENCE
}
