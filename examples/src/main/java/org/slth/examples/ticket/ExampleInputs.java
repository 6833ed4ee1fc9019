package org.slth.examples.ticket;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Inputs on which two networks are compared.
 *
 * @param arrays by the names of the network's inputs, in order; none to compare nothing
 */
record ExampleInputs(Map<String, INDArray> arrays) {

  private static final int EXAMPLES = 8;

  /**
   * Returns the inputs of a file, or random ones of given shapes, or of the shape that the network
   * tells, if it does.
   *
   * @throws IllegalArgumentException if they are not one for each input
   */
  static ExampleInputs of(
      Model network, @Nullable Path file, List<String> shapes, boolean nonNegative, long seed)
      throws IOException {
    List<String> names =
        network instanceof ComputationGraph graph
            ? graph.getConfiguration().getNetworkInputs()
            : List.of("input");
    DataType type =
        network.numParams() == 0 ? Nd4j.defaultFloatingPointType() : network.params().dataType();
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    if (file != null) {
      Map<String, INDArray> read = read(file);
      require(read.keySet().containsAll(names), names, "the arrays " + read.keySet());
      names.forEach(name -> arrays.put(name, Objects.requireNonNull(read.get(name)).castTo(type)));
      return new ExampleInputs(arrays);
    }
    List<String> known = shapes.isEmpty() ? shape(network).map(List::of).orElse(shapes) : shapes;
    require(known.isEmpty() || known.size() == names.size(), names, known.size() + " shapes");
    Nd4j.getRandom().setSeed(seed);
    for (int i = 0; i < known.size(); i++) {
      long[] shape = shape(known.get(i));
      arrays.put(names.get(i), nonNegative ? Nd4j.rand(type, shape) : Nd4j.randn(type, shape));
    }
    return new ExampleInputs(arrays);
  }

  /** Nd4j.createFromNpzFile fails where the sizes of arrays follow them. */
  private static Map<String, INDArray> read(Path file) throws IOException {
    Map<String, INDArray> arrays = new HashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] array = zip.getInputStream(entry).readAllBytes();
        String name = entry.getName().replaceFirst("\\.npy$", "");
        arrays.put(name, Nd4j.createNpyFromByteArray(array));
      }
    }
    return arrays;
  }

  private static void require(boolean condition, List<String> names, String found) {
    if (!condition) {
      throw new IllegalArgumentException("expected one for each of " + names + ", got " + found);
    }
  }

  private static long[] shape(String text) {
    try {
      String all = EXAMPLES + "x" + text;
      return Arrays.stream(all.split("x", -1)).mapToLong(Long::parseLong).toArray();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected a shape such as 784 or 1x28x28, got " + text, e);
    }
  }

  /** A chain that starts with a dense layer tells the length of its input. */
  private static Optional<String> shape(Model network) {
    if (network instanceof MultiLayerNetwork chain
        && chain.getLayerWiseConfigurations().getInputPreProcess(0) == null
        && chain.getLayer(0).conf().getLayer() instanceof FeedForwardLayer first
        && (first instanceof DenseLayer || first instanceof BaseOutputLayer)) {
      return Optional.of(Long.toString(first.getNIn()));
    }
    return Optional.empty();
  }

  /**
   * How far outputs are from each other.
   *
   * @param difference largest norm of the difference of outputs, in norms of the output
   * @param rounding the same between the network and itself in double precision
   */
  record Comparison(double difference, double rounding) {

    /** Of the output; floats differ by a tenth of this after a few layers. */
    private static final double TOLERANCE = 1e-5;

    /** The rounding of two networks, each perhaps somewhat larger than that of the first. */
    private static final double ROUNDINGS = 4;

    /** Returns whether they are equal, as far as floats tell. */
    boolean agrees() {
      return difference <= Math.max(TOLERANCE, ROUNDINGS * rounding);
    }
  }

  /** Compares two networks; empty if there is nothing to compare on. */
  Optional<Comparison> compared(Model network, WrittenNetwork written) {
    if (arrays.isEmpty()) {
      return Optional.empty();
    }
    List<INDArray> expected = new WrittenNetwork.Layers(network).outputs(arrays);
    double difference = difference(expected, written.outputs(arrays));
    Model precise =
        network instanceof MultiLayerNetwork chain
            ? chain.convertDataType(DataType.DOUBLE)
            : ((ComputationGraph) network).convertDataType(DataType.DOUBLE);
    Map<String, INDArray> doubles = new LinkedHashMap<>();
    arrays.forEach((name, array) -> doubles.put(name, array.castTo(DataType.DOUBLE)));
    List<INDArray> exact = new WrittenNetwork.Layers(precise).outputs(doubles);
    return Optional.of(new Comparison(difference, difference(expected, exact)));
  }

  private static double difference(List<INDArray> expected, List<INDArray> actual) {
    double largest = 0;
    for (int i = 0; i < expected.size(); i++) {
      INDArray of = expected.get(i).castTo(DataType.DOUBLE);
      double gap = of.distance2(actual.get(i).castTo(DataType.DOUBLE));
      largest = Math.max(largest, gap / of.norm2Number().doubleValue());
    }
    return largest;
  }
}
