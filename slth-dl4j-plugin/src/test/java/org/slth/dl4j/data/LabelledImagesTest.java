package org.slth.dl4j.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledImagesTest {

  private static final byte[] PIXELS = {
    0, 51, 102, (byte) 153, (byte) 204, (byte) 255, 0, 0, 0, 0, 0, 5
  };
  private static final byte[] LABELS = {3, 1};

  @Test
  void readsPlainAndCompressedFiles(@TempDir Path directory) throws IOException {
    Files.write(directory.resolve("train-images-idx3-ubyte.gz"), gzip(images()));
    Files.write(directory.resolve("train-labels-idx1-ubyte"), labels());

    LabelledImages read = Mnist.training(directory);

    assertEquals(2, read.count());
    assertEquals(2, read.rows());
    assertEquals(3, read.columns());
    assertEquals(4, read.classes());
    assertEquals(3, read.label(0));
    assertEquals(1, read.label(1));
    assertEquals(0.6f, read.value(0, 1, 0), 1e-7f);
    assertEquals(1, read.value(0, 1, 2));
    assertEquals(5 / 255f, read.value(1, 1, 2), 1e-7f);
  }

  @Test
  void appendsImagesOfTheSameSize() {
    LabelledImages one = LabelledImages.of(2, 3, PIXELS, LABELS);
    LabelledImages both = one.plus(LabelledImages.of(2, 3, new byte[6], new byte[] {9}));
    assertEquals(3, both.count());
    assertEquals(10, both.classes());
    assertEquals(9, both.label(2));
    assertEquals(1, both.value(0, 1, 2));
    assertMessage(
        "expected images of 2 x 3 pixels like the first, got 3 x 2",
        assertThrows(
            IllegalArgumentException.class,
            () -> one.plus(LabelledImages.of(3, 2, new byte[6], new byte[1]))));
  }

  @Test
  void saysWhichFileIsMissing(@TempDir Path directory) {
    assertMessage(
        directory
            + ": expected the MNIST file t10k-images-idx3-ubyte or t10k-images-idx3-ubyte.gz there",
        assertThrows(NoSuchFileException.class, () -> Mnist.test(directory)));
  }

  @Test
  void saysAtWhichByteAFileIsWrong() {
    byte[] magic = images();
    magic[3] = 1;
    assertFails(
        "images: expected the magic number 2051 (unsigned bytes, dimensions: 3) at byte 0, got 2049",
        magic);
    byte[] length = images();
    length[8] = (byte) 0x80;
    assertFails("images: expected a positive length at byte 8, got -2147483646", length);
    assertFails(
        "images: expected 4 bytes of header at byte 12, the file ends there",
        Arrays.copyOf(images(), 14));
    assertFails(
        "images: expected 12 bytes of data from byte 16, the file ends after 11 of them",
        Arrays.copyOf(images(), 27));
    assertFails(
        "images: expected the file to end at byte 28, it goes on", Arrays.copyOf(images(), 29));
    assertFails("images: expected 4 bytes of header at byte 0, the file ends there", new byte[0]);
    byte[] huge = images();
    huge[4] = 127;
    huge[8] = 127;
    assertFails(
        "images: expected less than 2 GB of data, the header says [2130706434, 2130706434, 3]",
        huge);
  }

  @Test
  void wantsOneLabelPerImage() {
    byte[] three = idx(2049, new int[] {3}, new byte[3]);
    assertMessage(
        "expected one label per image, got 2 images in images and 3 labels in labels",
        assertThrows(IOException.class, () -> read(images(), three)));
    assertMessage(
        "expected at least one image and 2 x 3 pixels per label, got 11 pixels and 2 labels",
        assertThrows(
            IllegalArgumentException.class,
            () -> LabelledImages.of(2, 3, Arrays.copyOf(PIXELS, 11), LABELS)));
  }

  private static void assertFails(String message, byte[] images) {
    assertMessage(message, assertThrows(IOException.class, () -> read(images, labels())));
  }

  private static void assertMessage(String expected, Exception e) {
    assertTrue(e.getMessage().contains(expected), e::getMessage);
  }

  private static LabelledImages read(byte[] images, byte[] labels) throws IOException {
    return LabelledImages.read(
        new ByteArrayInputStream(images), "images", new ByteArrayInputStream(labels), "labels");
  }

  private static byte[] images() {
    return idx(2051, new int[] {2, 2, 3}, PIXELS);
  }

  private static byte[] labels() {
    return idx(2049, new int[] {2}, LABELS);
  }

  private static byte[] idx(int magic, int[] lengths, byte[] data) {
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * lengths.length + data.length).putInt(magic);
    for (int length : lengths) {
      file.putInt(length);
    }
    return file.put(data).array();
  }

  private static byte[] gzip(byte[] data) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(data);
    }
    return bytes.toByteArray();
  }
}
