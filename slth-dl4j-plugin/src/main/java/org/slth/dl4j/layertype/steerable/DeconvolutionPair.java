package org.slth.dl4j.layertype.steerable;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.slth.dl4j.layer.SteerableDeconvolution2D;
import org.slth.dl4j.layer.SteerableLayer;
import org.slth.representation.FieldType;

/** A 1x1 convolution and a transposed convolution like the target. */
record DeconvolutionPair(SteerableDeconvolution2D target) implements PairLayers {

  @Override
  public SteerableLayer first(FieldType hidden, boolean hasBias) {
    return ConvolutionPair.pointwise(target.inputType(), hidden, hasBias);
  }

  @Override
  public SteerableLayer last(FieldType hidden) {
    return new SteerableDeconvolution2D.Builder(hidden, target.outputType())
        .kernelSize(target.kernelSize())
        .stride(target.stride())
        .padding(target.padding())
        .kernelBasis(target.kernelBasis())
        .hasBias(false)
        .build();
  }

  /**
   * A block of stride x stride cells around the centre of the kernel, and where they differ in
   * parity one wider by half a cell on each side, covers every pixel that is not cut off once.
   */
  @Override
  public String remedy() {
    return "a stride up to the kernel size and a padding of at least half their difference";
  }

  /**
   * Cell c of the kernel at pixel z meets pixel y = s z + c - p of the output; longer images than
   * these bring nothing new.
   */
  @Override
  public Set<BitSet> taps() {
    int size = target.kernelSize();
    int stride = target.stride();
    Set<BitSet> taps = new HashSet<>();
    for (int pixels = 1; pixels <= 2 * (size + target.padding()); pixels++) {
      int length = stride * (pixels - 1) + size - 2 * target.padding();
      for (int y = 0; y < length; y++) {
        taps.add(meeting(y + target.padding(), pixels));
      }
    }
    return taps;
  }

  private BitSet meeting(int shifted, int pixels) {
    BitSet cells = new BitSet();
    for (int c = 0; c < target.kernelSize(); c++) {
      int distance = shifted - c;
      cells.set(
          c,
          distance >= 0 && distance % target.stride() == 0 && distance / target.stride() < pixels);
    }
    return cells;
  }
}
