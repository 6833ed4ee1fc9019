/**
 * Networks with SLTH's layers as plain networks of DL4J, which need no class of SLTH.
 *
 * <p>Start from {@link org.slth.dl4j.export.TicketExporter}. {@code StockPlan} decides, layer by
 * layer, which stock layers stand for it; the classes called {@code Form} say which these are, and
 * draw them into a {@code Sketch}. Layers on graphs, for which DL4J has no others, leave in a
 * SameDiff graph of the whole network.
 *
 * <pre>
 *   EquivariantDense             DenseLayer with the expanded weights
 *   SteerableConvolution2D       ConvolutionLayer
 *   SteerableDeconvolution2D     Deconvolution2D
 *   FieldBatchNormalization      BatchNormalization, numbers repeated for the channels of a field
 *   FieldActivation              ActivationLayer
 *   FieldDropout                 DropoutLayer
 *   FieldPooling2D               SubsamplingLayer
 *   FieldUpsampling2D            Upsampling2D; to interpolate, one or two means behind it
 *   FieldRestriction             ActivationLayer with the identity
 *   GroupPooling                 Deconvolution2D that puts a field's channels below each other,
 *                                SubsamplingLayer over these; a mean is one linear layer
 *   FourierNonlinearity          two linear layers
 *   GatedNonlinearity            two linear layers and their product
 *   NormNonlinearity             LocalResponseNormalization, times what exceeds the bias
 * </pre>
 *
 * <p>Folding makes one layer of the two that hold subset sums ({@link
 * org.slth.dl4j.export.FoldedLayer} says what it costs).
 *
 * <p>Conventions. The last of the layers that stand for one has its name, so that no consumer
 * changes. Nothing depends on the size of images. Layers that DL4J brings are copied, without
 * updaters.
 *
 * <p>Decisions. Stock layers before SameDiff: they are read by everything that reads DL4J, and all
 * layers on vectors and images have a form in them, to 1e-5 of the output (norms as DL4J computes
 * them have no 1e-10 below the root, which counts where a field is zero). A SameDiff graph is the
 * way for the rest, and takes every network without sequences. Products need a ComputationGraph;
 * everything else stays a MultiLayerNetwork. What must copy channels does it by 1x1 convolutions of
 * zeros and ones, since DL4J has no layer that reorders; reshaping to {@code [batch, fields,
 * channels, pixels]} was dropped, because it needs the size of images. DL4J's ActivationLayer
 * overwrites its input in inference; where others see that array, it is fed a copy.
 */
@API(status = API.Status.EXPERIMENTAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.export;

import org.apiguardian.api.API;
