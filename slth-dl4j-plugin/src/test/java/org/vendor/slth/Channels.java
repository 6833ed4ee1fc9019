package org.vendor.slth;

import org.slth.pruning.LayerConfiguration;

/** What the odd layer types of this jar look at. */
final class Channels {

  private Channels() {}

  /** Returns the outputs of a layer that scales its channels, 0 of any other. */
  static int of(LayerConfiguration configuration) {
    return configuration.type().endsWith(".ElementWiseMultiplicationLayer")
        ? configuration.settings().integer("nout")
        : 0;
  }
}
