package org.slth.dl4j.graph;

/** How a {@link GraphReadout} makes one row of the rows of a graph. */
public enum Readout {
  /** Their sum, which grows with the graph. */
  SUM,
  /** Their mean. */
  MEAN,
  /** Their maximum, channel by channel. */
  MAX
}
