package org.slth.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.ticket.TicketRestorer;
import org.slth.dl4j.training.MaskTraining;
import org.slth.mask.MaskStrategyProvider;
import org.slth.spi.Providers;
import org.slth.ticket.file.TicketFile;
import picocli.CommandLine;

class MaskDigitsTest {

  private static final List<String> KEYS =
      List.of(
          "network",
          "strategy",
          "keep_fraction",
          "kept_weights",
          "masked_weights",
          "mask_accuracy",
          "twin_accuracy",
          "test_images",
          "epochs",
          "seconds_mask",
          "seconds_twin",
          "width",
          "seed");

  private static final String NO_DATA = "expected a directory of data sets";

  /** Where the digits of the resources lie as MNIST does, whatever SLTH_DATA says. */
  @TempDir private static Path data;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void copyDigits() throws IOException {
    for (String part : new String[] {"train", "t10k"}) {
      for (String kind : new String[] {"images-idx3", "labels-idx1"}) {
        String name = part + "-" + kind + "-ubyte.gz";
        try (InputStream stream = DigitDataTest.open(name)) {
          Files.copy(stream, data.resolve(name));
        }
      }
    }
  }

  @Test
  @Tag("slow")
  void masksBesideATwin() throws IOException {
    JsonNode figures = figures("--epochs", "1", "--keep-fraction", "0.3");
    for (String key : KEYS) {
      assertTrue(figures.has(key), key);
    }
    assertEquals(266_200, figures.get("masked_weights").asInt());
    assertEquals(79_860, figures.get("kept_weights").asInt());
    assertEquals(1000, figures.get("test_images").asInt());
    assertTrue(figures.get("mask_accuracy").asDouble() > 0.6, figures::toString);
    assertTrue(figures.get("twin_accuracy").asDouble() > 0.6, figures::toString);
  }

  @Test
  @Tag("slow")
  void savesTheMaskedNetwork(@TempDir Path directory) throws IOException {
    Path saved = directory.resolve("masked.zip");
    JsonNode figures =
        figures(
            "--epochs",
            "1",
            "--width",
            "0.1",
            "--no-twin",
            "--save",
            saved.toString(),
            "--ticket",
            saved.resolveSibling("masked.slt").toString());
    assertFalse(figures.has("twin_accuracy"));
    MultiLayerNetwork network = MultiLayerNetwork.load(saved.toFile(), true);
    DigitData digits = DigitData.upright(Optional.of(data));
    assertEquals(
        figures.get("mask_accuracy").asDouble(), OutputComparison.accuracy(network, digits.test()));
    assertEquals(
        figures.get("kept_weights").asInt(),
        MaskTraining.states(network).stream().mapToInt(state -> state.mask().count()).sum());
    TicketFile ticket = TicketFile.read(saved.resolveSibling("masked.slt"));
    assertEquals(
        network.params(), TicketRestorer.standard().network(ticket).params(), "of the ticket");
  }

  @Test
  @Tag("slow")
  void tablesHoldEveryStrategy() throws IOException {
    assertEquals(
        0, run("--table", "--epochs", "1", "--width", "0.05", "--batch", "256", "--no-twin"));
    Set<String> rows = new TreeSet<>();
    for (String line : out.toString().lines().toList()) {
      JsonNode row = new ObjectMapper().readTree(line);
      rows.add(row.get("strategy").asText() + " " + row.get("keep_fraction").asText());
      assertTrue(row.get("kept_weights").asInt() > 0, line);
    }
    Set<String> expected = new TreeSet<>();
    for (MaskStrategyProvider provider : Providers.of(MaskStrategyProvider.class).all()) {
      for (String fraction : new String[] {"0.2", "0.5", "0.8"}) {
        expected.add(provider.id() + " " + fraction);
      }
    }
    assertEquals(expected, rows);
  }

  @Test
  @Tag("slow")
  void convolutionsLearn() throws IOException {
    JsonNode figures =
        figures("--network", "cnn", "--epochs", "1", "--width", "0.2", "--batch", "32");
    assertTrue(figures.get("mask_accuracy").asDouble() > 0.3, figures::toString);
    assertTrue(figures.get("twin_accuracy").asDouble() > 0.3, figures::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C4", "O2"})
  @Tag("slow")
  void steerableMasksStayInvariantWhileTheirNormalizationLearns(
      String group, @TempDir Path directory) throws IOException {
    Path saved = directory.resolve("masked.zip");
    JsonNode figures =
        figures(
            "--network",
            "steerable",
            "--group",
            group,
            "--epochs",
            "1",
            "--width",
            "0.1",
            "--save",
            saved.toString());
    for (String which : new String[] {"mask", "twin"}) {
      double error = figures.get("exact_equivariance_error_" + which).asDouble();
      assertTrue(error < 1e-5, figures::toString);
    }
    MultiLayerNetwork network = MultiLayerNetwork.load(saved.toFile(), true);
    INDArray gamma = network.getParam("1_" + FieldBatchNormalization.GAMMA);
    double moved = gamma.sub(1).amaxNumber().doubleValue(); // it starts at 1
    assertTrue(moved > 1e-3 && moved < 0.5, () -> "gamma moved by " + moved);
  }

  /** Were it later, the missing data would be told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--network|rnn",
        "--strategy|slth:nonsense",
        "--option|temperature=1",
        "--option|temperature",
        "--keep-fraction|0",
        "--keep-fraction|1.5",
        "--law|CAUCHY",
        "--updater|lion",
        "--rate|0",
        "--twin-rate|NaN",
        "--epochs|0",
        "--batch|0",
        "--width|-1",
        "--group|X7",
        "--save|nowhere/masked.zip"
      })
  void mistakesAreToldBeforeTheWorkBegins(String option, String value) {
    assertEquals(2, execute(option, value, "--data", "nowhere"));
    assertFalse(err.toString().isEmpty());
    assertFalse(err.toString().contains(NO_DATA), err::toString);
    assertEquals("", out.toString());
  }

  /** The control: the data are missing indeed. */
  @Test
  void missingDataAreToldElse() {
    assertEquals(2, execute("--data", "nowhere"));
    assertTrue(err.toString().contains(NO_DATA), err::toString);
  }

  @Test
  void tablesTakeNoOptionsOfOneStrategy() {
    assertEquals(2, run("--table", "--option", "period=3"));
    assertEquals(2, run("--table", "--save", "masked.zip"));
  }

  private JsonNode figures(String... options) throws IOException {
    assertEquals(0, run(options));
    String last = out.toString().lines().reduce((a, b) -> b).orElseThrow();
    return new ObjectMapper().readTree(last);
  }

  private int run(String... options) {
    List<String> arguments = new ArrayList<>(List.of("--data", data.toString()));
    arguments.addAll(List.of(options));
    return execute(arguments.toArray(String[]::new));
  }

  private int execute(String... options) {
    List<String> arguments = new ArrayList<>(List.of("mask-digits", "--json"));
    arguments.addAll(List.of(options));
    CommandLine line = Slth.commandLine(new PrintWriter(out, true));
    return line.setErr(new PrintWriter(err, true)).execute(arguments.toArray(String[]::new));
  }
}
