/**
 * The runtimes of vertices, that is, of layers with several inputs. Not API.
 *
 * <p>Start from {@link org.slth.dl4j.internal.vertex.VertexFunction}, what a vertex computes, and
 * {@link org.slth.dl4j.internal.vertex.HandwrittenVertex}, which runs it inside DL4J. {@link
 * org.slth.dl4j.internal.vertex.ReferenceVertex} runs the SameDiff graph of the same vertex
 * instead, to verify it.
 *
 * <p>Conventions: the first inputs of a vertex are tensors, the others structure, which has no
 * gradient. Results are allocated through {@link org.slth.dl4j.internal.LayerContext}, as those of
 * layers are.
 *
 * <p>Decisions. The runtimes extend DL4J's own SameDiff vertex, which has the parameters and their
 * views, and replace both of its passes. What DL4J does to a network whose only parameters are
 * those of vertices is mended by {@code CountedLayer}.
 */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.internal.vertex;

import org.apiguardian.api.API;
