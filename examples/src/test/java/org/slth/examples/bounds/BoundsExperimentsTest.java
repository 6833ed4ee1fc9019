package org.slth.examples.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slth.examples.Slth;

class BoundsExperimentsTest {

  private static JsonNode run(String name, String... arguments) throws IOException {
    StringWriter out = new StringWriter();
    String[] line =
        Stream.concat(Stream.of("experiments", name, "--json"), Arrays.stream(arguments))
            .toArray(String[]::new);
    assertEquals(0, Slth.run(new PrintWriter(out, true), line), out::toString);
    return new ObjectMapper().readTree(out.toString().lines().reduce((a, b) -> b).orElseThrow());
  }

  @Test
  void theLogLawIsMeasured() throws IOException {
    JsonNode figures =
        run("log-law", "--law", "uniform", "--spread", "2", "--most", "16", "--problems", "500");
    assertEquals(17, figures.get("candidates").size());
    JsonNode needed = figures.get("mean_least_candidates");
    assertEquals(8.1, needed.get(1).asDouble(), 0.8);
    assertEquals(11.7, needed.get(2).asDouble(), 0.8);
  }

  @Test
  void everyConstructionIsCompared() throws IOException {
    JsonNode figures =
        run(
            "constructions",
            "--units",
            "4,3",
            "--candidates",
            "8",
            "--single",
            "40", //
            "--epochs",
            "1");
    JsonNode rows = figures.get("rows");
    assertEquals(5, rows.size());
    assertEquals(6, rows.get(0).get("depth").asInt());
    assertEquals(4, rows.get(2).get("depth").asInt());
    assertTrue(rows.get(1).get("kept").asLong() * 3 < rows.get(0).get("kept").asLong() * 2);
    assertTrue(rows.get(2).get("kept").asLong() > rows.get(0).get("kept").asLong() * 2);
    assertEquals(0, rows.get(2).get("missed").asInt());
    assertTrue(rows.get(4).get("missed").asLong() > 0, "one of 40 candidates does not do");
    assertEquals(3, figures.get("bounds").size());
  }
}
