package org.slth.examples;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.data.RotatedImages;
import org.slth.dl4j.layer.EquivarianceError;
import org.slth.dl4j.layer.FieldPooling2D;
import org.slth.dl4j.layer.FourierNonlinearity;
import org.slth.group.PlanarGroup;
import org.slth.representation.FieldType;

/**
 * What is measured of one kind of network.
 *
 * @param group the group
 * @param nonlinearity what is between convolutions
 * @param fields the fields of each layer
 * @param quarterTurns the error of three layers under what maps pixels to themselves
 * @param eighthTurns the error of three layers under turns by 45 degrees; null if the group has
 *     none
 * @param sampled the error of the nonlinearity on vectors under the elements that it samples; under
 *     all if it does not sample
 * @param others its error under all others; null if there are none
 */
record EquivarianceRow(
    String group,
    String nonlinearity,
    String fields,
    double quarterTurns,
    @Nullable Double eighthTurns,
    double sampled,
    @Nullable Double others) {

  private static final int VECTORS = 50;

  /** Measures networks with random weights. */
  static EquivarianceRow of(FieldFamily family, FieldType fields, int images, long seed) {
    PlanarGroup group = DigitsNetwork.planar(fields.group());
    INDArray digits =
        RotatedImages.turned(DigitData.resource("t10k"), 0).batch(0, images).getFeatures();
    int[] quarters = EquivarianceError.exactElements(group, digits);
    int[] eighths =
        IntStream.range(0, group.samples().order())
            .filter(g -> Math.abs(Math.abs(group.action(g).get(0, 0)) - Math.sqrt(0.5)) < 1e-9)
            .toArray();
    int[] moves = IntStream.concat(Arrays.stream(quarters), Arrays.stream(eighths)).toArray();
    EquivarianceError network = ofNetwork(family, fields, digits, moves, seed);
    Layer layer = family.mapped(fields);
    EquivarianceError alone = ofLayer(layer, family.before(fields), fields, seed);
    int[] sampled =
        layer instanceof FourierNonlinearity fourier ? fourier.elements() : alone.elements();
    int[] others =
        Arrays.stream(alone.elements()).filter(g -> Arrays.binarySearch(sampled, g) < 0).toArray();
    return new EquivarianceRow(
        group.name(),
        family.nonlinearity().name().toLowerCase(Locale.ROOT),
        fields.toString().substring(group.name().length() + 2),
        largest(network, quarters).orElse(0.0),
        largest(network, eighths).orElse(null),
        largest(alone, sampled).orElse(0.0),
        largest(alone, others).orElse(null));
  }

  private static Optional<Double> largest(EquivarianceError error, int[] elements) {
    return Arrays.stream(elements).mapToObj(error::relative).max(Double::compare);
  }

  /** Three blocks, and a pooling behind the first. */
  private static EquivarianceError ofNetwork(
      FieldFamily family, FieldType fields, INDArray digits, int[] elements, long seed) {
    FieldType image = FieldType.trivial(fields.group(), 1);
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder().seed(seed).list();
    family.block(image, fields, 7, 3).forEach(layers::layer);
    layers.layer(new FieldPooling2D.Builder(fields).build());
    family.block(fields, fields, 5, 2).forEach(layers::layer);
    family.block(fields, fields, 5, 2).forEach(layers::layer);
    return measured(
        layers.setInputType(InputType.convolutional(digits.size(2), digits.size(3), 1)),
        image,
        fields,
        digits,
        elements);
  }

  /** The nonlinearity alone, on vectors, under all elements. */
  private static EquivarianceError ofLayer(
      Layer layer, FieldType before, FieldType after, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] numbers = random.doubles((long) VECTORS * before.dimension(), -1, 1).toArray();
    INDArray x =
        Nd4j.createFromArray(numbers)
            .castTo(DataType.FLOAT)
            .reshape('c', VECTORS, before.dimension());
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder().seed(seed).list(layer);
    return measured(
        layers.setInputType(InputType.feedForward(before.dimension())),
        before,
        after,
        x,
        EquivarianceError.exactElements(before.group(), x));
  }

  private static EquivarianceError measured(
      NeuralNetConfiguration.ListBuilder layers,
      FieldType in,
      FieldType out,
      INDArray x,
      int[] elements) {
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return EquivarianceError.of(y -> network.output(y, false), in, out, x, elements);
  }
}
