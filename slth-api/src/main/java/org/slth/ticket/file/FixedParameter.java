package org.slth.ticket.file;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A parameter array that is not random, such as the biases beside a mask: stored bit for bit.
 *
 * <p>Instances never change, and are equal if name, precision and all numbers are.
 */
public final class FixedParameter {

  /** How many bits a number has in the network. */
  public enum Precision {
    /** 32 bits; numbers of 16 bits fit in exactly. */
    FLOAT(0, Float.BYTES),
    /** 64 bits. */
    DOUBLE(1, Double.BYTES);

    private final int code; // in the file, for ever
    private final int bytes;

    Precision(int code, int bytes) {
      this.code = code;
      this.bytes = bytes;
    }

    int code() {
      return code;
    }

    int bytes() {
      return bytes;
    }
  }

  private final String name;
  private final Precision precision;
  private final double[] values;

  private FixedParameter(String name, Precision precision, double[] values) {
    this.name = name;
    this.precision = precision;
    this.values = values;
  }

  /**
   * Returns a parameter.
   *
   * @param name its name in the network
   * @param precision of its numbers
   * @param values in C order; copied
   * @throws IllegalArgumentException if a number does not fit the precision
   */
  public static FixedParameter of(String name, Precision precision, double[] values) {
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      if (precision == Precision.FLOAT && (float) value != value && !Double.isNaN(value)) {
        throw new IllegalArgumentException(
            "%s: expected numbers of 32 bits, got %s at index %d".formatted(name, value, i));
      }
    }
    return new FixedParameter(name, precision, values.clone());
  }

  /** Returns its name in the network. */
  public String name() {
    return name;
  }

  /** Returns the precision of its numbers. */
  public Precision precision() {
    return precision;
  }

  /** Returns how many numbers it has. */
  public int size() {
    return values.length;
  }

  /** Returns its numbers; a fresh array. */
  public double[] values() {
    return values.clone();
  }

  void write(FieldWriter fields) {
    fields.text(name).code(precision.code()).number(values.length);
    for (double value : values) {
      if (precision == Precision.FLOAT) {
        fields.float32((float) value);
      } else {
        fields.float64(value);
      }
    }
  }

  static FixedParameter read(FieldReader fields) throws TicketFormatException {
    String name = fields.text();
    Precision precision = fields.choice("precision", Precision.values(), Precision::code);
    double[] values = new double[fields.count(precision.bytes())];
    for (int i = 0; i < values.length; i++) {
      values[i] = precision == Precision.FLOAT ? fields.float32() : fields.float64();
    }
    return new FixedParameter(name, precision, values);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FixedParameter that
        && name.equals(that.name)
        && precision == that.precision
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "%s: %d numbers of type %s".formatted(name, values.length, precision);
  }
}
