/**
 * Matrix products by OpenBLAS, called directly: ND4J copies operands that are views, and shares
 * small products out between threads, which takes longer than doing them. Not API: nothing here is
 * promised to users.
 *
 * <p>Start from {@link org.slth.dl4j.internal.blas.Products}. Ask {@link
 * org.slth.dl4j.internal.blas.Availability} first: OpenBLAS comes with the CPU backends of ND4J.
 */
@API(status = API.Status.INTERNAL)
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.internal.blas;

import org.apiguardian.api.API;
