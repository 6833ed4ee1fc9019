package org.slth.groups.planar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An array that NumPy saved: version 1, little-endian float32, C order. */
final class NpyFile {

  private static final Pattern HEADER =
      Pattern.compile(".*'descr': '<f4', 'fortran_order': False, 'shape': \\(([0-9, ]+)\\).*", 32);

  private final int[] shape;
  private final double[] values;

  private NpyFile(int[] shape, double[] values) {
    this.shape = shape;
    this.values = values;
  }

  static NpyFile read(Path path) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    int length = bytes.getShort(8);
    Matcher header =
        HEADER.matcher(new String(bytes.array(), 10, length, StandardCharsets.US_ASCII));
    if (!header.matches()) {
      throw new IOException("expected a float32 array in C order: " + path);
    }
    int[] shape =
        Arrays.stream(header.group(1).split(","))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    double[] values = new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    bytes.position(10 + length);
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes.getFloat();
    }
    return new NpyFile(shape, values);
  }

  int size(int axis) {
    return shape[axis];
  }

  /** The rest of the array at one index of the first axis. */
  double[] slice(int index) {
    int length = values.length / shape[0];
    return Arrays.copyOfRange(values, index * length, (index + 1) * length);
  }
}
