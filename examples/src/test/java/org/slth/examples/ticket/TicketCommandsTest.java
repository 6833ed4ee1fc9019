package org.slth.examples.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.examples.Slth;
import org.slth.ticket.file.TicketFile;

class TicketCommandsTest {

  @TempDir private Path directory;

  private Path ticket = Path.of("");

  @BeforeEach
  void name() {
    ticket = directory.resolve("a.slt");
  }

  @Test
  void findsInspectsVerifiesAndRestores() throws IOException {
    Path network = saved(chain(5));
    Path claims = directory.resolve("claims.json");
    JsonNode found =
        json(0, "find", network, ticket, "--candidates", 12, "--seed", 5, "--certificate", claims);
    assertEquals(0, found.get("missed").asInt());
    assertEquals(Files.size(ticket), found.get("bytes").asLong());

    JsonNode seen = json(0, "inspect", ticket);
    assertEquals(found.get("identity"), seen.get("identity"));
    assertEquals("chain", seen.get("network").asText());
    assertEquals(5, seen.get("seed").asInt());
    assertEquals(2, seen.get("layers").size());
    assertEquals("12", seen.get("provenance").get("candidates").asText());
    assertEquals(64, seen.get("provenance").get("target sha256").asText().length());

    JsonNode sound = json(0, "verify", ticket, "--certificate", claims, "--target", network);
    assertTrue(sound.get("holds").asBoolean());
    assertEquals(0, json(0, "verify", ticket, "--target", network).get("missed").asInt());

    Path restored = directory.resolve("restored.zip");
    json(0, "restore", ticket, restored);
    Model pruned = SavedNetworks.load(restored);
    assertEquals(SavedNetworks.load(network).getClass(), pruned.getClass());
    assertEquals(4, ((MultiLayerNetwork) pruned).getnLayers(), "two layers for each");
  }

  @Test
  void certifiesTheOutputOnDataAndInABall() throws IOException {
    Path network = saved(chain(5));
    Path claims = directory.resolve("claims.json");
    Path inputs = directory.resolve("x.npy");
    Nd4j.writeAsNumpy(Nd4j.rand(DataType.FLOAT, 130, 4), inputs.toFile());
    json(0, "find", network, ticket, "--certificate", claims, "--inputs", inputs, "--radius", 2);
    JsonNode certificate = new ObjectMapper().readTree(claims.toFile());
    JsonNode measured = certificate.get("measured");
    assertEquals(130, measured.get("examples").asInt());
    assertTrue(measured.get("norm").asDouble() > 0);
    assertEquals(2, certificate.get("bound").get("radius").asDouble());
    double bound = certificate.get("bound").get("error").asDouble();
    assertTrue(bound > measured.get("norm").asDouble(), certificate.get("bound").toString());
    assertTrue(json(0, "verify", ticket, "--certificate", claims).get("holds").asBoolean());
  }

  @Test
  void reportsOnOnePage() throws IOException {
    Path page = directory.resolve("page.html");
    json(0, "find", saved(chain(5)), ticket, "--candidates", 12, "--report", page);
    String html = Files.readString(page);
    assertTrue(html.contains("A ticket of "), "its title");
    assertTrue(html.contains("<svg"), "its charts");
    assertFalse(html.contains("<script src"), "nothing from elsewhere");
  }

  @Test
  void verifyFailsForTheTicketOfAnother() throws IOException {
    Path network = saved(chain(5));
    Path claims = directory.resolve("claims.json");
    json(0, "find", network, ticket, "--candidates", 12, "--certificate", claims);
    Path other = directory.resolve("other.slt");
    json(0, "find", network, other, "--candidates", 12, "--seed", 2);
    assertFalse(json(1, "verify", other, "--certificate", claims).get("holds").asBoolean());
    MultiLayerNetwork moved = chain(5);
    moved.getParam("1_W").addi(0.125);
    SavedNetworks.save(moved, network);
    assertEquals(
        1,
        json(1, "verify", ticket, "--certificate", claims, "--target", network)
            .get("findings")
            .size());
  }

