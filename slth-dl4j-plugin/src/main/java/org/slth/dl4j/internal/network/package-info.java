/**
 * A trained network of DL4J as layers to be replaced and layers to be copied, and the network made
 * of what stands for them. Not API.
 *
 * <p>Start from {@link org.slth.dl4j.internal.network.TargetNetwork}. A network of either class is
 * read as one graph ({@code TargetGraph}); {@code NetworkReader} asks the layer types which layers
 * they know, folds normalisations in and keeps track of what is never negative, so that every
 * vertex becomes a {@link org.slth.dl4j.internal.network.Stage}; {@code NetworkAssembly} builds.
 * {@code Ranks} tells vectors from images, for those who need no stages.
 *
 * <p>Decisions. A MultiLayerNetwork is a chain whose layers are called by their numbers, so that
 * nothing behind {@code TargetGraph} knows two kinds of network. Configurations reach layer types
 * as neutral settings by DL4J's own JSON ({@code ConfigurationJson}), so that a layer type compiles
 * without DL4J.
 */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.internal.network;

import org.apiguardian.api.API;
