package org.slth.mask;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a user asks of a strategy.
 *
 * @param keepFraction how many of the weights to keep, as a fraction in (0, 1]
 * @param options numbers by name, all those that the strategy has
 */
public record MaskSettings(double keepFraction, Map<String, Double> options) {

  /** Checks the fraction and copies the options. */
  public MaskSettings {
    if (!(keepFraction > 0 && keepFraction <= 1)) {
      throw new IllegalArgumentException(
          "expected keepFraction in (0, 1], got "
              + keepFraction
              + "; it is the fraction that stays, not the one that goes");
    }
    options = Map.copyOf(options);
  }

  /**
   * Returns an option.
   *
   * @throws IllegalArgumentException if the strategy has none of that name
   */
  public double option(String name) {
    Double value = options.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "no option " + name + "; there are " + new TreeMap<>(options).keySet());
    }
    return value;
  }

  /** Returns how many of {@code size} weights stay: the nearest whole number. */
  public int kept(int size) {
    return (int) Math.round(keepFraction * size);
  }
}
