/**
 * Benchmarks of the subset-sum solvers, built and run by the profile {@code benchmarks}.
 *
 * <p>One command, on one core where {@code taskset} is at hand:
 *
 * <pre>taskset -c 0 mvn -q -Pbenchmarks -pl examples -am -DskipTests test</pre>
 *
 * <p>{@code -Djmh.args="..."} replaces the arguments of JMH, such as the name of one benchmark.
 * Every figure is the time of one problem on one thread, batch reading included.
 */
@org.jspecify.annotations.NullMarked
package org.slth.examples.bench;
