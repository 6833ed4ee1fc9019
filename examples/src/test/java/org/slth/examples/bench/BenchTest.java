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
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
        run("growth", "--rounds=1", "--warm-up=0", "--sizes=2", "--batch=1", "--no-memory")
            .get("growth");
    assertEquals(8, growth.size());
    growth.forEach(
        row -> {
          assertTrue(row.get("time").get("values").get(0).asDouble() > 0, growth::toString);
          assertTrue(row.get("memory").isNull(), growth::toString);
        });
  }

  /** The peaks of three processes, in which a ticket has one, three and ten million weights. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void tellsHowMuchMemoryItTakes() throws IOException {
    JsonNode memory =
        run("growth", "--rounds=1", "--warm-up=0", "--sizes=3", "--only=weights of a ticket")
            .get("growth")
            .get("weights of a ticket")
            .get("memory");
    double smaller = memory.get("values").get(0).asDouble();
    double larger = memory.get("values").get(2).asDouble();
    assertTrue(smaller > 3e6 && larger > smaller + 20e6, memory::toString);
  }

  @Test
  void findsExponents() {
    assertEquals(1.5, Growth.exponent(List.of(1.0, 4.0, 9.0), List.of(2.0, 16.0, 54.0)), 1e-12);
  }
}
