package org.slth.ticket.file;

/** Which of DL4J's classes a configuration is of. */
public enum NetworkKind {
  /** {@code MultiLayerNetwork}, layers numbered from 0. */
  CHAIN(0),
  /** {@code ComputationGraph}, vertices with names. */
  GRAPH(1);

  private final int code; // in the file, for ever

  NetworkKind(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
