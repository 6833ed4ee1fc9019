package org.slth.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slth.dl4j.data.LabelledImages;
import org.slth.dl4j.data.Mnist;

class DigitDataTest {

  @Test
  void holdsEqualNumbersOfEveryDigit() {
    assertArrayEquals(filled(300), histogram(DigitData.resource("train")));
    assertArrayEquals(filled(100), histogram(DigitData.resource("t10k")));
    DigitData data = DigitData.embedded(false);
    assertEquals(3000, data.training().count());
    assertEquals(1000, data.test().count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"})
  void theReadmeTellsTheChecksum(String name) throws IOException, NoSuchAlgorithmException {
    byte[] data = new GZIPInputStream(open(name + "-ubyte.gz")).readAllBytes();
    String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
    String readme = new String(open("README").readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(readme.contains(sum + "  " + name + "-ubyte"), sum);
  }

  /** Makes the sample again from MNIST. */
  @Test
  @Tag("slow")
  void isTheBeginningOfMnist() throws IOException {
    Path mnist = SharedData.directory("mnist");
    assertIsBeginning(300, DigitData.resource("train"), Mnist.training(mnist));
    assertIsBeginning(100, DigitData.resource("t10k"), Mnist.test(mnist));
  }

  private static void assertIsBeginning(int perDigit, LabelledImages sample, LabelledImages all) {
    int[] counts = new int[10];
    int next = 0;
    for (int image = 0; next < sample.count(); image++) {
      if (counts[all.label(image)]++ < perDigit) {
        assertEquals(all.label(image), sample.label(next));
        for (int pixel = 0; pixel < 784; pixel++) {
          assertEquals(
              all.value(image, pixel / 28, pixel % 28), sample.value(next, pixel / 28, pixel % 28));
        }
        next++;
      }
    }
    assertEquals(10 * perDigit, next);
  }

  static InputStream open(String name) {
    InputStream stream = DigitData.class.getResourceAsStream("digits/" + name);
    assertNotNull(stream, name);
    return stream;
  }

  private static int[] filled(int count) {
    int[] counts = new int[10];
    Arrays.fill(counts, count);
    return counts;
  }

  private static int[] histogram(LabelledImages images) {
    int[] counts = new int[10];
    for (int i = 0; i < images.count(); i++) {
      counts[images.label(i)]++;
    }
    return counts;
  }
}
