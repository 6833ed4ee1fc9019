package org.slth.dl4j.internal.folding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;

/**
 * Which taps of a convolution meet the image at a pixel of the output: fewer at a border.
 *
 * @param axes for each axis the sets that occur at some pixel of some image
 * @param width how many taps a row has
 */
record TapSets(List<Set<BitSet>> axes, int width) {

  /** Sums of some floats differ by less, relative to the largest. */
  private static final double ROUNDING = 1e-6;

  static TapSets of(ConvolutionLayer layer) {
    List<Set<BitSet>> axes = new ArrayList<>();
    for (int axis = 0; axis < (layer instanceof Convolution1DLayer ? 1 : 2); axis++) {
      axes.add(layer instanceof Deconvolution2D ? transposed(layer, axis) : plain(layer, axis));
    }
    if (axes.size() == 1) {
      axes.add(Set.of(BitSet.valueOf(new long[] {1})));
      return new TapSets(axes, 1);
    }
    return new TapSets(axes, layer.getKernelSize()[1]);
  }

  /** Tap c at position y meets pixel s y + d c - p; longer images bring nothing new. */
  private static Set<BitSet> plain(ConvolutionLayer layer, int axis) {
    int stride = layer.getStride()[axis];
    int dilation = layer.getDilation()[axis];
    int extent = (layer.getKernelSize()[axis] - 1) * dilation + 1;
    ConvolutionMode mode = layer.getConvolutionMode();
    boolean full = mode == ConvolutionMode.Same || mode == ConvolutionMode.Causal;
    int padding = layer.getPadding()[axis];
    Set<BitSet> sets = new HashSet<>();
    for (int pixels = 1; pixels <= 2 * (extent + stride); pixels++) {
      int positions =
          full
              ? (pixels + stride - 1) / stride
              : Math.floorDiv(pixels + 2 * padding - extent, stride) + 1;
      int missing = Math.max(0, (positions - 1) * stride + extent - pixels);
      int before = mode == ConvolutionMode.Causal ? extent - 1 : full ? missing / 2 : padding;
      for (int y = 0; y < positions; y++) {
        sets.add(meeting(layer.getKernelSize()[axis], y * stride - before, dilation, pixels));
      }
    }
    return sets;
  }

  private static BitSet meeting(int taps, int start, int step, int pixels) {
    BitSet set = new BitSet();
    for (int c = 0; c < taps; c++) {
      int pixel = start + c * step;
      set.set(c, pixel >= 0 && pixel < pixels);
    }
    return set;
  }

  /** Tap c at pixel z meets pixel s z + c - p of the output. */
  private static Set<BitSet> transposed(ConvolutionLayer layer, int axis) {
    int size = layer.getKernelSize()[axis];
    int stride = layer.getStride()[axis];
    int padding = layer.getPadding()[axis];
    Set<BitSet> sets = new HashSet<>();
    for (int pixels = 1; pixels <= 2 * (size + padding); pixels++) {
      for (int y = 0; y < stride * (pixels - 1) + size - 2 * padding; y++) {
        BitSet set = new BitSet();
        for (int c = 0; c < size; c++) {
          int distance = y + padding - c;
          set.set(c, distance >= 0 && distance % stride == 0 && distance / stride < pixels);
        }
        sets.add(set);
      }
    }
    return sets;
  }

  /**
   * Returns what channels of ones become: the middle between the most and the least at any pixel.
   *
   * @param kernel {@code [taps, outputs]}
   */
  Constant constant(double[] kernel, int outputs) {
    double[] most = new double[outputs];
    double[] least = new double[outputs];
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (BitSet rows : axes.get(0)) {
      for (BitSet columns : axes.get(1)) {
        double[] sums = sums(kernel, outputs, rows, columns);
        for (int o = 0; o < outputs; o++) {
          most[o] = Math.max(most[o], sums[o]);
          least[o] = Math.min(least[o], sums[o]);
        }
      }
    }
    double[] middle = new double[outputs];
    double error = 0;
    for (int o = 0; o < outputs; o++) {
      middle[o] = (most[o] + least[o]) / 2;
      error = Math.max(error, (most[o] - least[o]) / 2);
    }
    return new Constant(middle, error <= ROUNDING * largest(kernel) ? 0 : error);
  }

  private static double largest(double[] numbers) {
    return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
  }

  private double[] sums(double[] kernel, int outputs, BitSet rows, BitSet columns) {
    double[] sums = new double[outputs];
    for (int y = rows.nextSetBit(0); y >= 0; y = rows.nextSetBit(y + 1)) {
      for (int x = columns.nextSetBit(0); x >= 0; x = columns.nextSetBit(x + 1)) {
        for (int o = 0; o < outputs; o++) {
          sums[o] += kernel[(y * width + x) * outputs + o];
        }
      }
    }
    return sums;
  }
}
