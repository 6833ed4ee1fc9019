package org.slth.examples.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.graph.GraphReadout;
import org.slth.dl4j.graph.MessagePassing;
import org.slth.dl4j.graph.Readout;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.NormNonlinearity;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.examples.Slth;
import org.slth.representation.FieldType;

class ExportTicketTest {

  private static final double FLOATS = 1e-5;

  @TempDir private Path directory;

  @Test
  void aTicketLeavesAsLargeAsItsTarget() throws IOException {
    Path network = directory.resolve("network.zip");
    MultiLayerNetwork target =
        network(
            InputType.feedForward(5),
            new DenseLayer.Builder().nOut(6).activation(Activation.RELU).build(),
            new OutputLayer.Builder().nOut(3).build());
    target.params().addi(0.1); // biases, too
    SavedNetworks.save(target, network);
    Path ticket = directory.resolve("a.slt");
    json(0, "find", network, ticket, "--candidates", 12, "--non-negative-input");
    Path file = directory.resolve("plain.zip");
    JsonNode pairs = json(0, "export", ticket, file);
    assertTrue(pairs.get("difference").asDouble() < FLOATS, pairs::toString);
    assertEquals(pairs.get("parameters_before"), pairs.get("parameters"));
    assertTrue(pairs.get("folded").isEmpty(), pairs::toString);

    JsonNode exact = json(0, "export", ticket, file, "--fold", "--non-negative-input");
    assertTrue(exact.get("difference").asDouble() < FLOATS, exact::toString);
    assertEquals(target.numParams(), exact.get("parameters").asLong());
    assertEquals(0, exact.get("folded").get(1).get("largest").asDouble());
    assertEquals(2, ((MultiLayerNetwork) SavedNetworks.load(file)).getnLayers());

    Path signed = directory.resolve("signed.slt");
    json(0, "find", network, signed, "--candidates", 12);
    JsonNode near = json(0, "export", signed, file, "--fold");
    assertTrue(near.get("difference").asDouble() > FLOATS, near::toString);
    assertTrue(near.get("folded").get(0).get("largest").asDouble() > 0, near::toString);
  }

  @Test
  void aSteerableNetworkLeavesInEachForm() throws IOException {
    FieldType image = FieldType.parse("C4: trivial");
    FieldType hidden = FieldType.parse("C4: 2*regular");
    Path chain = directory.resolve("chain.zip");
    SavedNetworks.save(
        network(
            InputType.convolutional(9, 9, 1),
            new SteerableConvolution2D.Builder(image, hidden).build(),
            new FieldActivation.Builder(hidden).build(),
            new GlobalPoolingLayer(),
            new OutputLayer.Builder().nOut(3).build()),
        chain);
    assertLeaves("MultiLayerNetwork", chain, directory.resolve("plain.zip"));
    assertLeaves("SameDiff", chain, directory.resolve("plain.fb"));
    Path branched = directory.resolve("branched.zip");
    SavedNetworks.save(
        network(
            InputType.convolutional(9, 9, 1),
            new SteerableConvolution2D.Builder(image, hidden).build(),
            new NormNonlinearity.Builder(hidden).build(),
            new GlobalPoolingLayer(),
            new OutputLayer.Builder().nOut(3).build()),
        branched);
    assertLeaves("ComputationGraph", branched, directory.resolve("graph.zip"));
  }

  private void assertLeaves(String kind, Path network, Path file) throws IOException {
    JsonNode left = json(0, "export", network, file, "--input", "1x11x11");
    assertEquals(kind, left.get("class").asText());
    assertTrue(left.get("difference").asDouble() < FLOATS, left::toString);
    JsonNode unseen = json(0, "export", network, file);
    assertFalse(unseen.has("difference"), unseen::toString);
  }

  /** Given arrays; of those that are no numbers nobody can say that they agree. */
  @Test
  void aNetworkOnGraphsLeavesAsOperations() throws IOException {
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("x", "edges", "sizes")
                .addVertex("m", new MessagePassing.Builder(3, 4).gcn().build(), "x", "edges")
                .addVertex("y", new GraphReadout.Builder(1, Readout.SUM).build(), "m", "sizes")
                .setOutputs("y")
                .build());
    graph.init();
    Path network = directory.resolve("network.zip");
    SavedNetworks.save(graph, network);
    INDArray edges = Nd4j.createFromArray(new float[][] {{0, 1}, {1, 0}, {3, 4}, {2, 0}});
    INDArray sizes = Nd4j.createFromArray(new float[][] {{3}, {2}});
    Path arrays = directory.resolve("arrays.npz");
    save(arrays, Map.of("x", Nd4j.rand(5, 3), "edges", edges, "sizes", sizes));
    Path file = directory.resolve("plain.fb");
    JsonNode left = json(0, "export", network, file, "--inputs", arrays);
    assertTrue(left.get("difference").asDouble() < FLOATS, left::toString);
    save(
        arrays,
        Map.of(
            "x", Nd4j.valueArrayOf(new long[] {5, 3}, Float.NaN), "edges", edges, "sizes", sizes));
    json(1, "export", network, file, "--inputs", arrays);

    Run refused = run("export", network, directory.resolve("plain.zip"));
    assertEquals(2, refused.code);
    assertTrue(
        refused.err.contains("layer m (MessagePassing): DL4J has no such layer"), refused.err);
    assertFalse(Files.exists(directory.resolve("plain.zip")));
  }

  private static void save(Path file, Map<String, INDArray> arrays) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, INDArray> array : arrays.entrySet()) {
        zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
        zip.write(Nd4j.toNpyByteArray(array.getValue()));
        zip.closeEntry();
      }
    }
  }

  @Test
  void mistakesAreNamed() throws IOException {
    Path network = directory.resolve("network.zip");
    SavedNetworks.save(
        network(InputType.feedForward(5), new OutputLayer.Builder().nOut(3).build()), network);
    Path file = directory.resolve("plain.zip");
    assertMistake(
        "expected a shape such as 784 or 1x28x28, got 5y", network, file, "--input", "5y");
    assertMistake(
        "expected one for each of [input], got 2 shapes",
        network,
        file,
        "--input",
        "5",
        "--input",
        "5");
    assertMistake("expected a tolerance of at least 0", network, file, "--fold=-1");
    assertMistake("expected a network saved as a zip file", directory.resolve("none"), file);
  }

  private void assertMistake(String message, Object... arguments) {
    Run run = run(Stream.concat(Stream.of("export"), Arrays.stream(arguments)).toArray());
    assertEquals(2, run.code);
    assertTrue(run.err.contains(message), run.err);
  }

  private static MultiLayerNetwork network(InputType input, Layer... layers) {
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().seed(3).list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    MultiLayerNetwork network = new MultiLayerNetwork(list.setInputType(input).build());
    network.init();
    return network;
  }

  private record Run(int code, String out, String err) {}

  private static JsonNode json(int code, Object... arguments) throws IOException {
    Run run = run(Stream.concat(Arrays.stream(arguments), Stream.of("--json")).toArray());
    assertEquals(code, run.code, run.err);
    return new ObjectMapper()
        .readTree(run.out.lines().reduce((first, second) -> second).orElseThrow());
  }

  private static Run run(Object... arguments) {
    StringWriter out = new StringWriter();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream usual = System.err;
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
      int code = Slth.run(new PrintWriter(out, true), texts);
      return new Run(code, out.toString(), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(usual);
    }
  }
}
