package org.slth.dl4j.training;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slth.dl4j.layer.EquivarianceError;
import org.slth.mask.MaskStep;
import org.slth.representation.FieldType;
import org.slth.ticket.Mask;

/**
 * Reports how masks change: at the end of each epoch and, if asked for, every few iterations. Each
 * report is logged and handed over.
 *
 * <pre>{@code
 * network.addListeners(new MaskScoreListener.Builder(reports::add).every(100).build());
 * }</pre>
 *
 * <p>Nothing of the training changes. In a parallel training the reports at iterations are of the
 * copy that made the step; those at the end of an epoch are of the whole.
 */
public final class MaskScoreListener extends BaseTrainingListener {

  private static final Logger LOG = LoggerFactory.getLogger(MaskScoreListener.class);

  private final Consumer<MaskReport> consumer;
  private final int every;
  private final Function<Model, Optional<EquivarianceError>> symmetry;
  private final Map<String, Mask> last = new HashMap<>();

  private MaskScoreListener(Builder builder) {
    this.consumer = builder.consumer;
    this.every = builder.every;
    this.symmetry = builder.symmetry;
  }

  @Override
  public synchronized void onEpochStart(Model model) {
    if (last.isEmpty()) {
      MaskTraining.states(model).forEach(state -> last.put(state.name(), state.mask()));
    }
  }

  @Override
  public synchronized void iterationDone(Model model, int iteration, int epoch) {
    if (every > 0 && (iteration + 1) % every == 0) {
      report(model, iteration + 1, epoch);
    }
  }

  @Override
  public synchronized void onEpochEnd(Model model) {
    MaskStep step = new NetworkMasks(model).step();
    report(model, step.iteration(), step.epoch() + 1);
  }

  private void report(Model model, int iteration, int epoch) {
    List<MaskState> states = MaskTraining.states(model);
    if (states.isEmpty()) {
      throw new IllegalStateException(MaskScoreUpdater.NOT_STARTED);
    }
    MaskReport report =
        new MaskReport(
            iteration, epoch, states.stream().map(this::parameter).toList(), symmetry.apply(model));
    log(report);
    consumer.accept(report);
  }

  private MaskReport.Parameter parameter(MaskState state) {
    Mask mask = state.mask();
    Mask before = last.put(state.name(), mask);
    return new MaskReport.Parameter(
        state.name(),
        mask.size(),
        mask.count(),
        before == null ? 0 : flips(before, mask),
        state.meanScore(),
        state.scoreDeviation());
  }

  private static int flips(Mask before, Mask after) {
    return before.count() + after.count() - 2 * before.and(after).count();
  }

  private static void log(MaskReport report) {
    String line =
        String.format(
            Locale.ROOT,
            "epoch %d, iteration %d: %.4f of the weights kept, %d flips, scores %.3g +- %.3g",
            report.epoch(),
            report.iteration(),
            report.keptFraction(),
            report.flips(),
            report.meanScore(),
            report.scoreDeviation());
    LOG.info("{}{}", line, report.symmetry().map(error -> ", " + error).orElse(""));
    for (MaskReport.Parameter one : report.parameters()) {
      LOG.debug("  {}: {} of {} kept, {} flips", one.name(), one.kept(), one.size(), one.flips());
    }
  }

  /** Options of the reports. */
  public static final class Builder {

    private final Consumer<MaskReport> consumer;
    private int every; // 0: at the end of epochs alone
    private Function<Model, Optional<EquivarianceError>> symmetry = model -> Optional.empty();

    /**
     * Starts from who gets the reports, in the thread that trains.
     *
     * @param consumer called with each report
     */
    public Builder(Consumer<MaskReport> consumer) {
      this.consumer = consumer;
    }

    /**
     * Reports every few iterations too.
     *
     * @param iterations how many, at least 1
     * @throws IllegalArgumentException if there are less
     */
    public Builder every(int iterations) {
      if (iterations < 1) {
        throw new IllegalArgumentException("expected 1 iteration or more, got " + iterations);
      }
      this.every = iterations;
      return this;
    }

    /**
     * Measures with each report how far the network is from commuting with a group, which costs as
     * many passes as the group has elements, and one more.
     *
     * @param input how the group acts on the input of the network
     * @param output how it acts on its output; trivial fields for classes
     * @param x inputs; copied
     */
    public Builder symmetry(FieldType input, FieldType output, INDArray x) {
      INDArray copy = x.dup();
      this.symmetry = model -> Optional.of(error(model, input, output, copy));
      return this;
    }

    /** Returns the listener; it is for one training. */
    public MaskScoreListener build() {
      return new MaskScoreListener(this);
    }

    private static EquivarianceError error(
        Model model, FieldType input, FieldType output, INDArray x) {
      return model instanceof ComputationGraph graph
          ? EquivarianceError.of(graph, input, output, x)
          : EquivarianceError.of((MultiLayerNetwork) model, input, output, x);
    }
  }
}
