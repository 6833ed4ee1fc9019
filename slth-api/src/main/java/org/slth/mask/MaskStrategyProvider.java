package org.slth.mask;

import java.util.Map;
import java.util.TreeMap;
import org.slth.spi.Provider;
import org.slth.spi.Providers;

/**
 * Makes mask strategies. List the class in {@code
 * META-INF/services/org.slth.mask.MaskStrategyProvider}.
 */
public interface MaskStrategyProvider extends Provider {

  /** Returns the options by name, each with its default. */
  Map<String, Double> options();

  /**
   * Makes a strategy.
   *
   * @param settings what to keep, and a value for every option
   * @throws IllegalArgumentException if an option is out of its range
   */
  MaskStrategy create(MaskSettings settings);

  /**
   * Makes a strategy by the id of its provider.
   *
   * @param id such as {@code "slth:edge-popup"}
   * @param keepFraction how many of the weights to keep, as a fraction in (0, 1]
   * @param options values that differ from the defaults
   * @throws IllegalArgumentException if there is no strategy of that id, no such option, or a value
   *     out of its range
   */
  static MaskStrategy strategy(String id, double keepFraction, Map<String, Double> options) {
    MaskStrategyProvider provider =
        Providers.of(MaskStrategyProvider.class)
            .named("mask strategy", id, "add the jar that brings it");
    Map<String, Double> values = new TreeMap<>(provider.options());
    options.forEach(
        (option, value) -> {
          if (values.replace(option, value) == null) {
            throw new IllegalArgumentException(
                "%s has no option %s; there are %s".formatted(id, option, values.keySet()));
          }
        });
    return provider.create(new MaskSettings(keepFraction, values));
  }
}
