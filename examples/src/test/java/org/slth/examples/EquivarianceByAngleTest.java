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

class EquivarianceByAngleTest {

  @Test
  @Tag("slow")
  void onlyTheSteerableNetworkIgnoresQuarterTurns() throws IOException {
    StringWriter out = new StringWriter();
    int code =
        Slth.run(
            new PrintWriter(out),
            "equivariance",
            "--group",
            "C4",
            "--epochs",
            "1",
            "--width",
            "0.1",
            "--step",
            "45",
            "--images",
            "20",
            "--json");
    assertEquals(0, code);
    String last = out.toString().lines().reduce((line, next) -> next).orElse("");
    JsonNode figures = new ObjectMapper().readTree(last);
    for (int i = 0; i < 8; i += 2) {
      double error = figures.get("errors").get(i).asDouble();
      assertTrue(error < 1e-5, figures::toString);
    }
    assertTrue(figures.get("errors").get(1).asDouble() > 1e-3, "turns by 45 degrees are not exact");
    assertTrue(figures.get("errors_plain").get(2).asDouble() > 0.05, "the control was invariant");
  }

  @Test
  void numbersMustBePositive() {
    assertEquals(2, Slth.run(new PrintWriter(new StringWriter()), "equivariance", "--step", "0"));
  }
}
