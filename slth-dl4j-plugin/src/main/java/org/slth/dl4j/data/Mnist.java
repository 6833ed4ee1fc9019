package org.slth.dl4j.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * MNIST from its four IDX files, under their usual names, plain or with {@code .gz} appended:
 * {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte},
 * {@code t10k-labels-idx1-ubyte}. Fashion-MNIST and other sets of the same form are read as well.
 */
public final class Mnist {

  private Mnist() {}

  /**
   * Reads the training images (60,000 in MNIST).
   *
   * @throws IOException if a file is missing or malformed; the message says which and how
   */
  public static LabelledImages training(Path directory) throws IOException {
    return read(directory, "train");
  }

  /**
   * Reads the test images (10,000 in MNIST).
   *
   * @throws IOException if a file is missing or malformed; the message says which and how
   */
  public static LabelledImages test(Path directory) throws IOException {
    return read(directory, "t10k");
  }

  /**
   * Reads all images, training images first.
   *
   * @throws IOException if a file is missing or malformed; the message says which and how
   */
  public static LabelledImages all(Path directory) throws IOException {
    return training(directory).plus(test(directory));
  }

  private static LabelledImages read(Path directory, String part) throws IOException {
    return LabelledImages.read(
        file(directory, part + "-images-idx3-ubyte"), file(directory, part + "-labels-idx1-ubyte"));
  }

  private static Path file(Path directory, String name) throws IOException {
    Path plain = directory.resolve(name);
    Path compressed = directory.resolve(name + ".gz");
    if (Files.isRegularFile(plain)) {
      return plain;
    }
    if (Files.isRegularFile(compressed)) {
      return compressed;
    }
    throw new NoSuchFileException(
        directory.toString(),
        null,
        String.format("expected the MNIST file %s or %s.gz there", name, name));
  }
}
