/**
 * How the masks of one layer are found: many subset sums, spread over workers.
 *
 * <p>Start from {@link org.slth.search.LayerSearch}. It poses for every coefficient λ behind an
 * input, and for every sign of <i>u</i> that the input needs, the problem
 *
 * <pre>
 * which candidates vu of that sign of u are kept, such that |Σ vu - λ| ≤ tolerance?
 * </pre>
 *
 * and lets a {@link org.slth.search.CandidateChoice} answer: a {@link org.slth.search.SubsetChoice}
 * or, for comparison, one candidate alone.
 *
 * <p>Conventions. Inputs, copies and problems are those of {@link org.slth.pruning}. A block is
 * some problems of one input and one sign. Attempts are counted from 0.
 *
 * <p>Decisions.
 *
 * <ul>
 *   <li>A problem that misses the tolerance has its own candidates drawn anew, up to the number of
 *       attempts; the best of all attempts stays.
 *   <li>In an adaptive search an input starts with the fewest candidates that can do, and grows by
 *       one until all its problems are reached. The copies are shared by all problems of an input,
 *       so it is the input that grows; every other stays as it is, since no draw of one input
 *       depends on another's. Redraws come last, once the input may not grow any more.
 *   <li>Values are <i>u v</i> in {@code double}, of two {@code float} numbers exactly; errors are
 *       those of sums added in the order of the candidates.
 * </ul>
 *
 * <p>Sources. A. Pensia et al., "Optimal lottery tickets via subset sum", NeurIPS 2020, arXiv
 * 2006.07990. E. Malach et al., "Proving the lottery ticket hypothesis: pruning is all you need",
 * ICML 2020, for one candidate alone.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.search;

import org.apiguardian.api.API;
