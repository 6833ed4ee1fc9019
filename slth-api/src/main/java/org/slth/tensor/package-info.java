/**
 * Tensors over the nodes of a graph, and the linear maps between them that commute with every
 * permutation of the nodes.
 *
 * <p>Start from {@link org.slth.tensor.DiagramBasis#of}. A tensor of order <i>k</i> over <i>n</i>
 * nodes has <i>n^k</i> entries, one for each tuple of nodes: order 0 is a number, order 1 has
 * entries for nodes, order 2 for pairs of nodes.
 *
 * <p>Conventions. Tuples are in lexicographic order, the first index slowest. A partition counts
 * its blocks from 0 in the order of their least elements. Orders, not sizes, name a basis: its
 * coefficients serve graphs of any number of nodes.
 *
 * <p>Decisions. The basis is that of diagrams, which allow the indices of different blocks to be
 * equal, since the identity, the transpose and the mean are one element each; in the basis of
 * orbits the identity of order <i>k</i> is a sum of Bell(<i>k</i>) elements, and a ticket needs it
 * as one. Contractions are means and not sums, so that the tensor of ones goes to zeros and ones
 * and neither depth nor the number of nodes makes numbers grow.
 *
 * <p>Sources. H. Maron, H. Ben-Hamu, N. Shamir, Y. Lipman, "Invariant and equivariant graph
 * networks", ICLR 2019, arXiv 1812.09902, Theorem 1, for the number of maps. C. Godfrey, M. G.
 * Rawson, D. Brown, H. Kvinge, "Fast computation of permutation equivariant layers with the
 * partition algebra", 2023, arXiv 2303.06208, for diagrams as a basis and their factorization.
 */
@API(status = API.Status.EXPERIMENTAL)
@org.jspecify.annotations.NullMarked
package org.slth.tensor;

import org.apiguardian.api.API;
