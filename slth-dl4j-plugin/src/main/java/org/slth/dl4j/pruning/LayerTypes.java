package org.slth.dl4j.pruning;

import java.util.List;
import java.util.Optional;
import org.slth.pruning.LayerConfiguration;
import org.slth.pruning.LayerType;
import org.slth.spi.Providers;

/** The layer types on the class path. */
final class LayerTypes {

  private final Providers<LayerType> providers;

  private LayerTypes(Providers<LayerType> providers) {
    this.providers = providers;
  }

  /** Returns those that can be loaded now. */
  static LayerTypes installed() {
    return new LayerTypes(Providers.of(LayerType.class));
  }

  /**
   * Returns the type of the highest priority that handles a configuration.
   *
   * @throws IllegalArgumentException if several of this priority do
   */
  Optional<LayerType> of(LayerConfiguration configuration) {
    List<LayerType> types =
        providers.all().stream().filter(type -> type.handles(configuration)).toList();
    int highest = types.stream().mapToInt(LayerType::priority).max().orElse(0);
    List<LayerType> first = types.stream().filter(type -> type.priority() == highest).toList();
    if (first.size() > 1) {
      throw new IllegalArgumentException("layer types of one priority handle it: " + names(first));
    }
    return first.stream().findFirst();
  }

  /** Returns what to say of a layer that none handles. */
  String unknown() {
    String known = "no layer type handles it: known are " + names(providers.all());
    return providers.failures().isEmpty()
        ? known
        : known + "; could not load: " + String.join("; ", providers.failures());
  }

  private static String names(List<LayerType> types) {
    return String.join(", ", types.stream().map(LayerType::id).toList());
  }
}
