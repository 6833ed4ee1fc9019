package org.slth.ticket;

import org.slth.spi.Provider;
import org.slth.spi.Providers;

/**
 * Answers subset-sum questions.
 *
 * <p>Implement this interface to teach SLTH a faster or a better way, and list the class in {@code
 * META-INF/services/org.slth.ticket.SubsetSumSolver}. The laws, which {@code SolverLaws.check}
 * tests:
 *
 * <ol>
 *   <li>There is one subset per problem, without bits at {@code items()} or above.
 *   <li>If some subset lies within the tolerance, so does the answer; if none does, the answer is a
 *       subset of smallest error. (Both up to 1e-12 of Σ|<i>x</i>| + |<i>target</i>|.)
 *   <li>The answer to a problem depends on its items, its target and the tolerance alone: not on
 *       the rest of the batch, on earlier calls or on other threads.
 *   <li>A batch with more than {@code maximumItems()} items is refused with an {@link
 *       IllegalArgumentException}.
 * </ol>
 */
public interface SubsetSumSolver extends Provider {

  /**
   * Returns the most items a problem may have.
   *
   * @return at least {@code 1}, at most {@code 63}
   */
  int maximumItems();

  /**
   * Answers every problem of a batch, on the calling thread.
   *
   * @param batch the questions
   * @return one subset per problem: bit <i>t</i> is set if item <i>t</i> is kept; see {@link
   *     SubsetSumBatch#result}
   * @throws IllegalArgumentException if the problems have more than {@code maximumItems()} items
   */
  long[] solve(SubsetSumBatch batch);

  /**
   * Finds a solver by id among those on the class path. SLTH brings {@code "slth:exact"}, {@code
   * "slth:within"} and {@code "slth:fewest"}, and where the virtual machine was started with {@code
   * --add-modules jdk.incubator.vector} also {@code "slth:exact-vector"} and {@code
   * "slth:within-vector"}, which give the answers of the first two in less time.
   *
   * @param id its id
   * @return the solver
   * @throws IllegalArgumentException if there is none of that id
   */
  static SubsetSumSolver named(String id) {
    return Providers.of(SubsetSumSolver.class)
        .named("subset-sum solver", id, "add the jar that brings it");
  }
}
