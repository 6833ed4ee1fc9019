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
    int[] rounds = array.rounds();
    float[] weights = new float[array.mask().size()];
    int from = 0;
    for (MaskTicketArray.Run run : array.runs()) {
      for (int i = from; i < from + run.length(); i++) {
        if (array.mask().keeps(i)) {
          float drawn = law.draw(draws.stream(rounds[i]), i, run.variance());
          weights[i] = array.magnitude() > 0 ? Math.copySign(array.magnitude(), drawn) : drawn;
        }
      }
      from += run.length();
    }
    return weights;
  }
}
