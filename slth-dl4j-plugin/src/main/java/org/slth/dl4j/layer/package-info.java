/**
 * Layers that commute with a group, for MultiLayerNetwork and ComputationGraph.
 *
 * <p>Start from {@link org.slth.dl4j.layer.SteerableConvolution2D} for images and {@link
 * org.slth.dl4j.layer.EquivariantDense} for vectors of any group. A network goes from one {@link
 * org.slth.representation.FieldType} to the next:
 *
 * <ul>
 *   <li>linear layers with coefficients map fields to fields: {@link
 *       org.slth.dl4j.layer.SteerableLayer};
 *   <li>nonlinearities keep them: {@link org.slth.dl4j.layer.FieldActivation} where the group
 *       permutes channels, {@link org.slth.dl4j.layer.FourierNonlinearity} where fields are
 *       functions on the group, {@link org.slth.dl4j.layer.NormNonlinearity} and {@link
 *       org.slth.dl4j.layer.GatedNonlinearity} anywhere;
 *   <li>so do {@link org.slth.dl4j.layer.FieldBatchNormalization} and {@link
 *       org.slth.dl4j.layer.FieldDropout};
 *   <li>{@link org.slth.dl4j.layer.FieldPooling2D} and {@link
 *       org.slth.dl4j.layer.FieldUpsampling2D} change the number of pixels;
 *   <li>{@link org.slth.dl4j.layer.FieldRestriction} goes on with a subgroup, {@link
 *       org.slth.dl4j.layer.GroupPooling} makes fields invariant.
 * </ul>
 *
 * <p>{@link org.slth.dl4j.layer.EquivarianceError} measures what came of it.
 *
 * <p>Conventions: images are {@code [batch, channels, height, width]}, row 0 on top; a group
 * element g moves the image f to (g f)(x) = &rho;(g) f(g<sup>-1</sup> x), where x is measured from
 * the centre of the image, to the right and upwards. The channels of a field are neighbours.
 *
 * <p>Decisions. A layer stores its field types as text and makes everything else from it. Layers
 * are linear or pointwise, never both, because a nonlinearity inside a SameDiff layer makes the
 * gradient graph compute the convolution twice. {@code defineLayer} is complete but serves as the
 * reference: {@link org.slth.dl4j.layer.LayerRuntime} says which of the two is run. A dense layer
 * is a convolution whose kernel has one cell, so that all linear layers share parameters, kernels
 * and masks. Upsampling is two products with one matrix; by ND4J's resizing or pooling it would be
 * ten times slower, or not symmetric. The names of the classes and of their fields are the format
 * of saved networks and never change.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.layer;

import org.apiguardian.api.API;
