package org.slth.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.algebra.Matrix;

/** The weights of a dense layer without bias, as a matrix {@code [out, in]} in NumPy's format. */
public final class WeightFile {

  private WeightFile() {}

  /**
   * Reads a matrix.
   *
   * @throws IOException if there is no such file
   * @throws IllegalArgumentException if it is not a matrix of finite numbers
   */
  public static Matrix read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "expected a matrix of weights there");
    }
    try (INDArray array = Nd4j.createFromNpyFile(file.toFile())) {
      if (array.rank() != 2) {
        throw new IllegalArgumentException(
            "expected a matrix [out, in] in %s, got an array of rank %d"
                .formatted(file, array.rank()));
      }
      double[] values = array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
      for (int i = 0; i < values.length; i++) {
        if (!Double.isFinite(values[i])) {
          throw new IllegalArgumentException(
              "weights are finite, got %s as number %d of %s".formatted(values[i], i, file));
        }
      }
      return Matrix.of((int) array.size(0), (int) array.size(1), values);
    }
  }
}
