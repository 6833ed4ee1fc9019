package org.slth.pruning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A layer of a trained network, as a {@link LayerType} reads it.
 *
 * @param configuration of what kind it is, and with which settings
 * @param parameters its parameters by name, in C order; not to be changed
 * @param signedInput whether its first input may be negative
 * @param normalization what is directly behind it, if it is to be folded in
 */
public record TrainedLayer(
    LayerConfiguration configuration,
    Map<String, double[]> parameters,
    boolean signedInput,
    Optional<TrainedLayer> normalization) {

  /** Copies the map. */
  public TrainedLayer {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /**
   * Returns one whose input may be negative, and with nothing behind it to be folded in.
   *
   * @param settings its settings
   * @param parameters its parameters by name, in C order; not to be changed
   */
  public static TrainedLayer of(LayerSettings settings, Map<String, double[]> parameters) {
    LayerConfiguration configuration = LayerConfiguration.of(settings);
    return new TrainedLayer(configuration, parameters, true, Optional.empty());
  }

  /**
   * Returns the settings of its configuration.
   *
   * @throws IllegalArgumentException if the framework cannot write this one down
   */
  public LayerSettings settings() {
    return configuration.settings();
  }

  /** Returns whether there is a parameter of that name. */
  public boolean has(String parameter) {
    return parameters.containsKey(parameter);
  }

  /**
   * Returns a parameter, in C order; not to be changed.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public double[] parameter(String name) {
    double[] values = parameters.get(name);
    if (values == null) {
      throw new IllegalArgumentException(
          "expected a parameter %s, got %s".formatted(name, parameters.keySet()));
    }
    return values;
  }
}
