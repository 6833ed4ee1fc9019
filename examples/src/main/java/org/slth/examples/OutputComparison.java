package org.slth.examples;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.slth.dl4j.data.RotatedImages;

/**
 * Two networks run on the same images.
 *
 * @param targetAccuracy fraction of images that the first classifies right
 * @param ticketAccuracy fraction of images that the second classifies right
 * @param maxDifference largest difference between their outputs (class probabilities)
 */
public record OutputComparison(double targetAccuracy, double ticketAccuracy, double maxDifference) {

  private static final int BATCH = 100;

  /** Runs both on all images. */
  public static OutputComparison of(
      MultiLayerNetwork target, MultiLayerNetwork ticket, RotatedImages images, Progress progress) {
    long right = 0;
    long ticketRight = 0;
    double difference = 0;
    for (int from = 0; from < images.count(); from += BATCH) {
      DataSet batch = images.batch(from, Math.min(images.count(), from + BATCH));
      INDArray expected = target.output(batch.getFeatures());
      INDArray actual = ticket.output(batch.getFeatures());
      right += right(batch, expected);
      ticketRight += right(batch, actual);
      difference = Math.max(difference, maxDifference(expected, actual));
      progress.step(batch.numExamples());
    }
    return new OutputComparison(
        (double) right / images.count(), (double) ticketRight / images.count(), difference);
  }

  /** Returns the fraction of images that a network classifies right. */
  static double accuracy(MultiLayerNetwork network, RotatedImages images) {
    long right = 0;
    for (int from = 0; from < images.count(); from += BATCH) {
      DataSet batch = images.batch(from, Math.min(images.count(), from + BATCH));
      right += right(batch, network.output(batch.getFeatures()));
    }
    return (double) right / images.count();
  }

  /** Returns the largest difference of two arrays of equal shape; NaN if one holds NaN. */
  static double maxDifference(INDArray a, INDArray b) {
    double[] first = a.dup('c').data().asDouble();
    double[] second = b.dup('c').data().asDouble();
    double max = 0;
    for (int i = 0; i < first.length; i++) {
      max = Math.max(max, Math.abs(first[i] - second[i]));
    }
    return max;
  }

  private static long right(DataSet batch, INDArray output) {
    INDArray expected = batch.getLabels().argMax(1);
    INDArray actual = output.argMax(1);
    long right = 0;
    for (int i = 0; i < batch.numExamples(); i++) {
      right += expected.getInt(i) == actual.getInt(i) ? 1 : 0;
    }
    return right;
  }
}
