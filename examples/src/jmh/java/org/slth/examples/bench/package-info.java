/**
 * Benchmarks of the subset-sum solvers, built and run by the profile {@code benchmarks}, of mask
 * training, and of how long bases take.
 *
 * <p>One command, on one core where {@code taskset} is at hand:
 *
 * <pre>taskset -c 0 mvn -q -Pbenchmarks -pl examples -am -DskipTests test</pre>
 *
 * <p>{@code -Djmh.args="..."} replaces the arguments of JMH, such as the name of one benchmark.
 * Every figure is the time of one problem on one thread, batch reading included.
 *
 * <p>{@code MaskStepOverhead} measures ratios in one process, and {@code BasisStartup} what happens
 * once, so they are no JMH benchmarks but programs:
 *
 * <pre>
 * mvn -q -DskipTests package && mvn -q -Pbenchmarks test-compile
 * java -cp examples/target/test-classes:examples/target/slth.jar \
 *     org.slth.examples.bench.MaskStepOverhead
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package org.slth.examples.bench;
