package org.slth.dl4j.layer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.FieldImages;
import org.slth.group.Group;
import org.slth.representation.FieldType;
import org.slth.representation.FourierTransform;

/**
 * How far a map is from commuting with a group: for each element g the largest number in |f(g x) -
 * g f(x)| over the given inputs, and the length of this difference beside that of f(x).
 *
 * <p>An element moves images by (g x)(p) = &rho;(g) x(g<sup>-1</sup> p), with p measured from the
 * centre of the image: exactly where g maps the pixels to themselves, else by bilinear
 * interpolation with zeros outside. What is measured for the latter holds the error of the
 * interpolation too.
 *
 * <p>Elements are those of the group's {@linkplain org.slth.group.Group#samples() samples}: of O(2)
 * there are 480. {@link #exactElements} and {@link FourierTransform#turns} choose fewer.
 */
public final class EquivarianceError {

  private final int[] elements; // ascending
  private final double[] errors;
  private final double[] relative;
  private final boolean[] exact;
  private final double scale;

  private EquivarianceError(int[] elements, double scale) {
    this.elements = elements;
    this.errors = new double[elements.length];
    this.relative = new double[elements.length];
    this.exact = new boolean[elements.length];
    this.scale = scale;
  }

  /**
   * Measures a map for all elements. The cost is one call of it for each element, and one more.
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
    int order = input.group().samples().order();
    return of(map, input, output, x, IntStream.range(0, order).toArray());
  }

  /**
   * Measures a map for some elements.
   *
   * @param map from {@code [batch, channels, height, width]} or {@code [batch, channels]} to the
   *     same or the other; it must not modify its argument
   * @param input how the group acts on the input
   * @param output how it acts on the output
   * @param x inputs; not modified
   * @param elements for which elements; not modified
   * @throws IllegalArgumentException if the types belong to different groups
   * @throws IndexOutOfBoundsException if something is not an element
   */
  public static EquivarianceError of(
      UnaryOperator<INDArray> map, FieldType input, FieldType output, INDArray x, int[] elements) {
    if (!input.group().equals(output.group())) {
      throw new IllegalArgumentException(
          "input and output need one group, got %s and %s; restrict one of the types"
              .formatted(input.group().name(), output.group().name()));
    }
    INDArray y = map.apply(x.dup()).dup(); // DL4J's ActivationLayer works in place
    EquivarianceError result =
        new EquivarianceError(
            Arrays.stream(elements).sorted().distinct().toArray(), y.amaxNumber().doubleValue());
    double length = y.norm2Number().doubleValue();
    for (int i = 0; i < result.elements.length; i++) {
      int g = Objects.checkIndex(result.elements[i], input.group().samples().order());
      INDArray difference =
          map.apply(FieldImages.act(input, g, x)).sub(FieldImages.act(output, g, y));
      result.errors[i] = difference.amaxNumber().doubleValue();
      result.relative[i] = difference.norm2Number().doubleValue() / length;
      result.exact[i] = FieldImages.isExact(input.group(), g, x);
    }
    return result;
  }

  /**
   * Returns the elements that map the pixels of an image to themselves, such as quarter turns; for
   * vectors all.
   *
   * @param group the group
   * @param x {@code [batch, channels, height, width]} or {@code [batch, channels]}
   */
  public static int[] exactElements(Group group, INDArray x) {
    return IntStream.range(0, group.samples().order())
        .filter(g -> FieldImages.isExact(group, g, x))
        .toArray();
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

  /** Returns the largest error of all elements measured. */
  public double maximum() {
    return Arrays.stream(errors).max().orElse(0);
  }

  /** Returns the largest error of those that map the pixels of the input to themselves. */
  public double maximumOfExact() {
    return IntStream.range(0, errors.length)
        .filter(i -> exact[i])
        .mapToDouble(i -> errors[i])
        .max()
        .orElse(0);
  }

  /**
   * Returns the error of an element.
   *
   * @param g an element that was measured
   */
  public double of(int g) {
    return errors[place(g)];
  }

  /**
   * Returns |f(g x) - g f(x)| / |f(x)|, with the length of vectors over all inputs at once.
   *
   * @param g an element that was measured
   */
  public double relative(int g) {
    return relative[place(g)];
  }

  /** Returns the largest of the {@linkplain #relative relative errors}. */
  public double maximumRelative() {
    return Arrays.stream(relative).max().orElse(0);
  }

  /**
   * Returns whether an element maps the pixels of the input to themselves.
   *
   * @param g an element that was measured
   */
  public boolean isExact(int g) {
    return exact[place(g)];
  }

  private int place(int g) {
    int place = Arrays.binarySearch(elements, g);
    if (place < 0) {
      throw new IllegalArgumentException(
          "expected one of the %d elements measured, got %d".formatted(elements.length, g));
    }
    return place;
  }

  /** Returns the elements measured, ascending. */
  public int[] elements() {
    return elements.clone();
  }

  /** Returns the number of elements measured. */
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
