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
 * @param targetAccuracy fraction of all images that the target classifies right
 * @param ticketAccuracy the same of the ticket
 * @param convolutionError largest difference of a number behind the last convolution and its
 *     pooling, over the largest number there, of the first images
 * @param outputDifference largest difference of a class probability, of the first images
 */
record LeNetRun(
    double targetAccuracy,
    double ticketAccuracy,
    double convolutionError,
    double outputDifference) {

  private static final int BATCH = 25; // a ticket has many channels
  private static final int CONVOLUTIONAL = 4; // layers of the target, of which two are pruned

  /**
   * Runs both: in double on the first images, for the errors, and as they are meant to run, in
   * single precision, on all for the accuracy.
   *
   * @param target in double, as the ticket
   * @param errorImages how many at most the errors are measured on
   */
  static LeNetRun of(
      MultiLayerNetwork target, MultiLayerNetwork ticket, RotatedImages images, int errorImages) {
    int count = images.count();
    Errors errors = new Errors();
    long right = 0;
    long ticketRight = 0;
    MultiLayerNetwork singleTarget = target.convertDataType(DataType.FLOAT);
    MultiLayerNetwork singleTicket = ticket.convertDataType(DataType.FLOAT);
    try (Progress progress = new Progress("test images", count)) {
      for (int from = 0; from < count; from += BATCH) {
        DataSet batch = images.batch(from, Math.min(count, from + BATCH));
        INDArray x = batch.getFeatures();
        INDArray labels = batch.getLabels().argMax(1);
        if (from < errorImages) {
          INDArray precise = x.castTo(DataType.DOUBLE);
          errors.add(target.feedForward(precise, false), ticket.feedForward(precise, false));
        }
        right += Accuracy.right(labels, singleTarget.output(x));
        ticketRight += Accuracy.right(labels, singleTicket.output(x));
        progress.step(batch.numExamples());
      }
    }
    return new LeNetRun(
        (double) right / count,
        (double) ticketRight / count,
        errors.convolutions / errors.largest,
        errors.outputs);
  }

  private static final class Errors {

    private double largest;
    private double convolutions;
    private double outputs;

    void add(List<INDArray> target, List<INDArray> ticket) {
      INDArray expected = target.get(CONVOLUTIONAL);
      largest = Math.max(largest, expected.amaxNumber().doubleValue());
      convolutions = Math.max(convolutions, gap(expected, ticket.get(CONVOLUTIONAL + 2)));
      INDArray output = target.get(target.size() - 1);
      outputs = Math.max(outputs, gap(output, ticket.get(ticket.size() - 1)));
    }

    private static double gap(INDArray a, INDArray b) {
      return a.sub(b).amaxNumber().doubleValue();
    }
  }
}
