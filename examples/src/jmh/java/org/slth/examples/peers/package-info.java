/**
 * Benchmarks beside other systems, and of single methods.
 *
 * <p>Start from {@code bench.sh} in {@code src/jmh}: {@code bench.sh SUITE} runs {@link
 * org.slth.examples.peers.Contest} on one of {@link org.slth.examples.peers.Suite}, {@code bench.sh
 * jmh} the benchmarks written in JMH.
 *
 * <p><b>Conventions.</b> Who takes part in a contest is a process: {@link
 * org.slth.examples.peers.Served} in Java, {@code contest.py} in Python. It warms up by itself,
 * says that it is ready, and waits while others have their turn. Its environment is a user's, but
 * for {@code OMP_NUM_THREADS}: with {@code OMP_WAIT_POLICY=passive}, which it inherits, steps of
 * ours on two threads take less time and single images more. Peers live in virtual environments of
 * their own, one for each {@code requirements*.txt}; the build knows nothing of them.
 *
 * <p>The suite {@code steerable} makes the same two networks everywhere, see {@link
 * org.slth.examples.peers.ImageNetwork}; a step is forward, backward and Adam. DL4J's own
 * convolutions take part as they are, {@code dl4j}, and as {@code dl4j-with-onednn}: there helpers
 * are switched on, and {@code org.nd4j.nativeblas.Nd4jCpu} stands in for the class that 1.0.0-M2.1
 * looks for in vain before it calls oneDNN.
 *
 * <p>These classes are compiled by the profile {@code benchmarks} alone, since JMH's licence (GPL
 * with class path exception) and the peers are nothing that users of SLTH need.
 */
@org.jspecify.annotations.NullMarked
package org.slth.examples.peers;