  @Test
  void aToleranceThatIsMissedIsAFailedCheck() throws IOException {
    Path network = saved(chain(5));
    JsonNode found =
        json(1, "find", network, ticket, "--candidates", 3, "--attempts", 1, "--law", "uniform");
    assertNotEquals(0, found.get("missed").asInt());
    assertTrue(Files.exists(ticket));
    json(1, "verify", ticket, "--target", network);
  }

  @Test
  void findTakesGraphsAndItsOptions() throws IOException {
    Path network = saved(graph());
    JsonNode most = json(0, "find", network, ticket, "--candidates", 14);
    JsonNode fewest =
        json(
            0,
            "find",
            network,
            ticket,
            "--candidates",
            14,
            "--fewest",
            "--threads",
            2,
            "--non-negative-input");
    assertTrue(fewest.get("kept_parameters").asInt() < most.get("kept_parameters").asInt() / 2);
    assertEquals("graph", json(0, "inspect", ticket).get("network").asText());
    Path restored = directory.resolve("restored.zip");
    json(0, "restore", ticket, restored);
    assertEquals(ComputationGraph.class, SavedNetworks.load(restored).getClass());
  }

  @Test
  void findTakesAToleranceOfTheOutput() throws IOException {
    Path network = saved(chain(5));
    Path inputs = directory.resolve("x.npy");
    Nd4j.getRandom().setSeed(1);
    Nd4j.writeAsNumpy(Nd4j.rand(DataType.FLOAT, 40, 4), inputs.toFile());
    for (String ball : new String[] {"", " --radius 1"}) {
      String line =
          "find %s %s --fewest --candidates 12 --output-tolerance 0.001 --inputs %s%s"
              .formatted(network, ticket, inputs, ball);
      JsonNode found = json(0, (Object[]) line.split(" "));
      double error = found.get("output_error").asDouble();
      assertTrue(error > 0 && error <= 0.001, found::toString);
      assertTrue(found.get("output_rounds").asInt() > 1, found::toString);
    }
    String[] mistakes = {"--radius 1", "--output-tolerance 1", "--output-tolerance 1 --inputs no"};
    for (String mistake : mistakes) {
      String[] line = ("find " + network + " " + ticket + " " + mistake).split(" ");
      assertEquals(2, run((Object[]) line).code(), mistake);
    }
  }

  @Test
  void findTakesEveryConstruction() throws IOException {
    Path network = saved(chain(5, Activation.RELU));
    JsonNode found =
        json(
            0,
            "find",
            network,
            ticket,
            "--candidates",
            14,
            "--construction",
            "slth:depth-plus-one");
    assertEquals(3, found.get("depth").asInt());
    Path restored = directory.resolve("restored.zip");
    json(0, "restore", ticket, restored);
    assertEquals(3, ((MultiLayerNetwork) SavedNetworks.load(restored)).getnLayers());
    assertEquals(0, json(0, "verify", ticket, "--target", network).get("missed").asInt());
  }

  @Test
  void resumesFromCheckpoints() throws IOException {
    Path network = saved(chain(5));
    Path parts = directory.resolve("parts");
    String[] mistakes = {"--resume", "--resume --checkpoint " + directory};
    for (String mistake : mistakes) {
      String[] line = ("find " + network + " " + ticket + " " + mistake).split(" ");
      assertEquals(2, run((Object[]) line).code(), mistake);
    }
    json(0, "find", network, ticket, "--candidates", 12, "--checkpoint", parts);
    byte[] whole = Files.readAllBytes(ticket);
    Files.delete(ticket);
    Result again =
        run("find", network, ticket, "--candidates", 12, "--checkpoint", parts, "--resume");
    assertEquals(0, again.code());
    assertEquals(
        2, again.err().lines().filter(line -> line.contains("taken from checkpoint")).count());
    assertEquals(0, Arrays.compare(whole, Files.readAllBytes(ticket)));
  }

