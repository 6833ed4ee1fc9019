package org.slth.dl4j.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real files, where they are at hand. */
@Tag("slow")
class MnistTest {

  private static final String FILE = "mnist/t10k-labels-idx1-ubyte.gz";

  @Test
  void holdsTheDigitsThatEverybodyKnows() throws IOException {
    Path directory = directory();
    LabelledImages training = Mnist.training(directory);
    LabelledImages test = Mnist.test(directory);
    assertEquals(60_000, training.count());
    assertEquals(10_000, test.count());
    assertArrayEquals(
        new int[] {5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949},
        histogram(training));
    assertArrayEquals(
        new int[] {980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009}, histogram(test));
    assertEquals(0.13066, mean(training), 5e-6);
  }

  @Test
  void becomesRotatedMnist() throws IOException {
    List<RotatedImages> parts =
        RotatedImages.split(Mnist.all(directory()), false, 1, 12_000, 50_000);
    assertEquals(12_000, parts.get(0).count());
    assertEquals(50_000, parts.get(1).count());
    double mean = parts.get(0).batch(0, 12_000).getFeatures().meanNumber().doubleValue();
    assertEquals(0.1307, mean, 0.002, "turning moves ink, it makes none");
  }

  private static Path directory() {
    String named = System.getProperty("SLTH_DATA", System.getenv("SLTH_DATA"));
    if (named != null && Files.exists(Path.of(named, FILE))) {
      return Path.of(named, "mnist");
    }
    for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
      if (Files.exists(p.resolve("shared/data").resolve(FILE))) {
        return p.resolve("shared/data/mnist");
      }
    }
    return abort("MNIST is not here: set SLTH_DATA to a directory that holds " + FILE);
  }

  private static int[] histogram(LabelledImages images) {
    int[] counts = new int[10];
    for (int i = 0; i < images.count(); i++) {
      counts[images.label(i)]++;
    }
    return counts;
  }

  private static double mean(LabelledImages images) {
    double sum = 0;
    for (int i = 0; i < images.count(); i++) {
      for (int pixel = 0; pixel < 784; pixel++) {
        sum += images.value(i, pixel / 28, pixel % 28);
      }
    }
    return sum / images.count() / 784;
  }
}
