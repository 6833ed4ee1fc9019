/**
 * The laws of layers that commute with a group, as checks for the tests of whoever writes one.
 *
 * <p>Start from {@link org.slth.dl4j.testkit.LayerLaws}. Like {@code org.slth.testkit} it throws
 * {@link java.lang.AssertionError} and needs no test framework; unlike it, it needs an ND4J backend
 * on the class path.
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.testkit;

import org.apiguardian.api.API;
