package org.slth.dl4j.internal.network;

/** What the numbers of a batch are. */
public enum Rank {
  /** {@code [batch, channels]}. */
  ROWS,
  /** {@code [batch, channels, height, width]}. */
  IMAGES
}
