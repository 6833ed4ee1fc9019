package org.slth.examples.bench.sums;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.examples.Slth;

class SubsetSumsTest {

  /** In a virtual machine of its own, where the Vector API is. */
  @Test
  void measuresSmallWeightsWithAllSolvers(@TempDir Path directory) throws IOException {
    write(directory.resolve("fc1.weight.npy").toFile(), 20, 6);
    write(directory.resolve("fc2.weight.npy").toFile(), 3, 20);
    StringWriter out = new StringWriter();
    String[] arguments = {
      "bench",
      "subset-sum",
      "--data",
      directory.toString(),
      "--json",
      "--rounds",
      "1",
      "--warm-up",
      "0",
      "--problems",
      "3000",
      "--most-items",
      "12"
    };
    assertEquals(0, Slth.run(new PrintWriter(out), arguments), out::toString);
    JsonNode figures = new ObjectMapper().readTree(out.toString());
    assertEquals("fc2 of Pensia: 180 weights", figures.get("weights").asText());
    assertTrue(figures.get("vector_api").asBoolean());
    for (String key : new String[] {"exact", "within", "vector", "within_vector"}) {
      assertTrue(figures.get("fc2_" + key + "_seconds").asDouble() > 0, key);
    }
    JsonNode nanoseconds = figures.get("nanoseconds_per_problem");
    assertEquals(6, nanoseconds.size(), nanoseconds::toString);
    assertTrue(nanoseconds.get("slth:exact-vector").get("12").asDouble() > 0);
    assertTrue(nanoseconds.get("slth:within within 0.01").get("16").asDouble() > 0);
    assertEquals(30, figures.get("stream").get(0).get("problems").asInt());
    assertTrue(figures.get("stream").get(2).get("live_bytes").asLong() > 0);
    assertEquals(
        "slth:exact-vector",
        figures.get("stream").findValuesAsText("solver").get(figures.get("stream").size() - 1));
  }

  private static void write(File file, int rows, int columns) throws IOException {
    double[][] weights = new double[rows][];
    Random random = new Random(rows);
    for (int row = 0; row < rows; row++) {
      weights[row] = random.doubles(columns, -1, 1).toArray();
    }
    Nd4j.writeAsNumpy(Nd4j.create(weights), file);
  }
}
