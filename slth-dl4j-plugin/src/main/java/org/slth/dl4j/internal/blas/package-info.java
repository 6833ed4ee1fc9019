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
 * <p>Tried and dropped, for two threads: operations of ND4J kept to the calling thread ({@code
 * setOmpNumThreads}), since threads of OpenMP, too, spin for some 15 milliseconds after each
 * operation on a core that our loops need. For the whole training thread, DL4J's own operations
 * included, that takes 7 % less time, which is the user's to choose; for ours alone, none, nor do
 * images shared out to a {@code conv2d} of one thread each.
 */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.internal.blas;

import org.apiguardian.api.API;
