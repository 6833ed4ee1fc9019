package org.slth.dl4j.layertype.steerable;

import java.util.BitSet;
import java.util.Set;
import org.slth.dl4j.layer.EquivariantDense;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.dl4j.layer.SteerableDeconvolution2D;
import org.slth.dl4j.layer.SteerableLayer;
import org.slth.representation.FieldType;

/**
 * Which layers the random pair of a steerable layer is made of: what tells one kind from others.
 */
interface PairLayers {

  /**
   * Returns U, from the target's input to hidden fields; on every pixel, its element 0 from a field
   * to an equal one is the identity.
   *
   * @param hasBias whether it has one
   */
  SteerableLayer first(FieldType hidden, boolean hasBias);

  /** Returns V: the target's kind of layer, from hidden fields, without bias. */
  SteerableLayer last(FieldType hidden);

  /**
   * Returns along one axis of the kernel, for each pixel of each image, the cells that meet the
   * input there: fewer at a border. A set holds the indices of these cells.
   */
  Set<BitSet> taps();

  /** Returns which settings of the target let V make a bias. */
  String remedy();

  /** Returns those of a target. */
  static PairLayers of(SteerableLayer target) {
    if (target instanceof SteerableConvolution2D convolution) {
      return new ConvolutionPair(convolution);
    }
    if (target instanceof SteerableDeconvolution2D deconvolution) {
      return new DeconvolutionPair(deconvolution);
    }
    return new DensePair((EquivariantDense) target);
  }
}
