package org.slth.dl4j.training;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.slth.dl4j.layer.EquivarianceError;

/**
 * How masks stand at one time of a training.
 *
 * @param iteration steps made
 * @param epoch passes over the data made
 * @param parameters every masked array, in the order of the network
 * @param symmetry how far the masked network is from commuting with its group, if inputs to measure
 *     it with were given
 */
public record MaskReport(
    int iteration, int epoch, List<Parameter> parameters, Optional<EquivarianceError> symmetry) {

  /** Copies the list. */
  public MaskReport {
    parameters = List.copyOf(parameters);
  }

  /**
   * One masked array.
   *
   * @param name layer and parameter, as in {@code network.paramTable()}
   * @param size number of weights
   * @param kept how many of them are kept
   * @param flips how many of them changed from kept to not kept or back since the last report
   * @param meanScore mean of the scores
   * @param scoreDeviation standard deviation of the scores
   */
  public record Parameter(
      String name, int size, int kept, int flips, double meanScore, double scoreDeviation) {

    /** Returns the fraction of its weights that is kept. */
    public double keptFraction() {
      return kept / (double) size;
    }
  }

  /** Returns the fraction of all masked weights that is kept. */
  public double keptFraction() {
    return mean(Parameter::keptFraction);
  }

  /** Returns how many weights changed from kept to not kept or back since the last report. */
  public int flips() {
    return parameters.stream().mapToInt(Parameter::flips).sum();
  }

  /** Returns the mean of all scores. */
  public double meanScore() {
    return mean(Parameter::meanScore);
  }

  /** Returns the standard deviation of all scores: within arrays and between their means. */
  public double scoreDeviation() {
    double mean = meanScore();
    return Math.sqrt(
        mean(p -> Math.pow(p.scoreDeviation(), 2) + Math.pow(p.meanScore() - mean, 2)));
  }

  /** Returns the mean over all weights of what is known of each array. */
  private double mean(ToDoubleFunction<Parameter> value) {
    double sum = 0;
    double size = 0;
    for (Parameter parameter : parameters) {
      sum += parameter.size() * value.applyAsDouble(parameter);
      size += parameter.size();
    }
    return sum / size;
  }
}
