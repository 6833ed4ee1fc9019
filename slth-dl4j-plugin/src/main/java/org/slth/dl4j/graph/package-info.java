/**
 * Layers that commute with the relabelling of nodes, as vertices of a ComputationGraph.
 *
 * <p>A mini-batch is the disjoint union of its graphs and has no padding: a tensor of order k with
 * F channels is {@code [sum of n^k, F]}, graph after graph, the tuples of nodes of one graph in
 * lexicographic order. So {@code [graphs, F]} has order 0, node features {@code [nodes, F]} have
 * order 1, and {@code [pairs, F]} order 2; every layer of DL4J that works row by row (dense,
 * output, activation, batch normalisation, dropout) takes them as they are. Structure comes in as
 * arrays of its own, always the last inputs of a vertex: {@code sizes [graphs, 1]} with the number
 * of nodes of each graph, {@code edges [arcs, 2]} with a row (target, source) for each arc.
 *
 * <p>List {@code sizes} first among the inputs of the network: DL4J divides gradients by the number
 * of rows of the first input, which is then the number of graphs.
 */
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.graph;
