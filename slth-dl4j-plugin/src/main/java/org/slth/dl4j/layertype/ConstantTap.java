package org.slth.dl4j.layertype;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;

/**
 * The tap of a convolution that meets the image at every position of the output, whatever the size
 * of the image: of ones it makes ones.
 *
 * <p>Along an axis with <i>k</i> cells, dilation <i>d</i> and extent <i>E</i> = (<i>k</i> - 1)
 * <i>d</i> + 1, cell <i>c</i> is such a one if and only if
 *
 * <pre>
 * before ≤ c d ≤ E - 1 - behind
 * </pre>
 *
 * where <i>before</i> and <i>behind</i> are the most zeros that padding adds. They are the padding
 * itself; in the mode {@code Same} ⌊(<i>E</i> - 1) / 2⌋ and ⌈(<i>E</i> - 1) / 2⌉, reached by images
 * of which one pixel is left over by the stride; in the mode {@code Causal} <i>E</i> - 1 and 0.
 */
final class ConstantTap {

  private ConstantTap() {}

  /**
   * Returns its index among the taps, the last axis fastest; of several the one in the middle.
   *
   * @param axes how many axes the images have
   * @throws IllegalArgumentException if there is none
   */
  static int of(ConvolutionLayer layer, int axes) {
    int tap = 0;
    for (int axis = 0; axis < axes; axis++) {
      int size = layer.getKernelSize()[axis];
      int dilation = layer.getDilation()[axis];
      int span = (size - 1) * dilation;
      int before = before(layer, axis, span);
      int behind =
          switch (mode(layer)) {
            case Same -> span - before;
            case Causal -> 0;
            default -> before;
          };
      int first = (before + dilation - 1) / dilation;
      int last = Math.floorDiv(span - behind, dilation);
      if (first > last) {
        throw impossible(layer, axes);
      }
      tap = tap * size + (first + last) / 2;
    }
    return tap;
  }

  private static int before(ConvolutionLayer layer, int axis, int span) {
    return switch (mode(layer)) {
      case Same -> span / 2;
      case Causal -> span;
      default -> layer.getPadding()[axis];
    };
  }

  private static ConvolutionMode mode(ConvolutionLayer layer) {
    return layer.getConvolutionMode() == null
        ? ConvolutionMode.Truncate
        : layer.getConvolutionMode();
  }

  private static IllegalArgumentException impossible(ConvolutionLayer layer, int axes) {
    int[] most =
        IntStream.range(0, axes)
            .map(i -> (layer.getKernelSize()[i] - 1) / 2 * layer.getDilation()[i])
            .toArray();
    String remedy =
        mode(layer) == ConvolutionMode.Same
            ? "an odd kernel size"
            : "a padding of at most " + Arrays.toString(most);
    return new IllegalArgumentException(
        "each of its taps meets zero padding somewhere, so none makes of ones a bias that is the"
            + " same on every pixel; use hasBias(false) and no normalization behind it, or "
            + remedy);
  }
}
