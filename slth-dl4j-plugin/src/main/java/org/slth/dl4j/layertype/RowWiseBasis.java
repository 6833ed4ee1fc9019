package org.slth.dl4j.layertype;

import java.util.List;

/**
 * The elements of V in a pair for a {@link RowWiseTarget}: those of the target, in its order, and
 * perhaps more for the constant.
 *
 * @param size how many elements V has, at least as many as the target
 * @param ofBias for each constant column of the target, the element that makes it of ones
 * @param shifts whether each element moves every row to at most one place, so that its norm is at
 *     most 1
 */
record RowWiseBasis(int size, List<Integer> ofBias, boolean shifts) {

  /** The one of dense layers: the identity alone. */
  static final RowWiseBasis IDENTITY = new RowWiseBasis(1, List.of(0), true);
}
