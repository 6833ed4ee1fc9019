package org.slth.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ceilings of the table. */
class EquivarianceTableTest {

  private final StringWriter out = new StringWriter();

  private int run(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "equivariance-table";
    arguments[1] = "--json";
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Slth.run(new PrintWriter(out, true), arguments);
  }

  @Test
  @Tag("slow")
  void noErrorIsAboveItsCeiling() throws IOException {
    assertEquals(0, run("--images", "5"));
    JsonNode rows = new ObjectMapper().readTree(out.toString()).get("rows");
    assertEquals(4 + 4 + 4 + 3 + 3, rows.size());
    for (JsonNode row : rows) {
      boolean samples = !row.get("others").isNull();
      assertTrue(row.get("quarter_turns").asDouble() < 1e-5, row::toString);
      assertTrue(row.get("sampled").asDouble() < 1e-6, row::toString);
      assertEquals(row.get("group").asText().equals("C4"), row.get("eighth_turns").isNull());
      assertEquals(
          row.get("nonlinearity").asText().equals("fourier")
              && row.get("group").asText().endsWith("O2"),
          samples);
      if (samples) {
        double others = row.get("others").asDouble();
        assertTrue(others > 1e-3 && others < 0.06, row::toString);
      }
      assertTrue(row.get("eighth_turns").asDouble(0) < 0.35, row::toString);
    }
  }

  @Test
  void mistakesAreTold() {
    assertEquals(2, run("--groups", "X"));
    assertEquals(2, run("--groups", "S4"));
    assertEquals(2, run("--frequency", "0"));
    assertEquals(2, run("--groups", "SO2", "--frequency", "21"));
    assertEquals(2, run("--images", "0"));
  }
}
