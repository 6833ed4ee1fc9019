/**
 * The layer types that {@link org.slth.dl4j.pruning.SubsetSumPruner} knows by itself.
 *
 * <p>They are found as those of anybody else are, and use nothing of the pruner that is not public:
 * start from {@link org.slth.dl4j.layertype.DenseLayerType} to write one. Their names are listed in
 * {@code META-INF/services/org.slth.pruning.LayerType}.
 *
 * <p>Decisions.
 *
 * <ul>
 *   <li>Layers that mix channels alike in every row (dense ones and those of graphs) share U, a
 *       dense layer on every row, since the identity is all that a pair needs of U's basis.
 *   <li>In a steerable pair the constant is not a channel of its own but the bias of hidden trivial
 *       fields whose weights are masked; in V only those elements take it that make it the same on
 *       every pixel: of a convolution those at the centre of the kernel, since elsewhere zero
 *       padding would show; of a transposed one those whose copies, a stride apart, add up to one.
 *   <li>Batch normalisations are folded in with the statistics that they use after training.
 * </ul>
 *
 * <p>Sources: Pensia et al., NeurIPS 2020 (dense layers, products of two weights); da Cunha et al.,
 * ICLR 2022 (1x1 first layer for convolutions); Burkholz, ICML 2022 (biases from neurons pruned to
 * a constant).
 */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.layertype;

import org.apiguardian.api.API;
