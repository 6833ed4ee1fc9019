/**
 * Graphs: as values, from the files in which they are published, and as arrays on which networks
 * train.
 *
 * <p>Start from {@link org.slth.dl4j.data.graph.TuDataset} (graphs with classes), {@link
 * org.slth.dl4j.data.graph.CitationGraph} (nodes with classes), {@link
 * org.slth.dl4j.data.graph.Graph6} or {@link org.slth.dl4j.data.graph.CircularSkipLinks}
 * (generated); then {@link org.slth.dl4j.data.graph.GraphArrays} says which arrays a network takes,
 * and {@link org.slth.dl4j.data.graph.GraphIterator} cuts epochs into batches of them.
 *
 * <p><b>Conventions.</b> Nodes, sets, classes and labels are numbered from 0. A batch is the
 * disjoint union of its graphs, without rows for missing nodes. An arc (target, source) carries
 * something from its source to its target; an edge is two arcs. Tuples are in lexicographic order,
 * the first node slowest. Where ND4J would need an empty array there is one row of -1 (numbers of
 * nodes and sets) or 0 (anything else). Errors in files name the file, the line from 1, what was
 * expected and what came.
 *
 * <p><b>Decisions.</b> Features are kept sparse: one-hot labels and bags of words are mostly zeros,
 * and writing only the others makes the filling of a batch as fast as clearing its memory. Tensors
 * of order 2 and 3 are therefore not kept, only sets of nodes are, as long as there is memory. As
 * ragged arrays need no padding, sorting graphs by size bounds memory and no more; sorting all of
 * them would put the same graphs, often of the same class, together in each epoch, so only those of
 * a few batches are. Types of labelled sets are counts of labels by degree within the set, which
 * for up to three nodes tell isomorphism types apart with few columns; numbering all types that
 * occur would depend on the data set and take thousands for 37 atoms.
 *
 * <p><b>Randomness</b> is as in {@link org.slth.dl4j.data}.
 *
 * <p>Sources: C. Morris et al., "TUDataset: a collection of benchmark datasets for learning with
 * graphs", arXiv 2007.08663; C. Morris et al., "Weisfeiler and Leman go neural: higher-order graph
 * neural networks", AAAI 2019, arXiv 1810.02244 (sets of nodes); Z. Yang, W. Cohen, R.
 * Salakhutdinov, "Revisiting semi-supervised learning with graph embeddings", ICML 2016 (the public
 * split); P. Sen et al., "Collective classification in network data", AI Magazine 29(3), 2008
 * (LINQS); R. Murphy et al., "Relational pooling for graph representations", ICML 2019, arXiv
 * 1903.02541 (circular skip links); B. McKay, A. Piperno, "Practical graph isomorphism, II", J.
 * Symbolic Computation 60, 2014 (graph6).
 */
@API(status = API.Status.EXPERIMENTAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.data.graph;

import org.apiguardian.api.API;
