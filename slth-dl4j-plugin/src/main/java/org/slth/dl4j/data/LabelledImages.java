package org.slth.dl4j.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/**
 * Grey images of one size, each with a class from {@code 0} to {@code classes() - 1}. Immutable.
 *
 * <p>Start from {@link #read(Path, Path)} for a pair of IDX files. Memory: one byte a pixel.
 */
public final class LabelledImages {

  private static final float SCALE = 1 / 255f;

  private final int rows;
  private final int columns;
  private final int classes;
  private final byte[] pixels;
  private final byte[] labels;

  private LabelledImages(int rows, int columns, int classes, byte[] pixels, byte[] labels) {
    this.rows = rows;
    this.columns = columns;
    this.classes = classes;
    this.pixels = pixels;
    this.labels = labels;
  }

  /**
   * Reads images and their labels from two IDX files, plain or compressed by gzip.
   *
   * @throws IOException if a file cannot be read or is not such a file; the message names file,
   *     byte and expectation
   */
  public static LabelledImages read(Path images, Path labels) throws IOException {
    try (InputStream imageStream = new BufferedInputStream(Files.newInputStream(images));
        InputStream labelStream = new BufferedInputStream(Files.newInputStream(labels))) {
      return read(imageStream, images.toString(), labelStream, labels.toString());
    }
  }

  /**
   * Reads images and their labels from two IDX streams, plain or compressed by gzip. Closes both.
   *
   * @param imageName what error messages call the first
   * @param labelName what error messages call the second
   * @throws IOException if a stream is not of the IDX format, or the counts differ
   */
  public static LabelledImages read(
      InputStream images, String imageName, InputStream labels, String labelName)
      throws IOException {
    IdxArray pixels = IdxArray.read(images, imageName, 3);
    IdxArray classes = IdxArray.read(labels, labelName, 1);
    if (pixels.length(0) != classes.length(0)) {
      throw new IOException(
          String.format(
              "expected one label per image, got %d images in %s and %d labels in %s",
              pixels.length(0), imageName, classes.length(0), labelName));
    }
    return of(pixels.length(1), pixels.length(2), pixels.data(), classes.data());
  }

  /**
   * Images from their pixels, row by row, one image after the other; the number of classes is one
   * more than the highest label.
   *
   * @param pixels {@code labels.length * rows * columns} unsigned bytes, 0 for the background; not
   *     modified
   * @param labels one unsigned byte per image; not modified
   * @throws IllegalArgumentException if the sizes do not fit, or there is no image
   */
  public static LabelledImages of(int rows, int columns, byte[] pixels, byte[] labels) {
    if (labels.length == 0 || pixels.length != (long) labels.length * rows * columns) {
      throw new IllegalArgumentException(
          String.format(
              "expected at least one image and %d x %d pixels per label, got %d pixels and %d labels",
              rows, columns, pixels.length, labels.length));
    }
    int classes = 0;
    for (byte label : labels) {
      classes = Math.max(classes, 1 + Byte.toUnsignedInt(label));
    }
    return new LabelledImages(rows, columns, classes, pixels.clone(), labels.clone());
  }

  /** Returns the number of images, at least one. */
  public int count() {
    return labels.length;
  }

  /** Returns the height of each image in pixels. */
  public int rows() {
    return rows;
  }

  /** Returns the width of each image in pixels. */
  public int columns() {
    return columns;
  }

  /** Returns the number of classes. */
  public int classes() {
    return classes;
  }

  /** Returns the class of an image. */
  public int label(int image) {
    return Byte.toUnsignedInt(labels[image]);
  }

  /**
   * Returns a pixel, from 0 (background) to 1.
   *
   * @throws IndexOutOfBoundsException if there is no such image, row or column
   */
  public float value(int image, int row, int column) {
    Objects.checkIndex(row, rows);
    Objects.checkIndex(column, columns);
    return Byte.toUnsignedInt(pixels[(image * rows + row) * columns + column]) * SCALE;
  }

  /**
   * Returns these images followed by others of the same size.
   *
   * @throws IllegalArgumentException if the sizes differ
   */
  public LabelledImages plus(LabelledImages others) {
    if (others.rows != rows || others.columns != columns) {
      throw new IllegalArgumentException(
          String.format(
              "expected images of %d x %d pixels like the first, got %d x %d",
              rows, columns, others.rows, others.columns));
    }
    return new LabelledImages(
        rows,
        columns,
        Math.max(classes, others.classes),
        concatenated(pixels, others.pixels),
        concatenated(labels, others.labels));
  }

  private static byte[] concatenated(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, Math.addExact(first.length, second.length));
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
