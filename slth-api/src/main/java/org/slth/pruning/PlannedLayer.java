package org.slth.pruning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A layer of the network to be built.
 *
 * @param configuration {@link LayerSettings}, in which what is not set has the framework's default,
 *     or a configuration of the framework itself (DL4J's {@code Layer} or {@code GraphVertex}),
 *     which no other network shares
 * @param parameters all of its parameters by name, in C order
 */
public record PlannedLayer(Object configuration, Map<String, double[]> parameters) {

  /** Copies the map. */
  public PlannedLayer {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }
}
