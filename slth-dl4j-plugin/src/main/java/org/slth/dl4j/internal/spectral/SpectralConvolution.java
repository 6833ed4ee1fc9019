package org.slth.dl4j.internal.spectral;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.Workspaces;
import org.slth.dl4j.internal.blas.Availability;
import org.slth.dl4j.internal.blas.OneThread;
import org.slth.dl4j.internal.blas.Operand;
import org.slth.dl4j.internal.blas.Products;
import org.slth.dl4j.internal.blas.Scratch;
import org.slth.dl4j.internal.rows.Shares;

/**
 * Convolution with stride 1 through spectra: <i>Y</i>(<i>f</i>) = <i>X</i>(<i>f</i>)
 * <i>W</i>(<i>f</i>) for every frequency, a complex matrix product {@code [batch, in] x [in, out]};
 * and the gradients <i>dX</i> = <i>dY W</i>*, <i>dW</i> = <i>X</i><sup>T</sup> <i>dY</i>*.
 *
 * <p>Frequencies are those of a torus of {@code height + padding} by {@code width + padding}
 * pixels: what the kernel reads beyond one edge lies in the zeros behind the other. Rounding is of
 * the size of that of the sliding kernel, 3e-7 of the largest result in floats.
 *
 * <p>Memory: scratch of at most {@link #LARGEST} numbers or those of 16 images, which all layers
 * share. Batches are cut to suit. Immutable, for many threads.
 */
public final class SpectralConvolution {

  /** Numbers of scratch that a batch is cut for: 128 MB of floats. */
  private static final long LARGEST = 1L << 25;

  /** So many are done at once even so: the kernel's spectrum is read again for every part. */
  private static final long LEAST_IMAGES = 16;

  private static final Map<ConvolutionShape, SpectralConvolution> KNOWN = new ConcurrentHashMap<>();

  private final ConvolutionShape shape;
  private final DataType type;
  private final long chunk;
  private final Products products;
  private final Frequencies frequencies;
  private final ImageTransform inputs;
  private final ImageTransform results;
  private final KernelTransform kernels;
  private final INDArray ones;

  /**
   * Makes the matrices.
   *
   * @param scratch numbers of scratch that a batch is cut for
   */
  SpectralConvolution(ConvolutionShape shape, long scratch) {
    this.shape = shape;
    this.type = shape.type();
    this.chunk = shape.chunk(scratch);
    this.products = Products.of(type);
    this.frequencies = shape.frequencies();
    this.inputs = new ImageTransform(frequencies, shape.height(), shape.width(), type);
    this.results = new ImageTransform(frequencies, shape.resultHeight(), shape.resultWidth(), type);
    this.kernels = new KernelTransform(frequencies, shape.size(), shape.padding(), type);
    this.ones = Nd4j.ones(type, chunk);
  }

  /**
   * Returns the convolution of a shape, whose matrices are made once; empty where sliding the
   * kernel is cheaper, or spectra are not to be had.
   *
   * @param batch number of images
   */
  public static Optional<SpectralConvolution> of(ConvolutionShape shape, long batch) {
    return Availability.HERE && shape.pays(batch) ? Optional.of(of(shape)) : Optional.empty();
  }

  static SpectralConvolution of(ConvolutionShape shape) {
    return KNOWN.computeIfAbsent(
        shape, s -> Workspaces.outside(() -> new SpectralConvolution(s, scratch(s))));
  }

  /** Returns the numbers of scratch that a batch is cut for. */
  static long scratch(ConvolutionShape shape) {
    return Math.max(LARGEST, shape.backwardScratch(LEAST_IMAGES));
  }

  /**
   * Writes the result.
   *
   * @param input {@code [batch, in, height, width]} in C order
   * @param weights {@code [size, size, in, out]} in C order
   * @param bias {@code [out]}, null for none
   * @param result {@code [batch, out, ...]} in C order, overwritten
   */
  @SuppressWarnings("try") // nothing reads the setting
  public void forward(INDArray input, INDArray weights, @Nullable INDArray bias, INDArray result) {
    long batch = input.size(0);
    long most = Math.min(batch, chunk);
    try (Scratch scratch = Scratch.of(type, shape.forwardScratch(most));
        OneThread only = OneThread.begin()) {
      Operand kernel = scratch.next(shape.kernelNumbers());
      Operand image = scratch.next(most * shape.inputNumbers());
      Operand product = scratch.next(most * shape.resultNumbers());
      Operand other = scratch.next(most * shape.transformScratch());
      kernels.forward(Operand.of(weights, 1), shape.pairs(), kernel);
      for (long done = 0; done < batch; done += most) {
        long count = Math.min(most, batch - done);
        inputs.forward(
            Operand.of(input, 1).from(done * shape.inputSize()),
            count * shape.inputs(),
            other,
            image);
        multiply(count, image, kernel, product);
        if (bias != null) {
          addBias(count, bias, product);
        }
        results.inverse(
            product,
            count * shape.outputs(),
            other,
            Operand.of(result, 1).from(done * shape.resultSize()));
      }
    }
  }

