/**
 * Matrices of floats or doubles in Java memory, for loops that ND4J has no fast operation for. Not
 * API.
 *
 * <p>Start from {@link org.slth.dl4j.internal.rows.RowKernels}, the loops; {@link
 * org.slth.dl4j.internal.rows.RowMatrix} has the way from ND4J's arrays and back.
 *
 * <p>Conventions: rows lie in C order without gaps. Two matrices of one call have the same type;
 * rows and elements are not checked beyond what Java does. Matrices are for one thread at a time.
 *
 * <p>Decisions. The loops stand twice, for floats and for doubles, each over plain arrays of one
 * type. Rows are copied both ways, since loops over ND4J's own memory take longer than both copies
 * and the loop over arrays together.
 */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.internal.rows;

import org.apiguardian.api.API;
