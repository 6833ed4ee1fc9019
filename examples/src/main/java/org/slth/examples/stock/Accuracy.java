package org.slth.examples.stock;

import org.nd4j.linalg.api.ndarray.INDArray;

/** How many images a network classifies right. */
final class Accuracy {

  private Accuracy() {}

  /**
   * Returns how many rows have their maximum at the label.
   *
   * @param labels one number per row
   * @param outputs {@code [rows, classes]}
   */
  static long right(INDArray labels, INDArray outputs) {
    INDArray chosen = outputs.argMax(1);
    long right = 0;
    for (long i = 0; i < outputs.size(0); i++) {
      right += labels.getInt((int) i) == chosen.getInt((int) i) ? 1 : 0;
    }
    return right;
  }
}
