package org.slth.dl4j.data;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * Batches of images; each epoch may go through others. A reset before the first batch of an epoch
 * stays in that epoch, so it does not matter how often DL4J resets between two.
 */
final class EpochIterator implements DataSetIterator {

  private static final long serialVersionUID = 1;

  private final int batchSize;
  private final transient IntFunction<RotatedImages> epochs;
  private transient RotatedImages images;
  private transient @Nullable DataSetPreProcessor preProcessor;
  private int epoch;
  private int position;

  EpochIterator(int batchSize, IntFunction<RotatedImages> epochs) {
    if (batchSize <= 0) {
      throw new IllegalArgumentException("expected a positive batch size, got " + batchSize);
    }
    this.batchSize = batchSize;
    this.epochs = epochs;
    this.images = epochs.apply(0);
  }

  @Override
  public boolean hasNext() {
    return position < images.count();
  }

  @Override
  public DataSet next() {
    return next(batchSize);
  }

  @Override
  public DataSet next(int count) {
    if (!hasNext()) {
      throw new NoSuchElementException("the epoch is over: call reset()");
    }
    int end = Math.min(images.count(), position + count);
    DataSet batch = images.batch(position, end);
    position = end;
    if (preProcessor != null) {
      preProcessor.preProcess(batch);
    }
    return batch;
  }

  @Override
  public void reset() {
    if (position > 0) {
      epoch++;
      position = 0;
      images = epochs.apply(epoch);
    }
  }

  @Override
  public boolean resetSupported() {
    return true;
  }

  /** No: a batch takes far less time than a training step, and a thread more than that. */
  @Override
  public boolean asyncSupported() {
    return false;
  }

  @Override
  public int batch() {
    return batchSize;
  }

  @Override
  public int inputColumns() {
    return images.pixels();
  }

  @Override
  public int totalOutcomes() {
    return images.classes();
  }

  @Override
  public @Nullable List<String> getLabels() {
    return null; // what DL4J expects of an iterator that has no names for its classes
  }

  @Override
  public void setPreProcessor(@Nullable DataSetPreProcessor preProcessor) {
    this.preProcessor = preProcessor;
  }

  @Override
  public @Nullable DataSetPreProcessor getPreProcessor() {
    return preProcessor;
  }
}
