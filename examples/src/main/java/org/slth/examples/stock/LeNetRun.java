package org.slth.examples.stock;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.slth.dl4j.data.RotatedImages;
import org.slth.examples.Progress;

/**
 * LeNet-5 and its ticket run on the same images.
 *
 * @param targetAccuracy fraction of images that the target classifies right
 * @param ticketAccuracy the same of the ticket
 * @param convolutionError largest difference of a number behind the last convolution and its
 *     pooling, over the largest number there, of all images
 * @param outputDifference largest difference of a class probability
 */
record LeNetRun(
    double targetAccuracy,
    double ticketAccuracy,
    double convolutionError,
    double outputDifference) {

  private static final int BATCH = 25; // a ticket has many channels
  private static final int CONVOLUTIONAL = 4; // layers of the target, of which two are pruned

  /** Runs both. */
  static LeNetRun of(MultiLayerNetwork target, MultiLayerNetwork ticket, RotatedImages images) {
    Sums sums = new Sums();
    try (Progress progress = new Progress("test images", images.count())) {
      for (int from = 0; from < images.count(); from += BATCH) {
        DataSet batch = images.batch(from, Math.min(images.count(), from + BATCH));
        INDArray x = batch.getFeatures().castTo(DataType.DOUBLE);
        sums.add(
            batch.getLabels().argMax(1),
            target.feedForward(x, false),
            ticket.feedForward(x, false));
        progress.step(batch.numExamples());
      }
    }
    return sums.over(images.count());
  }

  private static final class Sums {

    private long right;
    private long ticketRight;
    private double largest;
    private double convolutionGap;
    private double outputGap;

    void add(INDArray labels, List<INDArray> target, List<INDArray> ticket) {
      INDArray expected = target.get(CONVOLUTIONAL);
      INDArray actual = ticket.get(CONVOLUTIONAL + 2);
      largest = Math.max(largest, expected.amaxNumber().doubleValue());
      convolutionGap = Math.max(convolutionGap, gap(expected, actual));
      INDArray output = target.get(target.size() - 1);
      INDArray ticketOutput = ticket.get(ticket.size() - 1);
      outputGap = Math.max(outputGap, gap(output, ticketOutput));
      right += Accuracy.right(labels, output);
      ticketRight += Accuracy.right(labels, ticketOutput);
    }

    private static double gap(INDArray a, INDArray b) {
      return a.sub(b).amaxNumber().doubleValue();
    }

    LeNetRun over(int images) {
      return new LeNetRun(
          (double) right / images,
          (double) ticketRight / images,
          convolutionGap / largest,
          outputGap);
    }
  }
}
