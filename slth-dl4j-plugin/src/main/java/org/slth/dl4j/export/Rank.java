package org.slth.dl4j.export;

/** What the numbers of a batch are. */
enum Rank {
  /** {@code [batch, channels]}. */
  ROWS,
  /** {@code [batch, channels, height, width]}. */
  IMAGES
}
