/**
 * The bridge to ND4J, and the runtimes and functions of layers with one input. Not API: nothing
 * here is promised to users.
 *
 * <p>Start from {@link org.slth.dl4j.internal.LayerFunction}, what a layer computes, and {@link
 * org.slth.dl4j.internal.HandwrittenLayer}, which runs it inside DL4J. {@link
 * org.slth.dl4j.internal.ReferenceLayer} runs the SameDiff graph of the same layer instead, with
 * DL4J's doubled gradients mended; tests compare the two. The same for several inputs is in {@code
 * internal.vertex}, what layers on graphs compute in {@code internal.graph}, and loops over rows in
 * Java memory in {@link org.slth.dl4j.internal.rows}, the only one of the three that this package
 * depends on.
 *
 * <p>Conventions: arrays are {@code [batch, channels, height, width]} or {@code [batch, channels]};
 * results are allocated through {@link org.slth.dl4j.internal.LayerContext}, anything else is
 * scratch in the workspace that DL4J has opened.
 *
 * <p>Decisions. Hand-written functions are the default because a SameDiff layer costs about a
 * millisecond of Java per step and layer and recomputes its kernel. Numbers per channel are
 * computed in plain Java doubles, numbers per pixel by the loops of {@link
 * org.slth.dl4j.internal.rows} where they are floats on the processor, else by ND4J. Bases are
 * shared by all layers of the process ({@link org.slth.dl4j.internal.BasisCache}), softly held,
 * since loading a network makes new layers and a basis may be large.
 *
 * <p>A first layer's gradient by its input is left out where DL4J drops it ({@code InputGradient}),
 * and with few channels the rest is one product with patches of the images: 5 + 6 ms in place of
 * the 26 of {@code conv2d_bp} for 1 to 64 channels, 28 x 28 pixels, 7 x 7 cells and 64 images on
 * one thread. Inference compares coefficients in place with those of the kernel it keeps.
 */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.internal;

import org.apiguardian.api.API;
