package org.slth.dl4j.data.graph;

import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.dataset.api.MultiDataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.MultiDataSetIterator;

/**
 * Batches of graphs; shuffled ones are others in each epoch. A reset before the first batch of an
 * epoch stays in that epoch, so it does not matter how often DL4J resets between two.
 *
 * <p>A batch ends when it has {@code batchSize} graphs, or when the next graph would take it over
 * {@code maxRows} rows; a graph larger than that is a batch of its own. As there are no rows for
 * missing nodes, batches of similar graphs are no faster than others; they keep the largest batch
 * small.
 */
public final class GraphIterator implements MultiDataSetIterator {

  private static final long serialVersionUID = 1;

  private final transient GraphArrays arrays;
  private final transient BatchPlan plan;
  private final int[] graphs;
  private final boolean shuffled;
  private final long seed;
  private transient List<int[]> batches;
  private transient @Nullable MultiDataSetPreProcessor preProcessor;
  private int epoch;
  private int position;

  private GraphIterator(Builder builder) {
    this.arrays = builder.arrays;
    this.plan = new BatchPlan(builder.batchSize, builder.maxRows, builder.pool);
    this.graphs = builder.graphs;
    this.shuffled = builder.shuffled;
    this.seed = builder.seed;
    this.batches = planned();
  }

  private List<int[]> planned() {
    return shuffled
        ? plan.shuffled(graphs, arrays::rows, Permutations.generator(seed, epoch))
        : plan.inOrder(graphs, arrays::rows);
  }

  /** Returns the number of batches of this epoch. */
  public int batches() {
    return batches.size();
  }

  @Override
  public boolean hasNext() {
    return position < batches.size();
  }

  @Override
  public MultiDataSet next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the epoch is over: call reset()");
    }
    MultiDataSet batch = arrays.batch(batches.get(position++));
    if (preProcessor != null) {
      preProcessor.preProcess(batch);
    }
    return batch;
  }

  /**
   * Not possible: an epoch is cut into batches when it begins.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public MultiDataSet next(int count) {
    throw new UnsupportedOperationException("expected next(): batches are cut by epoch");
  }

  @Override
  public void reset() {
    if (position > 0) {
      epoch++;
      position = 0;
      batches = planned();
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
  public void setPreProcessor(@Nullable MultiDataSetPreProcessor preProcessor) {
    this.preProcessor = preProcessor;
  }

  @Override
  public @Nullable MultiDataSetPreProcessor getPreProcessor() {
    return preProcessor;
  }

  /** Which graphs, and how they are cut into batches. */
  public static final class Builder {

    private final GraphArrays arrays;
    private final int[] graphs;
    private int batchSize = 32;
    private long maxRows = 1 << 19;
    private int pool = 8;
    private boolean shuffled;
    private long seed;

    /**
     * Starts with graphs to go through in the order given.
     *
     * @param graphs their numbers in the data set, at least one, for example of a {@link Split};
     *     not modified
     * @throws IllegalArgumentException if there is none
     * @throws IndexOutOfBoundsException if there is no such graph
     */
    public Builder(GraphArrays arrays, int... graphs) {
      if (graphs.length == 0) {
        throw new IllegalArgumentException("expected at least one graph, got none");
      }
      for (int graph : graphs) {
        arrays.dataset().graph(graph);
      }
      this.arrays = arrays;
      this.graphs = graphs.clone();
    }

    /** Sets the most graphs of a batch, 32 by default. */
    public Builder batchSize(int newBatchSize) {
      this.batchSize = newBatchSize;
      return this;
    }

    /**
     * Sets the most rows that the largest input of a batch of several graphs has, 2¹⁹ by default:
     * 64 MB for each activation of 32 channels.
     */
    public Builder maxRows(long newMaxRows) {
      this.maxRows = newMaxRows;
      return this;
    }

    /** Takes the graphs in another random order in each epoch; the default is the order given. */
    public Builder shuffled(long newSeed) {
      this.shuffled = true;
      this.seed = newSeed;
      return this;
    }

    /**
     * Sets how many batches of shuffled graphs are sorted by size together, 8 by default. More make
     * batches of more similar graphs; 1 makes batches that are plain random samples.
     */
    public Builder pool(int newPool) {
      this.pool = newPool;
      return this;
    }

    /**
     * Returns the iterator.
     *
     * @throws IllegalArgumentException if a number set is not positive
     */
    public GraphIterator build() {
      return new GraphIterator(this);
    }
  }
}
