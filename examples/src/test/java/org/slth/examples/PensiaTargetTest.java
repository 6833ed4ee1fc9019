package org.slth.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PensiaTargetTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void prunesASmallTarget(@TempDir Path directory) throws IOException {
    write(directory, weights(5, 4), weights(3, 5));
    assertEquals(0, execute("--data", directory.toString(), "--json"), err::toString);
    JsonNode figures = new ObjectMapper().readTree(out.toString());
    assertEquals(35, figures.get("target_parameters").asInt());
    assertEquals(735, figures.get("source_parameters").asInt());
    for (String solver : new String[] {"", "exact_"}) {
      assertTrue(figures.get(solver + "all_within").asBoolean());
      assertTrue(figures.get(solver + "max_coefficient_error").asDouble() <= 0.01);
      assertTrue(figures.get(solver + "kept_parameters").asInt() < 735);
      assertTrue(figures.get(solver + "subset_sum_seconds").asDouble() > 0);
      // An error of 0.01 a weight moves a probability by a few hundredths here, not by a tenth.
      assertTrue(figures.get(solver + "max_output_difference").asDouble() < 0.1);
    }
    assertEquals(
        figures.get("target_accuracy").asDouble(), figures.get("exact_ticket_accuracy").asDouble());
  }

  @Test
  void prunesTwoLayersForEachOfASmallTarget(@TempDir Path directory) throws IOException {
    write(directory, weights(5, 4), weights(3, 5));
    String[] arguments = {"--data", directory.toString(), "--json", "--two-layers"};
    assertEquals(0, execute(arguments), err::toString);
    JsonNode figures = new ObjectMapper().readTree(out.toString());
    assertEquals(35, figures.get("target_parameters").asInt());
    assertEquals(
        (2 * 4 * (1 + 5) + 5 * (1 + 3)) * 21, figures.get("both_signs_masked_parameters").asInt());
    assertEquals((4 * (1 + 5) + 5 * (1 + 3)) * 21, figures.get("fewest_masked_parameters").asInt());
    for (String ticket : new String[] {"both_signs_", "fewest_", "smallest_"}) {
      assertEquals(0, figures.get(ticket + "missed").asInt());
      assertTrue(figures.get(ticket + "max_coefficient_error").asDouble() <= 0.01);
      double difference = figures.get(ticket + "max_output_difference").asDouble();
      assertTrue(difference > 0 && difference < 0.1, () -> "difference " + difference);
    }
    double smallest = figures.get("smallest_candidates_0").asDouble();
    assertTrue(smallest < 21 && smallest > figures.get("smallest_least_0").asDouble());
    assertEquals(21, figures.get("fewest_candidates_0").asDouble());
    assertTrue(figures.get("fewest_kept_per_weight").asDouble() < 4);
    assertTrue(figures.get("both_signs_kept_per_weight").asDouble() > 8);
  }

  @Test
  void drawsAgainWhatIsOutOfReach(@TempDir Path directory) throws IOException {
    write(directory, weights(50, 4), weights(3, 50));
    String[] arguments = {"--data", directory.toString(), "--json", "--items", "8"};
    assertEquals(0, execute(arguments), err::toString);
    JsonNode figures = new ObjectMapper().readTree(out.toString());
    assertTrue(figures.get("redraws").asInt() > 0);
    assertEquals(figures.get("redraws"), figures.get("exact_redraws"));
    assertTrue(figures.get("exact_all_within").asBoolean());
    assertTrue(figures.get("exact_max_output_difference").asDouble() < 0.1);
  }

  @Test
  void saysWhatIsWrong(@TempDir Path directory) throws IOException {
    assertMistake("expected a matrix of weights there", directory);
    write(directory, weights(5, 4), weights(3, 6));
    assertMistake("expected a matrix with 5 columns next, got 3 x 6", directory);
    write(directory, weights(5, 4), weights(2, 5));
    assertMistake("expected an output for each of 3 classes, got 2", directory);
    write(directory, weights(5, 4).putScalar(1, Float.NaN), weights(3, 5));
    assertMistake("weights are finite, got NaN as number 1 of", directory);
    write(directory, weights(5, 4), weights(3, 5));
    assertMistake("the tolerance is positive and finite, got -1.0", directory, "--tolerance=-1");
    assertMistake("a problem has from 0 to 63 items, got 99", directory, "--items=99");
    assertMistake("slth:within takes at most 36 items", directory, "--items=40");
  }

  /** The published target itself. */
  @Test
  @Tag("acceptance")
  void reachesEveryPublishedWeight() throws IOException {
    Path data = SharedData.directory("pensia-fc2").getParent();
    assertEquals(0, execute("--data", data.toString(), "--json"), err::toString);
    JsonNode figures = new ObjectMapper().readTree(out.toString());
    assertEquals(397_000, figures.get("target_parameters").asInt());
    assertEquals(0.9719, figures.get("target_accuracy").asDouble(), 1e-9);
    assertTrue(figures.get("all_within").asBoolean());
    assertEquals(0.9719, figures.get("ticket_accuracy").asDouble(), 0.0015);
    assertEquals(0.9719, figures.get("exact_ticket_accuracy").asDouble(), 0.0002);
  }

  /** The published target, out of products of two random layers. */
  @Test
  @Tag("acceptance")
  void keepsFarFewerThanWerePublished() throws IOException {
    Path data = SharedData.directory("pensia-fc2").getParent();
    assertEquals(0, execute("--data", data.toString(), "--json", "--two-layers"), err::toString);
    JsonNode figures = new ObjectMapper().readTree(out.toString());
    for (String ticket : new String[] {"both_signs_", "fewest_", "smallest_"}) {
      assertEquals(0, figures.get(ticket + "missed").asInt());
      assertEquals(0.9719, figures.get(ticket + "ticket_accuracy").asDouble(), 0.0015);
    }
    assertTrue(figures.get("fewest_kept_per_weight").asDouble() <= 0.8);
    assertTrue(figures.get("fewest_kept_parameters").asLong() < 3_725_871 / 10);
    assertTrue(figures.get("smallest_candidates_0").asDouble() < 15);
  }

  private void assertMistake(String message, Path directory, String... options) {
    err.getBuffer().setLength(0);
    String[] arguments = new String[options.length + 2];
    arguments[0] = "--data";
    arguments[1] = directory.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    assertEquals(2, execute(arguments), err::toString);
    assertTrue(err.toString().contains(message), err::toString);
    assertEquals(1, err.toString().lines().count());
  }

  private int execute(String... arguments) {
    var line = Slth.commandLine(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "pensia-fc2";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return line.execute(all);
  }

  /** Weights between -1 and 1 without a pattern. */
  private static INDArray weights(int rows, int columns) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(1 + i * (double) i);
    }
    return Nd4j.createFromArray(values).reshape(rows, columns);
  }

  private static void write(Path directory, INDArray first, INDArray second) throws IOException {
    Nd4j.writeAsNumpy(first, directory.resolve("fc1.weight.npy").toFile());
    Nd4j.writeAsNumpy(second, directory.resolve("fc2.weight.npy").toFile());
    int count = 30;
    var images = new ByteArrayOutputStream();
    images.writeBytes(new byte[] {0, 0, 8, 3, 0, 0, 0, (byte) count, 0, 0, 0, 2, 0, 0, 0, 2});
    var labels = new ByteArrayOutputStream();
    labels.writeBytes(new byte[] {0, 0, 8, 1, 0, 0, 0, (byte) count});
    for (int i = 0; i < count; i++) {
      labels.write(i % 3);
      for (int pixel = 0; pixel < 4; pixel++) {
        images.write(37 * i + 101 * pixel * i);
      }
    }
    Files.write(directory.resolve("t10k-images-idx3-ubyte"), images.toByteArray());
    Files.write(directory.resolve("t10k-labels-idx1-ubyte"), labels.toByteArray());
  }
}
