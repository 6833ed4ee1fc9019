package org.slth.examples;

import java.util.Locale;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * A network and how long its training took.
 *
 * @param network ready to run
 * @param seconds wall-clock seconds of all epochs; 0 if it was not trained here
 */
public record Training(MultiLayerNetwork network, double seconds) {

  /**
   * Trains a network, showing the progress.
   *
   * @param images how many there are in each epoch
   * @throws IllegalStateException if the loss is no longer a number
   */
  public static Training of(
      MultiLayerConfiguration configuration, DataSetIterator batches, int epochs, int images) {
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    try (Progress progress = new Progress("training", (long) epochs * images)) {
      return of(network, batches, epochs, progress);
    }
  }

  /**
   * Trains a network that is ready for it, each step of the progress being an image.
   *
   * @throws IllegalStateException if the loss is no longer a number
   */
  public static Training of(
      MultiLayerNetwork network, DataSetIterator batches, int epochs, Progress progress) {
    Steps steps = new Steps(progress, batches.batch());
    network.setListeners(steps);
    for (int epoch = 1; epoch <= epochs; epoch++) {
      network.fit(batches);
      batches.reset();
      double loss = steps.meanLoss();
      progress.note(String.format(Locale.ROOT, "epoch %d of %d, loss %.4f", epoch, epochs, loss));
      if (Double.isNaN(loss)) {
        throw new IllegalStateException(
            "the loss became NaN in epoch " + epoch + ": try a lower rate");
      }
    }
    network.setListeners();
    return new Training(network, progress.seconds());
  }

  /** Counts steps and losses. */
  private static final class Steps extends BaseTrainingListener {

    private final Progress progress;
    private final int batch;
    private double sum;
    private int count;

    Steps(Progress progress, int batch) {
      this.progress = progress;
      this.batch = batch;
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
      sum += model.score();
      count++;
      progress.step(batch);
    }

    /** Returns the mean since the last call. */
    double meanLoss() {
      double mean = sum / Math.max(1, count);
      sum = 0;
      count = 0;
      return mean;
    }
  }
}
