/**
 * Pairs for steerable layers, dense or on images: a layer that acts on every pixel alone, and one
 * like the target.
 *
 * <p>Start from {@link org.slth.dl4j.layertype.steerable.SteerableLayerType}; {@code PairLayers} is
 * what tells one kind of layer from another.
 *
 * <p>Decisions. The constant is not a channel of its own but the bias of hidden trivial fields
 * whose weights are masked; in V only those elements take it that make it the same on every pixel:
 * of a convolution those at the centre of the kernel, since elsewhere zero padding would show; of a
 * transposed one those whose copies, a stride apart, add up to one.
 *
 * <p>Sources: da Cunha et al., ICLR 2022 (1x1 first layer for convolutions); Burkholz, ICML 2022
 * (biases from neurons pruned to a constant).
 */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.layertype.steerable;

import org.apiguardian.api.API;
