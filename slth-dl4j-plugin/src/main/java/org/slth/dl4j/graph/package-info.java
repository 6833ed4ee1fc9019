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
 *
 * <p>Start from {@link org.slth.dl4j.graph.KOrderLayer}, which maps tensors of one order to
 * another; {@link org.slth.dl4j.graph.PpgnBlock} multiplies tensors of order 2, and {@link
 * org.slth.dl4j.graph.GraphReadout} makes one row of a graph.
 *
 * <p>Decisions. No padding: every operation is either row by row, and then a layer of DL4J, or goes
 * graph after graph. {@code defineVertex} is complete, but by dense matrices over all rows of a
 * mini-batch, and serves as the reference; by default vertices are written by hand. A 2 -&gt; 2
 * layer of 32 channels on 32 graphs of 10 to 80 nodes (79,911 pairs, floats, one core) takes 10.6
 * ms forward and 14.2 backward, of which 9.4 for six matrix products and 12.1 for all passes over
 * the tensors. Arrays of row numbers in place of strides were dropped: they are as large as a
 * channel.
 */
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.graph;
