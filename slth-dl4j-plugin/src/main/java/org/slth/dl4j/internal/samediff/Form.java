package org.slth.dl4j.internal.samediff;

import org.nd4j.autodiff.samediff.SDVariable;

/** What a layer is in a SameDiff graph. */
@FunctionalInterface
interface Form {

  /**
   * Returns the output.
   *
   * @throws IllegalArgumentException if the layer has settings that have no form
   */
  SDVariable define(Place place);
}
