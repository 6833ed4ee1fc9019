/**
 * The layer types that {@link org.slth.dl4j.pruning.SubsetSumPruner} knows by itself.
 *
 * <p>They are found as those of anybody else are, and use nothing of the pruner that is not public:
 * start from {@link org.slth.dl4j.layertype.DenseLayerType} to write one. Their names are listed in
 * {@code META-INF/services/org.slth.pruning.LayerType}.
 *
 * <p>Steerable layers have a package of their own. All others mix channels alike in every row: the
 * rows of a matrix, the nodes of a graph, the tuples of a tensor, the pixels of an image. So they
 * share {@code RowWiseTarget}, and a convolution is a layer whose basis is its taps, each a shift
 * of the pixels.
 *
 * <p>Decisions.
 *
 * <ul>
 *   <li>U acts on every row alone, a dense layer or a 1x1 convolution, since the identity is all
 *       that a pair needs of U's basis.
 *   <li>The constant is hidden columns of which only the bias is kept. Of a convolution the one tap
 *       takes it that meets the image at every position of the output; without such a tap zero
 *       padding would show, and a bias is refused.
 *   <li>In a depthwise convolution the coefficients behind a channel are those of its own outputs,
 *       so there are as many problems as weights. V is an ordinary convolution, of which the
 *       data-free mask leaves the blocks: the hidden copies of a channel have to be summed, which a
 *       depthwise one does not.
 *   <li>A separable convolution is two targets, a depthwise one and a 1x1 convolution behind it, as
 *       {@code org.slth.dl4j.pruning} splits it. As one target it would have a coefficient for
 *       every product of the two, many times more than it has weights.
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
