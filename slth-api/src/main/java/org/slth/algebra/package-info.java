/**
 * Small dense matrices in double precision, and no more than that.
 *
 * <p>Start from {@link org.slth.algebra.Matrix}. Vectors are matrices with one column. EJML does
 * the eigenvalue and singular value decompositions and appears in no signature, so that it can be
 * replaced; everything else is a short loop.
 *
 * <p>Nothing here decides a rank: whoever asks for a basis of a space says how large it is, because
 * in this library that number always comes from characters ({@link
 * org.slth.algebra.Matrix#columnSpace}).
 */
@API(status = API.Status.STABLE)
@org.jspecify.annotations.NullMarked
package org.slth.algebra;

import org.apiguardian.api.API;
