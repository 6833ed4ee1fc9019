/**
 * How much overparametrisation a ticket needs: what the theorems say, and what is measured.
 *
 * <p>Start from {@link org.slth.bounds.Overparametrisation}, which puts the bounds beside what a
 * ticket used, and from {@link org.slth.bounds.SuccessCurve}, which measures the law behind them:
 * the number of candidates grows like log(1/ε).
 *
 * <p>Conventions. Errors are absolute, for coefficients of at most 1; ε is that of the network's
 * output, η that of a coefficient. Logarithms are natural unless written log₂.
 *
 * <p>Decisions. Theorem 1 is stated up to a constant, so the constant at which it would ask for
 * what was used is reported too: it is the one number to compare between layers. Theorem 2 says
 * nothing for ε ≥ 1/2; the packing bound for single coefficients, which its proof rests on, still
 * does.
 *
 * <p>Sources. D. Ferbach et al., "A General Framework For Proving The Equivariant Strong Lottery
 * Ticket Hypothesis", ICLR 2023, Theorems 1 and 2. G. S. Lueker, "Exponentially small bounds on the
 * expected optimum of the partition and subset sum problems", Random Structures and Algorithms 12
 * (1998), for the law.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.bounds;

import org.apiguardian.api.API;