  @Test
  void trainsMasksOfAConfigurationOrANetwork() throws IOException {
    Path configuration = directory.resolve("net.json");
    Files.writeString(configuration, digits().getLayerWiseConfigurations().toJson());
    JsonNode trained =
        json(0, "train-mask", configuration, ticket, "--epochs", 2, "--keep-fraction", 0.3);
    assertTrue(trained.get("accuracy").asDouble() > 0.3, trained::toString);
    JsonNode seen = json(0, "inspect", ticket);
    assertEquals("mask training", seen.get("found_by").asText());
    assertEquals(Math.round(0.3 * 784 * 12) + Math.round(0.3 * 120), seen.get("kept").asInt());
    assertEquals(22, seen.get("fixed_parameters").asInt());
    Path restored = directory.resolve("restored.zip");
    json(0, "restore", ticket, restored);
    assertEquals(784 * 12 + 12 + 130, SavedNetworks.load(restored).numParams());
    assertEquals(2, run("verify", ticket, "--target", restored).code());
    Path second = directory.resolve("b.slt");
    json(0, "train-mask", restored, second, "--epochs", 1);
    assertEquals(TicketFile.read(second).kind(), TicketFile.read(ticket).kind());
  }

  @Test
  void mistakesGetOneLine() throws IOException {
    Path text = Files.writeString(directory.resolve("note.txt"), "a note, no ticket at all");
    Path missing = directory.resolve("missing.zip");
    assertMistake("is no ticket file", "inspect", text);
    assertMistake("is no ticket file", "restore", text, directory.resolve("b.zip"));
    assertMistake("found none at", "find", missing, ticket);
    assertMistake("in an existing directory", "find", missing, missing.resolve("a.slt"));
    Path network = saved(chain(5));
    assertMistake("expected --certificate, --target or both", "verify", network);
    assertMistake("candidates", "find", network, ticket, "--candidates", 0);
    assertMistake(
        "no class org.nobody.None",
        "restore",
        ticket,
        directory.resolve("b.zip"),
        "--allow",
        "org.nobody.None");
    try (Stream<Path> files = Files.list(directory)) {
      assertFalse(files.anyMatch(file -> file.toString().endsWith(".slt")));
    }
  }

  private void assertMistake(String message, Object... arguments) {
    Result result = run(arguments);
    assertEquals(2, result.code(), result::err);
    String last = result.err().lines().reduce((a, b) -> b).orElse("");
    assertTrue(last.contains(message), last);
  }

  private record Result(int code, String out, String err) {}

  private static JsonNode json(int code, Object... arguments) throws IOException {
    Object[] all = Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray();
    Result result = run(all);
    assertEquals(code, result.code(), result::err);
    assertEquals(1, result.out().lines().count(), result::out);
    return new ObjectMapper().readTree(result.out());
  }

  private static Result run(Object... arguments) {
    StringWriter out = new StringWriter();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      String[] texts = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
      int code = Slth.run(new PrintWriter(out), texts);
      return new Result(code, out.toString(), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(before);
    }
  }

  private Path saved(Model network) throws IOException {
    Path file = directory.resolve("network-" + network.numParams() + ".zip");
    SavedNetworks.save(network, file);
    return file;
  }

  private static NeuralNetConfiguration.Builder configuration() {
    return new NeuralNetConfiguration.Builder().seed(3).activation(Activation.RELU);
  }

  private static OutputLayer output(int inputs, int outputs) {
    return new OutputLayer.Builder()
        .nIn(inputs)
        .nOut(outputs)
        .activation(Activation.SOFTMAX)
        .build();
  }

  private static MultiLayerNetwork chain(int hidden) {
    return chain(hidden, Activation.SIGMOID);
  }

  private static MultiLayerNetwork chain(int hidden, Activation activation) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            configuration()
                .list()
                .layer(new DenseLayer.Builder().nIn(4).nOut(hidden).activation(activation).build())
                .layer(output(hidden, 3))
                .build());
    network.init();
    return network;
  }

  private static ComputationGraph graph() {
    ComputationGraph network =
        new ComputationGraph(
            configuration()
                .graphBuilder()
                .addInputs("in")
                .addLayer("a", new DenseLayer.Builder().nIn(4).nOut(4).build(), "in")
                .addVertex("add", new ElementWiseVertex(ElementWiseVertex.Op.Add), "a", "in")
                .addLayer("out", output(4, 3), "add")
                .setOutputs("out")
                .build());
    network.init();
    return network;
  }

  private static MultiLayerNetwork digits() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            configuration()
                .list()
                .layer(new DenseLayer.Builder().nOut(12).build())
                .layer(output(12, 10))
                .setInputType(InputType.convolutional(28, 28, 1))
                .build());
    network.init();
    return network;
  }
}
