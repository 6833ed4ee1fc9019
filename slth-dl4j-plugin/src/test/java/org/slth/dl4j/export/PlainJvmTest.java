package org.slth.dl4j.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.slth.dl4j.export.ExportedNetworks.chain;
import static org.slth.dl4j.export.ExportedNetworks.random;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.slth.dl4j.graph.GraphReadout;
import org.slth.dl4j.graph.MessagePassing;
import org.slth.dl4j.graph.Readout;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.GatedNonlinearity;
import org.slth.dl4j.layer.GroupPooling;
import org.slth.dl4j.layer.NormNonlinearity;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.representation.FieldType;

/** Exported networks load and run in a JVM whose class path has nothing of SLTH. */
@Tag("slow")
class PlainJvmTest {

  private static final int SIZE = 9;
  private static final FieldType IMAGE = FieldType.parse("C4: trivial");
  private static final FieldType HIDDEN = FieldType.parse("C4: 2*regular");
  private static final FieldType MIXED = FieldType.parse("C4: regular + 2*irrep(2) + trivial");

  @TempDir private Path directory;

  @Test
  void aChainRuns() throws IOException {
    MultiLayerNetwork network =
        network(
            new SteerableConvolution2D.Builder(IMAGE, HIDDEN).stride(2).build(),
            new FieldBatchNormalization.Builder(HIDDEN).build(),
            new FieldActivation.Builder(HIDDEN).build(),
            new GroupPooling.Builder(HIDDEN).build());
    INDArray x = random(2, 1, SIZE, SIZE);
    File file = directory.resolve("chain.zip").toFile();
    TicketExporter.of(network).chain().save(file, false);
    assertRuns("chain", file, network.output(x), "", "x", x);

    network.save(file, false); // the control: it is SLTH's as it was
    Run run = run("chain", file, network.output(x), "", "x", x);
    assertNotEquals(0, run.code);
    assertTrue(run.output.contains("org.slth.dl4j.layer.SteerableConvolution2D"), run.output);
  }

  @Test
  void aGraphRuns() throws IOException {
    FieldType gated = GatedNonlinearity.gated(MIXED);
    MultiLayerNetwork network =
        network(
            new SteerableConvolution2D.Builder(IMAGE, gated).build(),
            new GatedNonlinearity.Builder(MIXED).build(),
            new NormNonlinearity.Builder(MIXED).build(),
            new GroupPooling.Builder(MIXED).build());
    INDArray x = random(2, 1, SIZE, SIZE);
    File file = directory.resolve("graph.zip").toFile();
    TicketExporter.of(network).graph().save(file, false);
    assertRuns("graph", file, network.output(x), "", "x", x);
  }

  private static MultiLayerNetwork network(Layer... layers) {
    List<Layer> all = new ArrayList<>(List.of(layers));
    all.add(new GlobalPoolingLayer());
    all.add(new OutputLayer.Builder().nOut(3).build());
    InputType images = InputType.convolutional(SIZE, SIZE, 1);
    MultiLayerNetwork network = chain(new NoOp(), images, all.toArray(Layer[]::new));
    network.params().addi(Nd4j.rand(network.params().shape()).muli(0.1));
    return network;
  }

  @Test
  void aSameDiffGraphRuns() throws IOException {
    ComputationGraph network =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(2)
                .graphBuilder()
                .addInputs("x", "edges", "sizes")
                .addVertex("m", new MessagePassing.Builder(3, 4).gcn().build(), "x", "edges")
                .addVertex("y", new GraphReadout.Builder(1, Readout.MEAN).build(), "m", "sizes")
                .setOutputs("y")
                .build());
    network.init();
    INDArray x = random(5, 3);
    INDArray edges = Nd4j.createFromArray(new float[][] {{0, 1}, {1, 0}, {3, 4}, {2, 0}});
    INDArray sizes = Nd4j.createFromArray(new float[][] {{3}, {2}});
    File file = directory.resolve("network.fb").toFile();
    TicketExporter.of(network).sameDiff().save(file, false);
    INDArray expected = network.outputSingle(x, edges, sizes);
    assertRuns("samediff", file, expected, "y", "x", x, "edges", edges, "sizes", sizes);
  }

  private record Run(int code, String output) {}

  private void assertRuns(
      String kind, File file, INDArray expected, String output, Object... inputs)
      throws IOException {
    Run run = run(kind, file, expected, output, inputs);
    assertEquals(0, run.code, run.output);
    String last = run.output.lines().reduce((a, b) -> b).orElse("");
    double error = Double.parseDouble(last.replace("relative error ", ""));
    assertTrue(error <= ExportedNetworks.TOLERANCE, run.output);
  }

  private Run run(String kind, File file, INDArray expected, String output, Object... inputs)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-cp", classPath()));
    command.add(program().toString());
    command.addAll(List.of(kind, file.toString(), saved("expected", expected), output));
    for (int i = 0; i < inputs.length; i += 2) {
      command.add(inputs[i] + "=" + saved((String) inputs[i], (INDArray) inputs[i + 1]));
    }
    File log = directory.resolve("log").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    try {
      assertTrue(process.waitFor(2, TimeUnit.MINUTES), command::toString);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      process.destroyForcibly();
    }
    return new Run(process.exitValue(), Files.readString(log.toPath()));
  }

  private String saved(String name, INDArray array) throws IOException {
    Path file = directory.resolve(name + ".bin");
    Nd4j.saveBinary(array, file.toFile());
    return file.toString();
  }

  /** A source file, which the JVM compiles, since all classes of tests lie beside SLTH's. */
  private static Path program() {
    URL source = Objects.requireNonNull(PlainJvmTest.class.getResource("/plain/RunPlain.java"));
    try {
      return Path.of(source.toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static String classPath() {
    String own = System.getProperty("java.class.path");
    String all = System.getProperty("surefire.test.class.path", own);
    List<String> entries =
        Stream.of(all.split(Pattern.quote(File.pathSeparator), -1))
            .filter(entry -> entry.endsWith(".jar") && !entry.contains("slth-"))
            .toList();
    assertTrue(entries.stream().anyMatch(e -> e.contains("deeplearning4j-nn")), all);
    return entries.stream().collect(Collectors.joining(File.pathSeparator));
  }
}
