/**
 * Loops that ND4J has no fast operation for, over matrices in Java memory and over images that pass
 * through it. Not API.
 *
 * <p>Start from {@link org.slth.dl4j.internal.rows.RowKernels}, the loops over matrices; {@link
 * org.slth.dl4j.internal.rows.RowMatrix} has the way from ND4J's arrays and back. For images start
 * from {@link org.slth.dl4j.internal.rows.FloatPlanes}.
 *
 * <p>Conventions: rows lie in C order without gaps. Two matrices of one call have the same type;
 * rows and elements are not checked beyond what Java does. Matrices are for one thread at a time.
 *
 * <p>Decisions. The loops stand twice, for floats and for doubles, each over plain arrays of one
 * type. Rows are copied both ways, since loops over ND4J's own memory take longer than both copies
 * and the loop over arrays together.
 *
 * <p>Images are read and written some thousand numbers at a time, so that the Java arrays between
 * stay in the first cache: a copy both ways is then free beside the memory's own 10 to 20 GB/s,
 * which is what bounds these loops. With ND4J's operations (a sum, a dot product, a product and a
 * sum per channel) normalization took 23 % of a training step of the rotated-digits network, now 8
 * %; ReLU by bits, pooling of windows and of groups take 3 % each. Loops are for floats on the
 * processor; doubles and graphics cards keep ND4J's operations. {@link
 * org.slth.dl4j.internal.rows.Shares} says in how many threads; sums do not depend on it.
 *
 * <p>Tried and dropped: sums in 64 lanes of an array, which Java's compiler makes vector
 * instructions of, took twice as long as eight sums in registers (1.8 and 0.7 ms for 3.2 million
 * numbers), and lanes as long as a plane gained a tenth; sums in doubles throughout took twice as
 * long; loops over ND4J's memory without the copy took as long as with it and cannot be unrolled.
 * Four parts for each of two threads, so that one begins while the other wakes up: a step took 6 to
 * 14 % longer than with one part each. Normalization and ReLU in one layer would save another pass,
 * 2 % of a step, and would make one layer of two for everything that reads networks.
 */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.internal.rows;

import org.apiguardian.api.API;
