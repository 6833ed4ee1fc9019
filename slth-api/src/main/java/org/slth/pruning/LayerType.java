package org.slth.pruning;

import org.slth.spi.Provider;

/**
 * A kind of layer that can be pruned: how its coefficients are read, and which random pair stands
 * for it.
 *
 * <p>Layer types are found by {@link java.util.ServiceLoader}: a jar that lists its class in {@code
 * META-INF/services/org.slth.pruning.LayerType} teaches SLTH another kind. It needs slth-api alone,
 * since {@link LayerConfiguration} and {@link PlannedLayer} name what the framework has; the
 * built-in layer types use nothing but what is public here.
 *
 * <p>Of several that handle one configuration, that of the highest {@link #priority()} is asked;
 * equal priorities are an error that names both.
 *
 * <p>Laws. The answers depend on the arguments alone, and leave them as they are. What {@link
 * #read} returns keeps the laws of {@link TargetLayer}. {@code LayerTypeLaws.check(type, layer)}
 * tests them.
 */
public interface LayerType extends Provider {

  /**
   * Returns whether this type knows a kind of layer; asked for every layer of a network that has
   * parameters. Of classes that others may extend, answer for {@link LayerConfiguration#type() the
   * class itself} alone, since a subclass may compute something else.
   *
   * @param configuration that of the layer, never of a wrapper that freezes it
   */
  boolean handles(LayerConfiguration configuration);

  /**
   * Returns whether a normalisation directly behind such a layer, and fed by nothing else, becomes
   * part of its coefficients; then {@link TrainedLayer#normalization()} holds it.
   *
   * @param configuration one that this type handles
   * @param normalization configuration of the layer behind it
   */
  default boolean folds(LayerConfiguration configuration, LayerConfiguration normalization) {
    return false;
  }

  /**
   * Returns the coefficients of a trained layer.
   *
   * @param layer one that this type handles
   * @throws IllegalArgumentException if this one cannot be pruned all the same; the message says
   *     why, and what would help
   */
  TargetLayer read(TrainedLayer layer);
}
