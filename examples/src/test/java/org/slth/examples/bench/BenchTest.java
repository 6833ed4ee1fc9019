package org.slth.examples.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slth.examples.Slth;

/** Smoke runs: every benchmark measures something. */
class BenchTest {

  private final StringWriter out = new StringWriter();

  private JsonNode run(String name, String... options) throws IOException {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "bench";
    arguments[1] = name;
    arguments[2] = "--json";
    System.arraycopy(options, 0, arguments, 3, options.length);
    assertEquals(0, Slth.run(new PrintWriter(out, true), arguments), out::toString);
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void rebuilds() throws IOException {
    JsonNode figures = run("rebuild", "--weights=1000", "--hidden=2", "--rounds=1", "--warm-up=0");
    JsonNode rates = figures.get("weights_per_second");
    assertEquals(7, rates.size());
    rates.forEach(rate -> assertTrue(rate.asDouble() > 0, figures::toString));
  }

  @Test
  void trainsMasks() throws IOException {
    JsonNode events =
        run("mask-step", "--batch=2", "--steps=1", "--rounds=1", "--warm-up=0").get("events");
    assertEquals(3, events.size());
    events.forEach(
        timings ->
            timings.forEach(
                each ->
                    assertTrue(
                        each.get("seconds").get("median").asDouble() > 0, events::toString)));
  }

  @Test
  void startsUp() throws IOException {
    JsonNode figures = run("start-up", "--rounds=1", "--group=C4", "--kernel=3", "--layers=1");
    assertTrue(figures.get("basis_by_itself").get("median").asDouble() > 0, figures::toString);
    assertTrue(figures.get("the_same_loaded").get("median").asDouble() > 0, figures::toString);
  }

  @Test
  void grows() throws IOException {
    JsonNode growth =
        run("growth", "--rounds=1", "--warm-up=0", "--sizes=2", "--batch=1").get("growth");
    assertEquals(7, growth.size());
    growth.forEach(
        row -> {
          assertTrue(row.get("time").get("values").get(0).asDouble() > 0, growth::toString);
          double bytes = row.get("memory").get("values").get(0).asDouble();
          assertTrue(row.get("memory").get("values").get(1).asDouble() > bytes, growth::toString);
        });
  }

  @Test
  void findsExponents() {
    assertEquals(1.5, Growth.exponent(List.of(1.0, 4.0, 9.0), List.of(2.0, 16.0, 54.0)), 1e-12);
  }
}
