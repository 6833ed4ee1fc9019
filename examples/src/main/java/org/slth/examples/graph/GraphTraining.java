package org.slth.examples.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.data.graph.GraphArrays;
import org.slth.dl4j.data.graph.GraphIterator;
import org.slth.dl4j.data.graph.Split;
import org.slth.examples.Progress;

/**
 * A trained network and what it reached after each epoch.
 *
 * @param network as it was after the epoch with the best validation accuracy
 * @param validation accuracy on the validation graphs after each epoch
 * @param test accuracy on the test graphs after each epoch; the choice of the epoch ignores it
 * @param seconds wall-clock seconds of the training steps alone
 */
record GraphTraining(
    ComputationGraph network, List<Double> validation, List<Double> test, double seconds) {

  /** How to go through the graphs. */
  record Plan(int batch, long maxRows, int epochs, long seed) {}

  /**
   * Trains a network and leaves it as it was after its best epoch.
   *
   * @throws IllegalStateException if the loss is no longer a number
   */
  static GraphTraining of(
      ComputationGraph network, GraphArrays arrays, Split split, Plan plan, Progress progress) {
    GraphIterator batches =
        new GraphIterator.Builder(arrays, split.train())
            .batchSize(plan.batch())
            .maxRows(plan.maxRows())
            .pool(1) // batches of similar graphs would mislead batch normalisation
            .shuffled(plan.seed())
            .build();
    Epochs epochs = new Epochs(network, arrays, split);
    for (int epoch = 1; epoch <= plan.epochs(); epoch++) {
      epochs.fit(batches);
      progress.step(1);
      progress.note(epochs.note(epoch, plan.epochs()));
    }
    network.params().assign(epochs.best);
    return new GraphTraining(network, epochs.validation, epochs.test, epochs.seconds);
  }

  /** Returns the epoch, from 0, that the validation graphs chose: the last of the best ones. */
  int best() {
    return validation.lastIndexOf(validation.stream().max(Double::compare).orElseThrow());
  }

  /** What was reached so far. */
  private static final class Epochs {

    private final ComputationGraph network;
    private final GraphArrays arrays;
    private final Split split;
    private final List<Double> validation = new ArrayList<>();
    private final List<Double> test = new ArrayList<>();
    private INDArray best;
    private double highest = -1;
    private double seconds;

    Epochs(ComputationGraph network, GraphArrays arrays, Split split) {
      this.network = network;
      this.arrays = arrays;
      this.split = split;
      this.best = network.params().dup();
    }

    void fit(GraphIterator batches) {
      long begin = System.nanoTime();
      network.fit(batches);
      seconds += (System.nanoTime() - begin) * 1e-9;
      if (Double.isNaN(network.score())) {
        throw new IllegalStateException("the loss became NaN: try a lower --rate");
      }
      validation.add(Accuracy.of(network, arrays, split.validation()));
      test.add(Accuracy.of(network, arrays, split.test()));
      if (last(validation) >= highest) {
        highest = last(validation);
        best = network.params().dup();
      }
    }

    String note(int epoch, int epochs) {
      return String.format(
          Locale.ROOT,
          "epoch %d of %d, loss %.4f, validation %.4f",
          epoch,
          epochs,
          network.score(),
          last(validation));
    }

    private static double last(List<Double> values) {
      return values.get(values.size() - 1);
    }
  }
}
