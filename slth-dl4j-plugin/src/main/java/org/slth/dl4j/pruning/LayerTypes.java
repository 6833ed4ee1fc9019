package org.slth.dl4j.pruning;

import java.util.List;
import java.util.Optional;
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
   * Returns the type that handles a configuration.
   *
   * @throws IllegalArgumentException if several do
   */
  Optional<LayerType> of(Object configuration) {
    List<LayerType> types =
        providers.all().stream().filter(type -> type.handles(configuration)).toList();
    if (types.size() > 1) {
      throw new IllegalArgumentException(
          "one layer type may handle it, but these do: " + names(types));
    }
    return types.stream().findFirst();
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
