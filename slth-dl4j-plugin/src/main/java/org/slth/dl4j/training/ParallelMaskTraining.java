package org.slth.dl4j.training;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.parallelism.ParallelWrapper;
import org.deeplearning4j.parallelism.factory.DefaultTrainerContext;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * Mask training in several threads, with DL4J's {@link ParallelWrapper}: each worker trains a copy
 * of the network, and now and then scores become the average of all copies.
 *
 * <pre>{@code
 * MaskTraining.start(network);
 * ParallelWrapper wrapper = new ParallelWrapper.Builder<>(network)
 *     .trainingMode(ParallelWrapper.TrainingMode.AVERAGING)
 *     .averagingFrequency(3)
 *     .workers(2)
 *     .build();
 * ParallelMaskTraining.fit(wrapper, data, epochs);
 * }</pre>
 *
 * <p>An average of masked weights is not masked, so the wrapper's own {@code fit} leaves weights
 * that were never drawn, and in a MultiLayerNetwork no scores. This class keeps the scores, and
 * makes masks of their average. It needs {@code deeplearning4j-parallel-wrapper}, which SLTH does
 * not bring.
 */
public final class ParallelMaskTraining {

  private ParallelMaskTraining() {}

  /**
   * Trains the network of a wrapper. Each epoch ends with masks made of averaged scores, and with
   * {@link TrainingListener#onEpochEnd} of the wrapper's listeners.
   *
   * <p>Steps after the last average of an epoch count only in the first worker: let the number of
   * batches be a multiple of the number of workers times the averaging frequency.
   *
   * @param wrapper that averages parameters and updaters; mask training has started in its network
   * @param data to train with; reset before each epoch
   * @param epochs how many times to go through the data, at least 1
   * @throws IllegalArgumentException if the wrapper does not average both, or a number is out of
   *     range
   * @throws IllegalStateException if mask training has not started
   */
  public static void fit(ParallelWrapper wrapper, DataSetIterator data, int epochs) {
    if (epochs < 1) {
      throw new IllegalArgumentException("expected 1 epoch or more, got " + epochs);
    }
    requireAveraging(wrapper);
    Model model = wrapper.getModel();
    if (model instanceof MultiLayerNetwork network) {
      new NetworkMasks(network).started();
      for (int epoch = 0; epoch < epochs; epoch++) {
        fitOnce(wrapper, network, data);
      }
    } else {
      ComputationGraph network = (ComputationGraph) model;
      new NetworkMasks(network).started();
      for (int epoch = 0; epoch < epochs; epoch++) {
        fitOnce(wrapper, network, data);
      }
    }
  }

  private static void requireAveraging(ParallelWrapper wrapper) {
    if (!(wrapper.getTrainerContext() instanceof DefaultTrainerContext)) {
      throw new IllegalArgumentException(
          "expected a ParallelWrapper of training mode AVERAGING, got one that shares gradients,"
              + " which moves weights that a mask must leave alone");
    }
    if (!wrapper.isAverageUpdaters()) {
      throw new IllegalArgumentException(
          "expected averageUpdaters(true), got false: scores are part of the updater");
    }
    if (wrapper.getAveragingFrequency() < 1) {
      throw new IllegalArgumentException(
          "expected an averaging frequency of 1 or more, got " + wrapper.getAveragingFrequency());
    }
  }

  private static void fitOnce(
      ParallelWrapper wrapper, MultiLayerNetwork network, DataSetIterator data) {
    wrapper.getListeners().forEach(listener -> listener.onEpochStart(network));
    Updater updater = network.getUpdater(); // the wrapper drops it at its end
    try {
      data.reset();
      wrapper.fit(data);
    } finally {
      network.setUpdater(updater);
      MaskTraining.project(network);
    }
    wrapper.getListeners().forEach(listener -> listener.onEpochEnd(network));
    network.setEpochCount(network.getEpochCount() + 1);
  }

  private static void fitOnce(
      ParallelWrapper wrapper, ComputationGraph network, DataSetIterator data) {
    wrapper.getListeners().forEach(listener -> listener.onEpochStart(network));
    try {
      data.reset();
      wrapper.fit(data);
    } finally {
      MaskTraining.project(network);
    }
    wrapper.getListeners().forEach(listener -> listener.onEpochEnd(network));
    ComputationGraphConfiguration configuration = network.getConfiguration();
    configuration.setEpochCount(configuration.getEpochCount() + 1);
  }
}
