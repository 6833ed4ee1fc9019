package org.slth.dl4j.pruning;

import org.slth.spi.Provider;

/**
 * A kind of layer that can be pruned: how its coefficients are read, and which random pair stands
 * for it.
 *
 * <p>Layer types are found by {@link java.util.ServiceLoader}: a jar that lists its class in {@code
 * META-INF/services/org.slth.dl4j.pruning.LayerType} teaches {@link SubsetSumPruner} another kind,
 * and the built-in ones ({@code org.slth.dl4j.layertype}) use nothing but what is public here.
 *
 * <p>Laws. The answers depend on the arguments alone. No two types handle one configuration. What
 * {@link #read} returns keeps the laws of {@link TargetLayer}.
 */
public interface LayerType extends Provider {

  /**
   * Returns whether this type knows a kind of layer. Of classes that others may extend, answer for
   * the class itself alone, since a subclass may compute something else.
   *
   * @param configuration a DL4J {@code Layer} or {@code GraphVertex} configuration, never a wrapper
   *     that freezes it
   */
  boolean handles(Object configuration);

  /**
   * Returns whether a normalisation directly behind such a layer, and fed by nothing else, becomes
   * part of its coefficients; then {@link TrainedLayer#normalization()} holds it.
   *
   * @param configuration one that this type handles
   * @param normalization configuration of the layer behind it
   */
  default boolean folds(Object configuration, Object normalization) {
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
