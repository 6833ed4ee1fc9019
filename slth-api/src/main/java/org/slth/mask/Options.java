package org.slth.mask;

/** The ranges of options. */
final class Options {

  private Options() {}

  /** Returns an option that counts something. */
  static int whole(MaskSettings settings, String name, int least) {
    double value = settings.option(name);
    if (!(value >= least && value <= Integer.MAX_VALUE) || value != Math.rint(value)) {
      throw new IllegalArgumentException(
          "expected %s to be a whole number of %d or more, got %s".formatted(name, least, value));
    }
    return (int) value;
  }

  /** Returns an option that says yes, as 1, or no, as 0. */
  static boolean flag(MaskSettings settings, String name) {
    double value = settings.option(name);
    if (value != 0 && value != 1) {
      throw new IllegalArgumentException("expected %s to be 0 or 1, got %s".formatted(name, value));
    }
    return value == 1;
  }

  /** Returns an option that is a probability. */
  static double probability(MaskSettings settings, String name) {
    double value = settings.option(name);
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("expected %s in [0, 1], got %s".formatted(name, value));
    }
    return value;
  }

  /** Returns an option that is a length. */
  static double length(MaskSettings settings, String name) {
    double value = settings.option(name);
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "expected %s to be finite and 0 or more, got %s".formatted(name, value));
    }
    return value;
  }
}
