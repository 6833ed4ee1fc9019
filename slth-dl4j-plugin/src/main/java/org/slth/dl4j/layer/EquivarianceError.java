package org.slth.dl4j.layer;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.FieldImages;
import org.slth.representation.FieldType;

/**
 * How far a map is from commuting with a group: for each element g the largest number in |f(g x) -
 * g f(x)| over the given inputs.
 *
 * <p>An element moves images by (g x)(p) = &rho;(g) x(g<sup>-1</sup> p), with p measured from the
 * centre of the image: exactly where g maps the pixels to themselves, else by bilinear
 * interpolation with zeros outside. What is measured for the latter holds the error of the
 * interpolation too.
 */
public final class EquivarianceError {

  private final double[] errors;
  private final boolean[] exact;
  private final double scale;

  private EquivarianceError(double[] errors, boolean[] exact, double scale) {
    this.errors = errors;
    this.exact = exact;
    this.scale = scale;
  }

  /**
   * Measures a map. The cost is one call of it for each element, and one more.
   *
   * @param map from {@code [batch, channels, height, width]} or {@code [batch, channels]} to the
   *     same or the other; it must not modify its argument
   * @param input how the group acts on the input
   * @param output how it acts on the output
   * @param x inputs; not modified
   * @throws IllegalArgumentException if the types belong to different groups
   */
  public static EquivarianceError of(
      UnaryOperator<INDArray> map, FieldType input, FieldType output, INDArray x) {
    if (!input.group().equals(output.group())) {
      throw new IllegalArgumentException(
          "input and output need one group, got %s and %s; restrict one of the types"
              .formatted(input.group().name(), output.group().name()));
    }
    int order = input.group().samples().order();
    double[] errors = new double[order];
    boolean[] exact = new boolean[order];
    INDArray y = map.apply(x.dup()).dup(); // DL4J's ActivationLayer works in place
    for (int g = 0; g < order; g++) {
      INDArray moved = map.apply(FieldImages.act(input, g, x));
      errors[g] = moved.sub(FieldImages.act(output, g, y)).amaxNumber().doubleValue();
      exact[g] = FieldImages.isExact(input.group(), g, x);
    }
    return new EquivarianceError(errors, exact, y.amaxNumber().doubleValue());
  }

  /**
   * Measures a network in inference.
   *
   * @param network the network
   * @param input how the group acts on its input
   * @param output how it acts on its output; trivial fields for classes
   * @param x inputs; not modified
   */
  public static EquivarianceError of(
      MultiLayerNetwork network, FieldType input, FieldType output, INDArray x) {
    return of(images -> network.output(images, false), input, output, x);
  }

  /**
   * Measures a graph of one input and one output in inference.
   *
   * @param network the network
   * @param input how the group acts on its input
   * @param output how it acts on its output; trivial fields for classes
   * @param x inputs; not modified
   */
  public static EquivarianceError of(
      ComputationGraph network, FieldType input, FieldType output, INDArray x) {
    return of(images -> network.outputSingle(false, images), input, output, x);
  }

  /**
   * Returns {@code x} moved by a group element, as a new array.
   *
   * @param type how the group acts on the channels
   * @param g the element
   * @param x {@code [batch, channels, height, width]} or {@code [batch, channels]}; not modified
   */
  public static INDArray act(FieldType type, int g, INDArray x) {
    return FieldImages.act(type, g, x);
  }

  /** Returns the largest error of all elements. */
  public double maximum() {
    return Arrays.stream(errors).max().orElse(0);
  }

  /** Returns the largest error of the elements that map the pixels of the input to themselves. */
  public double maximumOfExact() {
    return IntStream.range(0, errors.length)
        .filter(g -> exact[g])
        .mapToDouble(g -> errors[g])
        .max()
        .orElse(0);
  }

  /**
   * Returns the error of an element.
   *
   * @param g the element
   */
  public double of(int g) {
    return errors[g];
  }

  /**
   * Returns whether an element maps the pixels of the input to themselves.
   *
   * @param g the element
   */
  public boolean isExact(int g) {
    return exact[g];
  }

  /** Returns the number of group elements. */
  public int size() {
    return errors.length;
  }

  /** Returns the largest number in |f(x)|, to compare the errors with. */
  public double scale() {
    return scale;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "equivariance error %.2g (elements exact on the grid: %.2g) at outputs up to %.2g",
        maximum(),
        maximumOfExact(),
        scale);
  }
}
