package org.slth.ticket;

import java.util.List;

/**
 * A ticket found by training masks: random weights in their places, and which of them stay.
 *
 * <p>Weight <i>i</i> of the array with number <i>a</i> and variance <i>v</i><sub>i</sub>, of the
 * round in which it was last drawn (0 for the first), is
 *
 * <pre>
 * w = law(draw(seed).stream(a).stream(0).stream(round), i, v_i)
 * </pre>
 *
 * with {@link SourceDraw} and {@link WeightLaw}. Biases and whatever else was trained are not part
 * of it.
 *
 * @param seed seed of all draws
 * @param law the law of the weights
 * @param arrays the masked arrays
 */
public record MaskTicket(long seed, WeightLaw law, List<MaskTicketArray> arrays) implements Ticket {

  private static final int BLOCK = 4096;

  /** Copies the list. */
  public MaskTicket {
    arrays = List.copyOf(arrays);
  }

  @Override
  public long kept() {
    return arrays.stream().mapToLong(array -> array.mask().count()).sum();
  }

  /**
   * Returns the weights that the network computes with, 0 where the mask keeps none.
   *
   * @param array one of {@link #arrays}
   * @return one number for each weight, in the order of the mask
   */
  public float[] weights(MaskTicketArray array) {
    SourceDraw draws = SourceDraw.of(seed).stream(array.number()).stream(0);
    float[] weights = new float[array.mask().size()];
    int from = 0;
    for (MaskTicketArray.Run run : array.runs()) {
      drawFirst(draws.stream(0), run.variance(), weights, from, from + run.length());
      from += run.length();
    }
    redraw(draws, array, weights);
    if (array.magnitude() > 0) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] = Math.copySign(array.magnitude(), weights[i]);
      }
    }
    array.mask().apply(weights, 0);
    return weights;
  }

  /** Sets the weights of a run, a block at a time so that what is drawn stays in the cache. */
  private void drawFirst(SourceDraw stream, double variance, float[] weights, int from, int to) {
    float[] block = new float[Math.min(BLOCK, to - from)];
    for (int i = from; i < to; i += block.length) {
      law.draw(stream, i, variance, block);
      System.arraycopy(block, 0, weights, i, Math.min(block.length, to - i));
    }
  }

  private void redraw(SourceDraw draws, MaskTicketArray array, float[] weights) {
    for (int round = 1; round <= array.redrawn().size(); round++) {
      SourceDraw stream = draws.stream(round);
      array
          .redrawn()
          .get(round - 1)
          .indices()
          .forEach(i -> weights[i] = law.draw(stream, i, array.variance(i)));
    }
  }
}