  private void multiply(long batch, Operand image, Operand kernel, Operand product) {
    long in = shape.inputs();
    long out = shape.outputs();
    Shares.over(
        frequencies.count(),
        2 * batch * (in + out),
        (from, to) -> {
          for (long f = from; f < to; f++) {
            Operand x = image.from(f * 2 * batch * in).withStride(in);
            Operand real = kernel.from(f * 2 * in * out).withStride(out);
            Operand imaginary = real.from(in * out);
            Operand y = product.from(f * 2 * batch * out).withStride(out);
            products.multiply(2 * batch, out, in, 1, x, real, 0, y);
            products.multiply(batch, out, in, -1, x.from(batch * in), imaginary, 1, y);
            products.multiply(batch, out, in, 1, x, imaginary, 1, y.from(batch * out));
          }
        });
  }

  /** A constant image has frequency zero alone. */
  private void addBias(long batch, INDArray bias, Operand product) {
    long out = shape.outputs();
    double pixels = (double) frequencies.height() * frequencies.width();
    products.multiply(
        batch,
        out,
        1,
        pixels,
        Operand.of(ones, 1),
        Operand.of(bias, out),
        1,
        product.withStride(out));
  }

  /**
   * Writes the gradients.
   *
   * @param input that of {@link #forward}
   * @param weights those of {@link #forward}
   * @param byResult gradient by the result, in C order
   * @param byInput overwritten; null if nobody wants it
   * @param byWeights {@code [size, size, in, out]} in C order, overwritten
   * @param byBias {@code [out]}, overwritten; null for none
   */
  @SuppressWarnings("try") // nothing reads the setting
  public void backward(
      INDArray input,
      INDArray weights,
      INDArray byResult,
      @Nullable INDArray byInput,
      INDArray byWeights,
      @Nullable INDArray byBias) {
    long batch = input.size(0);
    long most = Math.min(batch, chunk);
    try (Scratch scratch = Scratch.of(type, shape.backwardScratch(most));
        OneThread only = OneThread.begin()) {
      Operand kernel = scratch.next(shape.kernelNumbers());
      Operand byKernel = scratch.next(shape.kernelNumbers());
      Operand image = scratch.next(most * shape.inputNumbers());
      Operand product = scratch.next(most * shape.resultNumbers());
      Operand other = scratch.next(most * shape.transformScratch());
      if (byInput != null) {
        kernels.forward(Operand.of(weights, 1), shape.pairs(), kernel);
      }
      for (long done = 0; done < batch; done += most) {
        long count = Math.min(most, batch - done);
        Operand gradient = Operand.of(byResult, 1).from(done * shape.resultSize());
        results.forward(gradient, count * shape.outputs(), other, product);
        Operand images = Operand.of(input, 1).from(done * shape.inputSize());
        inputs.forward(images, count * shape.inputs(), other, image);
        correlate(count, image, product, byKernel, done > 0);
        if (byBias != null) {
          addTotals(count, product, byBias, done > 0);
        }
        if (byInput != null) {
          multiplyBack(count, product, kernel, image);
          Operand target = Operand.of(byInput, 1).from(done * shape.inputSize());
          inputs.inverse(image, count * shape.inputs(), other, target);
        }
      }
      kernels.gradient(byKernel, shape.pairs(), Operand.of(byWeights, 1));
    }
  }

  private void correlate(long batch, Operand image, Operand gradient, Operand sum, boolean add) {
    long in = shape.inputs();
    long out = shape.outputs();
    double beta = add ? 1 : 0;
    Shares.over(
        frequencies.count(),
        2 * batch * (in + out),
        (from, to) -> {
          for (long f = from; f < to; f++) {
            Operand x = image.from(f * 2 * batch * in).withStride(in).transpose();
            Operand y = gradient.from(f * 2 * batch * out).withStride(out);
            Operand real = sum.from(f * 2 * in * out).withStride(out);
            Operand imaginary = real.from(in * out);
            products.multiply(in, out, 2 * batch, 1, x, y, beta, real);
            products.multiply(in, out, batch, 1, x.from(batch * in), y, beta, imaginary);
            products.multiply(in, out, batch, -1, x, y.from(batch * out), 1, imaginary);
          }
        });
  }

  private void addTotals(long batch, Operand gradient, INDArray byBias, boolean add) {
    long out = shape.outputs();
    products.multiply(
        1,
        out,
        batch,
        1,
        Operand.of(ones, batch),
        gradient.withStride(out),
        add ? 1 : 0,
        Operand.of(byBias, out));
  }

  private void multiplyBack(long batch, Operand gradient, Operand kernel, Operand byInput) {
    long in = shape.inputs();
    long out = shape.outputs();
    Shares.over(
        frequencies.count(),
        2 * batch * (in + out),
        (from, to) -> {
          for (long f = from; f < to; f++) {
            Operand y = gradient.from(f * 2 * batch * out).withStride(out);
            Operand real = kernel.from(f * 2 * in * out).withStride(out).transpose();
            Operand imaginary = real.from(in * out);
            Operand x = byInput.from(f * 2 * batch * in).withStride(in);
            products.multiply(2 * batch, in, out, 1, y, real, 0, x);
            products.multiply(batch, in, out, 1, y.from(batch * out), imaginary, 1, x);
            products.multiply(batch, in, out, -1, y, imaginary, 1, x.from(batch * in));
          }
        });
  }
}
