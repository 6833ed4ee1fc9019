package org.slth.dl4j.layer;

import org.slth.dl4j.internal.Window;
import org.slth.group.Group;
import org.slth.group.PlanarGroup;

/** Checks that a window slides over an image without breaking the symmetry. */
final class Grid {

  private Grid() {}

  /** Returns whether some element of the group moves points of the plane. */
  static boolean moves(Group group) {
    if (!(group instanceof PlanarGroup plane)) {
      return false;
    }
    for (int g = 0; g < group.samples().order(); g++) {
      if (!plane.action(g).isCloseTo(plane.action(0), 1e-9)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the number of positions of a window.
   *
   * @param window the window
   * @param size height or width of the image
   * @param exact whether the positions must be symmetric about the centre
   * @throws IllegalArgumentException if the window does not fit, or is not symmetric but must be
   */
  static int positions(Window window, int size, boolean exact) {
    long positions = window.positions(size);
    if (positions < 1) {
      throw new IllegalArgumentException(
          "a window of "
              + window.extent()
              + " pixels does not fit into "
              + size
              + " pixels with padding "
              + window.padding());
    }
    long asymmetry = window.asymmetry(size);
    if (exact && asymmetry != 0) {
      throw new IllegalArgumentException(
          "size %d, stride %d and %s on %d pixels %s on one side only, which breaks the exact"
                  .formatted(
                      window.extent(),
                      window.stride(),
                      window.same() ? "ConvolutionMode.Same" : "padding " + window.padding(),
                      size,
                      window.same() ? "pads" : "leaves " + asymmetry + " unused")
              + " symmetry: positions must be symmetric about the centre, that is, (pixels + 2 *"
              + " padding - size) a multiple of the stride; change one of them"
              + (window.same()
                  ? " (an odd kernel with stride 1 always fits)"
                  : hint(size, asymmetry))
              + ", or set allowInexactGrid(true) and measure with EquivarianceError");
    }
    return Math.toIntExact(positions);
  }

  private static String hint(int size, long asymmetry) {
    return " (images of " + (size - asymmetry) + " pixels would fit)";
  }
}
