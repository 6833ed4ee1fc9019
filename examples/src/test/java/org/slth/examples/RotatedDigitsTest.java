package org.slth.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotatedDigitsTest {

  private static final List<String> KEYS =
      List.of(
          "target_accuracy",
          "ticket_accuracy",
          "max_output_difference",
          "max_coefficient_error",
          "equivariance_error_target",
          "equivariance_error_ticket",
          "target_parameters",
          "source_parameters",
          "masked_parameters",
          "kept_parameters",
          "train_seconds",
          "subset_sum_seconds",
          "group",
          "seed");

  private final StringWriter out = new StringWriter();

  @Test
  @Tag("slow")
  void findsATicketThatIsTheTarget(@TempDir Path directory) throws IOException {
    Path saved = directory.resolve("target.zip");
    Path page = directory.resolve("page.html");
    JsonNode first =
        figures(
            "--group",
            "C4",
            "--epochs",
            "1",
            "--width",
            "0.1", //
            "--save",
            saved.toString(),
            "--report",
            page.toString());
    for (String title : new String[] {"Kept per layer", "Filters under", "against angle"}) {
      assertTrue(Files.readString(page).contains(title), title);
    }
    assertTrue(Files.size(directory.resolve("log-law.png")) > 1000, "no image");
    for (String key : KEYS) {
      assertTrue(first.has(key), key);
    }
    assertEquals("C4", first.get("group").asText());
    assertTrue(first.get("target_accuracy").asDouble() > 0.2, first::toString);
    assertTrue(first.get("max_coefficient_error").asDouble() <= 0.01, first::toString);
    assertTrue(first.get("max_output_difference").asDouble() < 0.05, first::toString);
    assertTrue(first.get("equivariance_error_target").asDouble() < 1e-5, first::toString);
    assertTrue(first.get("equivariance_error_ticket").asDouble() < 1e-5, first::toString);
    assertTrue(
        first.get("kept_parameters").asLong() < first.get("source_parameters").asLong(),
        first::toString);

    JsonNode second = figures("--load", saved.toString());
    for (String key :
        new String[] {"target_accuracy", "kept_parameters", "max_coefficient_error"}) {
      assertEquals(first.get(key), second.get(key), key);
    }
  }

  @Test
  @Tag("slow")
  void prunesANetworkThatForgetsTheReflections() throws IOException {
    JsonNode figures =
        figures(
            "--group", "D4", "--whole", "2", "--epochs", "1", "--width", "0.1", "--features", "2");
    assertEquals("D4[0 1 2 3]", figures.get("group").asText());
    assertTrue(figures.get("max_coefficient_error").asDouble() <= 0.01, figures::toString);
    assertTrue(figures.get("max_output_difference").asDouble() < 0.05, figures::toString);
    assertTrue(figures.get("equivariance_error_target").asDouble() < 1e-5, figures::toString);
  }

  /** Of SO(2) there is no ticket, since ReLU does not commute with its fields. */
  @ParameterizedTest
  @CsvSource({"SO2, fourier", "O2, gated", "C8, norm"})
  @Tag("slow")
  void trainsTheTargetAloneWhereReluDoesNotCommute(String group, String nonlinearity)
      throws IOException {
    JsonNode figures =
        figures(
            "--group",
            group,
            "--nonlinearity",
            nonlinearity,
            "--whole",
            "3",
            "--epochs",
            "1",
            "--width",
            "0.1");
    assertEquals(
        group.equals("O2") ? "SO2" : group, figures.get("group").asText().replaceAll("\\[.*", ""));
    assertTrue(figures.get("target_accuracy").asDouble() > 0.15, figures::toString);
    double exact = figures.get("exact_equivariance_error_target").asDouble();
    assertTrue(exact < 1e-5, figures::toString);
    assertTrue(figures.get("target_parameters").asLong() > 100, figures::toString);
    assertFalse(figures.has("ticket_accuracy"), figures::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--group|X7",
        "--group|S4",
        "--frequency|0",
        "--nonlinearity|none",
        "--tolerance|0",
        "--candidates|0",
        "--epochs|0",
        "--width|-1",
        "--features|-1",
        "--whole|6",
        "--warp|1",
        "--rate|NaN",
        "--load|nowhere.zip",
        "--save|nowhere/target.zip"
      })
  void mistakesAreToldBeforeTheWorkBegins(String option, String value) {
    assertEquals(2, run(option, value));
  }

  private JsonNode figures(String... options) throws IOException {
    out.getBuffer().setLength(0);
    assertEquals(0, run(options));
    String last = out.toString().lines().reduce((a, b) -> b).orElseThrow();
    return new ObjectMapper().readTree(last);
  }

  private int run(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "rotated-digits";
    arguments[1] = "--json";
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Slth.run(new PrintWriter(out, true), arguments);
  }
}
