/**
 * Layers that commute with a group, for MultiLayerNetwork and ComputationGraph.
 *
 * <p>Start from {@link org.slth.dl4j.layer.SteerableConvolution2D}. A network goes from one {@link
 * org.slth.representation.FieldType} to the next: convolutions map fields to fields, {@link
 * org.slth.dl4j.layer.FieldBatchNormalization} and {@link org.slth.dl4j.layer.FieldActivation} keep
 * them, {@link org.slth.dl4j.layer.GroupPooling} makes them invariant. {@link
 * org.slth.dl4j.layer.EquivarianceError} measures what came of it.
 *
 * <p>Conventions: images are {@code [batch, channels, height, width]}, row 0 on top; a group
 * element g moves the image f to (g f)(x) = &rho;(g) f(g<sup>-1</sup> x), where x is measured from
 * the centre of the image, to the right and upwards. The channels of a field are neighbours.
 *
 * <p>Decisions. A layer stores its field types as text and makes everything else from it. Layers
 * are linear or pointwise, never both, because a nonlinearity inside a SameDiff layer makes the
 * gradient graph compute the convolution twice. {@code defineLayer} is complete but serves as the
 * reference: {@link org.slth.dl4j.layer.LayerRuntime} says which of the two is run. The names of
 * the classes and of their fields are the format of saved networks and never change.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.layer;

import org.apiguardian.api.API;
