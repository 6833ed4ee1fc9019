package org.slth.pruning;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What kind of layer it is, and with which settings: neutral for those who know its framework by
 * names alone, and as the framework's own object for those who compile against it.
 */
public final class LayerConfiguration {

  private final Object object;
  private final String type;
  private final Supplier<LayerSettings> reader;
  private volatile @Nullable LayerSettings settings; // read at the first use

  private LayerConfiguration(Object object, String type, Supplier<LayerSettings> reader) {
    this.object = object;
    this.type = type;
    this.reader = reader;
  }

  /** Returns one that is known by its settings alone. */
  public static LayerConfiguration of(LayerSettings settings) {
    return new LayerConfiguration(settings, settings.type(), () -> settings);
  }

  /**
   * Returns that of a framework's object.
   *
   * @param object the object; nobody changes it
   * @param reader reads its settings, whose {@code type()} is the name of its class; asked once
   *     somebody needs them
   */
  public static LayerConfiguration of(Object object, Supplier<LayerSettings> reader) {
    return new LayerConfiguration(object, object.getClass().getName(), reader);
  }

  /**
   * Returns the full name of its class. Where subclasses may compute something else, it tells the
   * class itself from them.
   */
  public String type() {
    return type;
  }

  /**
   * Returns its settings.
   *
   * @throws IllegalArgumentException if the framework cannot write this one down
   */
  public LayerSettings settings() {
    LayerSettings known = settings;
    if (known == null) {
      known = reader.get();
      settings = known;
    }
    return known;
  }

  /**
   * Returns the framework's object, not to be changed, if it is one of a class or of a subclass.
   *
   * @param framework the class
   */
  public <T> Optional<T> as(Class<T> framework) {
    return framework.isInstance(object) ? Optional.of(framework.cast(object)) : Optional.empty();
  }

  /** Returns the full name of its class. */
  @Override
  public String toString() {
    return type;
  }
}
