package org.slth.dl4j.layertype.steerable;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.slth.dl4j.internal.Window;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.dl4j.layer.SteerableLayer;
import org.slth.kernel.PointwiseBasis;
import org.slth.representation.FieldType;

/**
 * A 1x1 convolution and one like the target (da Cunha et al., ICLR 2022, for plain convolutions).
 */
record ConvolutionPair(SteerableConvolution2D target) implements PairLayers {

  @Override
  public SteerableLayer first(FieldType hidden, boolean hasBias) {
    return pointwise(target.inputType(), hidden, hasBias);
  }

  /** Returns a 1x1 convolution. */
  static SteerableLayer pointwise(FieldType from, FieldType to, boolean hasBias) {
    return new SteerableConvolution2D.Builder(from, to)
        .kernelSize(1)
        .kernelBasis(PointwiseBasis.ID)
        .hasBias(hasBias)
        .build();
  }

  @Override
  public SteerableLayer last(FieldType hidden) {
    return new SteerableConvolution2D.Builder(hidden, target.outputType())
        .kernelSize(target.kernelSize())
        .stride(target.stride())
        .padding(target.padding())
        .dilation(target.dilation())
        .convolutionMode(target.convolutionMode())
        .kernelBasis(target.kernelBasis())
        .allowInexactGrid(target.allowInexactGrid())
        .hasBias(false)
        .build();
  }

  @Override
  public String remedy() {
    return "a padding of less than half of what the kernel spans";
  }

  /** Cell c at position y meets pixel s y + d c - p; longer images than these bring nothing new. */
  @Override
  public Set<BitSet> taps() {
    boolean same = target.convolutionMode() == ConvolutionMode.Same;
    Window window =
        new Window(target.kernelSize(), target.stride(), target.padding(), target.dilation(), same);
    Set<BitSet> taps = new HashSet<>();
    for (int pixels = 1; pixels <= 2 * (window.extent() + window.stride()); pixels++) {
      long positions = window.positions(pixels);
      int before = target.padding();
      if (same) {
        long padded = (positions - 1) * window.stride() + window.extent() - pixels;
        before = Math.max(0, Math.toIntExact(padded / 2)); // DL4J pads the odd one behind
      }
      for (int y = 0; y < positions; y++) {
        taps.add(meeting(window, y * window.stride() - before, pixels));
      }
    }
    return taps;
  }

  private static BitSet meeting(Window window, int start, int pixels) {
    BitSet cells = new BitSet();
    for (int c = 0; c < window.size(); c++) {
      int pixel = start + c * window.dilation();
      cells.set(c, pixel >= 0 && pixel < pixels);
    }
    return cells;
  }
}
