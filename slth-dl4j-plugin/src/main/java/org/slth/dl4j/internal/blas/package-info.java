/**
 * Matrix products by OpenBLAS, called directly: ND4J copies operands that are views, and shares
 * small products out between threads, which takes longer than doing them. Not API: nothing here is
 * promised to users.
 *
 * <p>Start from {@link org.slth.dl4j.internal.blas.Products}. Ask {@link
 * org.slth.dl4j.internal.blas.Availability} first: OpenBLAS comes with the CPU backends of ND4J.
 *
 * <p>Decisions. Pointers are addresses alone: those that JavaCPP makes from others register a
 * deallocator, which took 2 % of a training step of small products. OpenBLAS is told its number of
 * threads through its own function: JavaCPP's {@code blas_set_num_threads} goes through the files
 * of its libraries in every call, which took 8 % of a step on two threads.
 *
 * <p>Two threads. Those of OpenMP, too, spin for some 15 milliseconds after each operation of ND4J
 * on a core that our loops need; {@code OMP_WAIT_POLICY=passive} takes 20 % off a training step of
 * the digits network, and makes a single image 1.4 to 2 times as slow, so it is the user's to
 * choose. Tried and dropped: operations of ours kept to the calling thread ({@code
 * setOmpNumThreads}) and images shared out to a {@code conv2d} of one thread each, no gain while
 * DL4J's own operations wake the threads (13 % less where they do not); a second master thread,
 * upon which libgomp spins less, 16 % off a step, and single images twice as slow.
 */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.internal.blas;

import org.apiguardian.api.API;
