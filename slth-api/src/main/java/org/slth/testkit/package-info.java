/**
 * The laws of every interface that others may implement, as checks that throw {@link
 * AssertionError} with the case that breaks a law.
 *
 * <p>Start from the class named after the interface: {@code SubsetSumSolver} has {@link
 * org.slth.testkit.SolverLaws}. A plugin calls it from one test; no test framework is needed here.
 *
 * <p>A plugin's whole test of a group is
 *
 * <pre>{@code
 * Group group = Group.named("Q8");
 * GroupLaws.check(group);
 * IrreducibleRepresentation.of(group).forEach(RepresentationLaws::check);
 * }</pre>
 *
 * <p>Conventions. A check runs a whole catalogue of small cases and returns nothing. Each law has a
 * broken control in the tests of this package, which shows that the check can fail.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.testkit;

import org.apiguardian.api.API;
