/**
 * What the layers of {@link org.slth.dl4j.graph} compute, written by hand. Not API.
 *
 * <p>Start from {@link org.slth.dl4j.internal.graph.MessagePassingFunction} and {@link
 * org.slth.dl4j.internal.graph.KOrderFunction}, the functions of the layers with parameters. The
 * first adds up {@linkplain org.slth.dl4j.internal.graph.NodeMap maps} over the {@linkplain
 * org.slth.dl4j.internal.graph.Adjacency arcs} of a batch, in the cheaper of two orders ({@code
 * MixtureStep}); the second follows a {@code KOrderPlan}: reductions of the input, one matrix
 * product for each number of linked indices, and reductions of the output backwards.
 *
 * <p>Conventions: a mini-batch is the disjoint union of its graphs, {@code [sum of n^k, channels]}
 * for tensors of order k, as the layers have it. Tensors are the first inputs of a function, and
 * structure ({@code sizes}, {@code edges}) the others.
 *
 * <p>Decisions. Products with the matrices of a layer are ND4J's, unless the features are mostly
 * zero; everything else is done arc by arc or graph after graph in Java memory ({@link
 * org.slth.dl4j.internal.rows}). A diagram is never a matrix but nested loops over strides, and its
 * adjoint the same loops with both sides exchanged. Every function reads the structure anew from
 * its arrays, since arcs are sorted in a fraction of a millisecond.
 */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.internal.graph;

import org.apiguardian.api.API;
