package org.slth.examples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slth.dl4j.data.LabelledImages;
import org.slth.dl4j.data.Mnist;
import org.slth.dl4j.data.RotatedImages;

/**
 * Digits to train on and to test with, rotated or upright. The data set does not depend on any
 * option but these: it has a seed of its own, so that figures of different runs are of the same
 * images.
 *
 * @param training to train on
 * @param test to test with
 */
public record DigitData(RotatedImages training, RotatedImages test) {

  private static final long SEED = 12_000;

  /** The digits in the resources: 3,000 to train on, 1,000 to test with. */
  static DigitData embedded(boolean mirror) {
    return new DigitData(
        RotatedImages.of(resource("train"), mirror, SEED),
        RotatedImages.of(resource("t10k"), mirror, SEED + 1));
  }

  /**
   * Rotated MNIST: 12,000 of the 70,000 digits to train on and 50,000 others to test with.
   *
   * @throws IOException if MNIST is not in the directory
   */
  static DigitData full(Path directory, boolean mirror) throws IOException {
    List<RotatedImages> parts =
        RotatedImages.split(Mnist.all(directory), mirror, SEED, 12_000, 50_000);
    return new DigitData(parts.get(0), parts.get(1));
  }

  /**
   * MNIST as it is, upright: 60,000 digits to train on and 10,000 to test with; without a directory
   * those in the resources.
   *
   * @throws IOException if MNIST is not in the directory
   */
  public static DigitData upright(Optional<Path> directory) throws IOException {
    if (directory.isEmpty()) {
      return upright(resource("train"), resource("t10k"));
    }
    return upright(Mnist.training(directory.get()), Mnist.test(directory.get()));
  }

  private static DigitData upright(LabelledImages training, LabelledImages test) {
    return new DigitData(RotatedImages.turned(training, 0), RotatedImages.turned(test, 0));
  }

  /**
   * Returns the first digits of both parts.
   *
   * @param images how many at most; 0 for all
   * @throws IllegalArgumentException if it is negative
   */
  public DigitData first(int images) {
    return images == 0
        ? this
        : new DigitData(
            training.first(Math.min(images, training.count())),
            test.first(Math.min(images, test.count())));
  }

  /** The upright digits of the resources. */
  static LabelledImages resource(String part) {
    String images = part + "-images-idx3-ubyte.gz";
    String labels = part + "-labels-idx1-ubyte.gz";
    try (InputStream imageStream = open(images);
        InputStream labelStream = open(labels)) {
      return LabelledImages.read(imageStream, images, labelStream, labels);
    } catch (IOException e) {
      throw new IllegalStateException("the digits in the jar are damaged: build it again", e);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream stream = DigitData.class.getResourceAsStream("digits/" + name);
    if (stream == null) {
      throw new IOException("no resource digits/" + name);
    }
    return stream;
  }
}
