package org.slth.dl4j.internal.network;

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
   * @throws IllegalArgumentException if several of this priority do, or none does and one failed
   */
  Optional<LayerType> of(LayerConfiguration configuration) {
    return providers.first(
        "the layer " + configuration.type(),
        type -> type.handles(configuration) ? Optional.of(type) : Optional.empty());
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
