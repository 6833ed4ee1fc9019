package org.slth.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.data.RotatedImages;
import org.slth.dl4j.data.graph.CircularSkipLinks;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.ticket.MaskTicket;

class ReadmeTest {

  @Test
  void theExamplesAreThoseThatAreCompiled() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    assertEquals(compiled("ReadmeExample"), between(readme, "```java\n", "```"));
    String masks = readme.substring(readme.indexOf("## Train the mask alone"));
    assertEquals(compiled("ReadmeMaskExample"), between(masks, "```java\n", "```"));
    String tickets = readme.substring(readme.indexOf("## Tickets of your own networks"));
    assertEquals(compiled("ReadmeTicketExample"), between(tickets, "```java\n", "```"));
    String graphs = readme.substring(readme.indexOf("## Graphs"));
    assertEquals(compiled("ReadmeGraphExample"), between(graphs, "```java\n", "```"));
  }

  @Test
  void theGuideToPluginsQuotesThePlugin() throws IOException {
    String guide =
        between(Files.readString(Path.of("..", "README.md")), "## Write a plugin\n", "\n## ");
    List<String> quotes =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(guide)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertEquals(6, quotes.size());
    String sources = cubePlugin();
    for (String quote : quotes) {
      assertTrue(
          IntStream.of(0, 2, 4)
              .mapToObj(spaces -> quote.indent(spaces).replaceAll("(?m)^ +$", ""))
              .anyMatch(sources::contains),
          quote);
    }
  }

  private static String cubePlugin() throws IOException {
    StringBuilder sources = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("cube-plugin", "src"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        sources.append(Files.readString(file));
      }
    }
    return sources.toString();
  }

  @Test
  @Tag("slow")
  void theExampleOfMasksRuns() {
    MaskTicket ticket =
        ReadmeMaskExample.run(
            RotatedImages.turned(DigitData.resource("t10k"), 0).shuffledIterator(64, 1));
    assertEquals((784 * 300 + 300 * 10) / 2, ticket.kept());
  }

  @Test
  void theExampleOfGraphsRuns() {
    int[] skips = CircularSkipLinks.skips(11);
    PrunedNetwork<ComputationGraph> ticket =
        ReadmeGraphExample.run(CircularSkipLinks.dataset(11, skips, 20, 1));
    assertTrue(ticket.report().reached());
  }

  @Test
  void theExampleOfTicketsRuns(@TempDir Path directory) throws IOException {
    MultiLayerNetwork target =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list(
                    new DenseLayer.Builder().nIn(6).nOut(5).activation(Activation.RELU).build(),
                    new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.feedForward(6))
                .build());
    target.init();
    ModelSerializer.writeModel(target, directory.resolve("target.zip").toFile(), false);
    INDArray x = Nd4j.rand(20, 6);
    MultiLayerNetwork plain = ReadmeTicketExample.run(directory, x);
    assertEquals(2, plain.getnLayers());
    assertTrue(plain.output(x).equalsWithEps(target.output(x), 0.05));
    assertTrue(Files.readString(directory.resolve("certificate.json")).contains("measured"));
  }

  private static String compiled(String example) throws IOException {
    String source = Files.readString(Path.of("src/test/java/org/slth/examples", example + ".java"));
    return between(source, "    // begin\n", "    // end").replaceAll("(?m)^ {4}", "");
  }

  @Test
  @Tag("slow")
  void theExampleRuns(@TempDir Path directory) throws IOException {
    for (String file : new String[] {"images-idx3", "labels-idx1"}) {
      String name =
          "t10k-" + file + "-ubyte.gz"; // the smaller half of the sample, as training images
      Files.copy(DigitDataTest.open(name), directory.resolve(name.replace("t10k", "train")));
    }
    assertTrue(ReadmeExample.run(directory).report().reached());
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
