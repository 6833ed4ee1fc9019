package org.slth.dl4j.training;

import org.slth.ticket.Mask;

/**
 * Where the mask of one parameter array stands.
 *
 * @param name layer and parameter, as in {@code network.paramTable()}
 * @param mask which weights are kept: those that are not zero, in the order in which the array lies
 *     in the parameters of the network
 * @param meanScore mean of the scores
 * @param scoreDeviation standard deviation of the scores
 */
public record MaskState(String name, Mask mask, double meanScore, double scoreDeviation) {

  static MaskState of(ParameterWeights array) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < array.size(); i++) {
      double score = array.score(i);
      sum += score;
      squares += score * score;
    }
    double mean = sum / array.size();
    return new MaskState(
        array.parameter().name(),
        array.mask(),
        mean,
        Math.sqrt(Math.max(0, squares / array.size() - mean * mean)));
  }
}
