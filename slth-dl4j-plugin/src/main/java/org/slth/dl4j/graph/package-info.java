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
 * <p>Start from {@link org.slth.dl4j.graph.KOrderLayer}, which maps tensors of one order to
 * another; {@link org.slth.dl4j.graph.PpgnBlock} multiplies tensors of order 2, and {@link
 * org.slth.dl4j.graph.GraphReadout} makes one row of a graph.
 *
 * <p>Message passing. {@link org.slth.dl4j.graph.MessagePassing} is the layer of graph
 * convolutional networks, of Morris' 1-GNN, and of anything else in a basis of {@linkplain
 * org.slth.dl4j.graph.Propagation maps} of node features; {@link
 * org.slth.dl4j.graph.GraphIsomorphism} is that of graph isomorphism networks. A k-GNN needs
 * nothing new: its layers are {@code graphConv} on the graph whose nodes are sets of k nodes, and
 * {@link org.slth.dl4j.graph.SetPooling} leads from one order to the next. So a hierarchical
 * 1-2-GNN is
 *
 * <pre>{@code
 * .addInputs("sizes", "nodes", "edges", "pairs", "types", "members", "pair edges")
 * .addVertex("one", new MessagePassing.Builder(7, 32).graphConv(Propagation.SUM).build(),
 *     "nodes", "edges")
 * .addLayer("relu one", new ActivationLayer(Activation.RELU), "one")
 * .addVertex("sets", new SetPooling.Builder().build(), "relu one", "types", "members")
 * .addVertex("two", new MessagePassing.Builder(2 + 32, 32).graphConv(Propagation.SUM).build(),
 *     "sets", "pair edges")
 * .addLayer("relu two", new ActivationLayer(Activation.RELU), "two")
 * .addVertex("read one", new GraphReadout.Builder(1, Readout.MEAN).build(), "relu one", "sizes")
 * .addVertex("read two", new GraphReadout.Builder(1, Readout.MEAN).build(), "relu two", "pairs")
 * .addVertex("all orders", new MergeVertex(), "read one", "read two")
 * }</pre>
 *
 * where {@code pairs} has the number of sets of each graph and {@code types} tells two kinds of set
 * apart; a 1-2-3-GNN goes one step further. Jumping knowledge is a MergeVertex of the outputs of
 * several layers, or an {@code ElementWiseVertex} with {@code Op.Max}, before the readout.
 *
 * <p>Decisions. No padding: every operation is either row by row, and then a layer of DL4J, or goes
 * graph after graph. {@code defineVertex} is complete, but by dense matrices over all rows of a
 * mini-batch, and serves as the reference; by default vertices are written by hand. A 2 -&gt; 2
 * layer of 32 channels on 32 graphs of 10 to 80 nodes (79,911 pairs, floats, one core) takes 10.6
 * ms forward and 14.2 backward, of which 9.4 for six matrix products and 12.1 for all passes over
 * the tensors. Arrays of row numbers in place of strides were dropped: they are as large as a
 * channel.
 *
 * <p>Products with features that are mostly zero run over the nonzeros, and matrices come before
 * maps where that makes rows shorter. Dropout is an option of MessagePassing, since a DropoutLayer
 * below it would make a dense product for a gradient that nobody reads: an epoch of two layers with
 * 256 hidden channels on the citation graph Cora takes 25 ms (one core), with DropoutLayers 85.
 * Sorting the edges takes 0.3 ms a layer, so that layers do not share them.
 *
 * <p>Sources: Maron et al., Invariant and equivariant graph networks, ICLR 2019; Maron et al.,
 * Provably powerful graph networks, NeurIPS 2019; Kipf and Welling, Semi-supervised classification
 * with graph convolutional networks, ICLR 2017; Morris et al., Weisfeiler and Leman go neural, AAAI
 * 2019; Xu et al., How powerful are graph neural networks?, ICLR 2019; Xu et al., Representation
 * learning on graphs with jumping knowledge networks, ICML 2018.
 */
@API(status = API.Status.EXPERIMENTAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.graph;

import org.apiguardian.api.API;
