/**
 * Networks of stock layers and of layers on graphs as SameDiff graphs. Not API.
 *
 * <p>Start from {@link org.slth.dl4j.internal.samediff.SameDiffNetwork}; a {@code Form} says what a
 * layer is in SameDiff, and {@code Place} where it stands.
 *
 * <p>Decisions. Layers on graphs are what their {@code defineVertex} says, which the reference
 * runtime runs and the tests compare with the one by hand: products with dense matrices, whose
 * gradients are right. Sums over lists of arcs by {@code gather} would need less memory, but its
 * gradient is wrong in ND4J 1.0.0-M2.1 where an index repeats, and whoever trains an exported graph
 * would not notice. Operations that fail there are avoided: weights of convolutions are {@code
 * [height, width, in, out]} and dilated ones get zeros between their cells.
 */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.internal.samediff;

import org.apiguardian.api.API;
