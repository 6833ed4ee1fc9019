package org.slth.dl4j.internal.spectral;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * The shapes of a convolution with stride 1 but for the batch, and what it costs.
 *
 * @param size cells of a side of the kernel
 * @param padding zeros on each side
 * @param inputs input channels
 * @param outputs output channels
 * @param height of an input image
 * @param width of an input image
 * @param type FLOAT or DOUBLE
 */
public record ConvolutionShape(
    int size, int padding, long inputs, long outputs, long height, long width, DataType type) {

  /** By how much operations of small matrices are slower than those of a sliding kernel. */
  private static final double SLOWER = 3;

  /** Beyond, a transform by matrices takes too many operations. */
  private static final long LARGEST_IMAGE = 64;

  long resultHeight() {
    return height + 2L * padding - size + 1;
  }

  long resultWidth() {
    return width + 2L * padding - size + 1;
  }

  long inputSize() {
    return inputs * height * width;
  }

  long resultSize() {
    return outputs * resultHeight() * resultWidth();
  }

  long pairs() {
    return inputs * outputs;
  }

  Frequencies frequencies() {
    return new Frequencies(
        (int) Math.max(height + padding, resultHeight()),
        (int) Math.max(width + padding, resultWidth()));
  }

  /** Returns the numbers of the spectrum of a kernel. */
  long kernelNumbers() {
    return 2L * frequencies().count() * pairs();
  }

  /** Returns the numbers of the spectrum of an input. */
  long inputNumbers() {
    return 2L * frequencies().count() * inputs;
  }

  /** Returns the numbers of the spectrum of a result. */
  long resultNumbers() {
    return 2L * frequencies().count() * outputs;
  }

  /** Returns the numbers that the transform of an image needs besides. */
  long transformScratch() {
    return 2L * frequencies().half() * Math.max(inputs * height, outputs * resultHeight());
  }

  long forwardScratch(long batch) {
    return kernelNumbers() + batch * (inputNumbers() + resultNumbers() + transformScratch());
  }

  long backwardScratch(long batch) {
    return kernelNumbers() + forwardScratch(batch);
  }

  /** Returns how many images may be done at once in so much scratch, at least one. */
  long chunk(long numbers) {
    long each = inputNumbers() + resultNumbers() + transformScratch();
    return Math.max(1, (numbers - 2 * kernelNumbers()) / each);
  }

  /** Returns whether spectra are cheaper than the sliding kernel, counted in operations. */
  public boolean pays(long batch) {
    boolean known = type == DataType.FLOAT || type == DataType.DOUBLE;
    return known
        && resultHeight() > 0
        && resultWidth() > 0
        && Math.max(height, width) + padding <= LARGEST_IMAGE
        && SLOWER * spectral(batch) < sliding(batch);
  }

  private double sliding(long batch) {
    return 2.0 * batch * size * size * inputs * resultSize();
  }

  private double spectral(long batch) {
    double count = frequencies().count();
    double products = 8 * count * batch * pairs();
    double kernel = 4 * count * size * size * pairs();
    return products + kernel + transform(batch * inputs) + transform(batch * outputs);
  }

  private double transform(long images) {
    double rows = 4.0 * frequencies().half() * height * width;
    double columns = 8.0 * frequencies().count() * height;
    return (double) images * (rows + columns);
  }
}
