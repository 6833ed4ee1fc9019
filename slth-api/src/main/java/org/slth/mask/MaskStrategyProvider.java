package org.slth.mask;

import java.util.Map;
import java.util.TreeMap;
import org.slth.spi.Providers;

/**
 * Makes mask strategies. List the class in {@code
 * META-INF/services/org.slth.mask.MaskStrategyProvider}.
 */
public interface MaskStrategyProvider {

  /** Returns the name under which {@link #strategy} finds this provider; never changes. */
  String name();

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
   * Makes a strategy by name.
   *
   * @param name such as {@code "slth:edge-popup"}
   * @param keepFraction how many of the weights to keep, as a fraction in (0, 1]
   * @param options values that differ from the defaults
   * @throws IllegalArgumentException if there is no strategy of that name, no such option, or a
   *     value out of its range
   */
  static MaskStrategy strategy(String name, double keepFraction, Map<String, Double> options) {
    Providers<MaskStrategyProvider> providers = Providers.of(MaskStrategyProvider.class);
    MaskStrategyProvider provider =
        providers.all().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    providers.unknown(
                        "mask strategy",
                        name,
                        providers.all().stream().map(MaskStrategyProvider::name).sorted().toList(),
                        "add the jar that brings it"));
    Map<String, Double> values = new TreeMap<>(provider.options());
    options.forEach(
        (option, value) -> {
          if (values.replace(option, value) == null) {
            throw new IllegalArgumentException(
                "%s has no option %s; there are %s".formatted(name, option, values.keySet()));
          }
        });
    return provider.create(new MaskSettings(keepFraction, values));
  }
}
