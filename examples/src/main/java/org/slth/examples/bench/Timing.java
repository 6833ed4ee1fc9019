package org.slth.examples.bench;

import java.io.IOException;
import java.util.Arrays;

/**
 * What was measured of one contestant.
 *
 * @param name what tables call it
 * @param seconds of a unit of work, over the rounds
 * @param ratio how many times as long as the first contestant in the same round
 * @param peakBytes the most memory its process has taken, 0 if not known
 */
public record Timing(String name, Quartiles seconds, Quartiles ratio, long peakBytes) {

  /**
   * Sums up rounds.
   *
   * @param seconds of this contestant in each round
   * @param first those of the first contestant in the same rounds
   */
  static Timing of(Contestant contestant, double[] seconds, double[] first) throws IOException {
    double[] ratios = new double[seconds.length];
    Arrays.setAll(ratios, round -> seconds[round] / first[round]);
    return new Timing(
        contestant.name(), Quartiles.of(seconds), Quartiles.of(ratios), contestant.peakMemory());
  }
}
