/**
 * How fast things are: contestants that do the same work, timed in turn.
 *
 * <p>Start from {@link org.slth.examples.bench.Bench}, the command {@code bench}, whose benchmarks
 * need nothing but this jar. Those beside other systems are in {@code src/jmh}; {@code bench.sh}
 * there runs them.
 *
 * <p><b>Conventions.</b> A {@link org.slth.examples.bench.Contestant} does a block of work and says
 * how long a unit of it took. {@link org.slth.examples.bench.Rounds} warms all up, then asks one
 * after the other, round for round, so that a busy machine is busy for all of them. A ratio is the
 * median of the ratios of each round. Seconds are those of this machine in this hour; ratios carry
 * over.
 */
@org.jspecify.annotations.NullMarked
package org.slth.examples.bench;
