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
      drawFirst(draws.stream(0), array, run.variance(), weights, from, from + run.length());
      from += run.length();
    }
    redraw(draws, array, weights);
    return weights;
  }

  /** Sets the weights of a run, a block at a time so that what is drawn stays in the cache. */
  private void drawFirst(
      SourceDraw stream,
      MaskTicketArray array,
      double variance,
      float[] weights,
      int from,
      int to) {
    float[] block = new float[BLOCK];
    for (int i = from; i < to; i += BLOCK) {
      if (to - i < BLOCK) {
        block = new float[to - i];
      }
      law.draw(stream, i, variance, block);
      if (array.magnitude() > 0) {
        for (int k = 0; k < block.length; k++) {
          block[k] = Math.copySign(array.magnitude(), block[k]);
        }
      }
      array.mask().apply(block, i);
      System.arraycopy(block, 0, weights, i, block.length);
    }
  }

  private void redraw(SourceDraw draws, MaskTicketArray array, float[] weights) {
    for (int round = 1; round <= array.redrawn().size(); round++) {
      SourceDraw stream = draws.stream(round);
      array
          .redrawn()
          .get(round - 1)
          .indices()
          .filter(array.mask()::keeps)
          .forEach(
              i -> {
                float drawn = law.draw(stream, i, array.variance(i));
                boolean signs = array.magnitude() > 0;
                weights[i] = signs ? Math.copySign(array.magnitude(), drawn) : drawn;
              });
    }
  }
}
