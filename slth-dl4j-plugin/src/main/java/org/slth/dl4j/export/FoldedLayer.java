package org.slth.dl4j.export;

/**
 * What folding a pair of layers costs: the pair computes <i>W x + D</i> |<i>x</i>| + <i>b</i>, the
 * layer that stands for it <i>W x</i> + <i>b'</i>.
 *
 * @param layer the name of the layer
 * @param largest the largest entry of <i>D</i>, which is half of what the sums over both signs of a
 *     subset-sum ticket differ by; 0 where the input is never negative
 * @param bound of the error relative to the input, ‖<i>D</i> |<i>x</i>| ‖ ≤ bound ‖<i>x</i>‖: the
 *     sum of the spectral norms of <i>D</i> over the maps that the layer mixes, if none makes its
 *     input longer; where one does, as sums over neighbours do, times its norm
 * @param biasError the largest difference of <i>b</i> and <i>b'</i> at any pixel
 */
public record FoldedLayer(String layer, double largest, double bound, double biasError) {

  /** Returns whether both compute the same, up to rounding. */
  public boolean exact() {
    return largest == 0 && biasError == 0;
  }
}
