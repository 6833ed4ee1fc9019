package org.slth.examples.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slth.examples.Slth;

/** The experiments with networks of DL4J's own layers, on the digits of the resources. */
class StockExperimentsTest {

  private final StringWriter out = new StringWriter();

  private JsonNode run(String... arguments) throws IOException {
    assertEquals(0, Slth.run(new PrintWriter(out, true), arguments), out::toString);
    return new ObjectMapper().readTree(out.toString().lines().reduce((a, b) -> b).orElseThrow());
  }

  @Test
  @Tag("slow")
  void leNetIsFoundInRandomNetworks(@TempDir Path folder) throws IOException {
    String target = folder.resolve("lenet.zip").toString();
    JsonNode figures =
        run(
            "experiments",
            "lenet",
            "--json",
            "--images",
            "50",
            "--epochs",
            "2", //
            "--candidates",
            "6,22",
            "--save",
            target);
    assertEquals(107_786, figures.get("target_parameters").asInt());
    assertEquals(50, figures.get("test_images").asInt());
    JsonNode few = figures.get("rows").get(0);
    JsonNode many = figures.get("rows").get(1);
    for (String error : new String[] {"weight_error", "output_error", "other_weight_error"}) {
      assertTrue(many.get(error).asDouble() < few.get(error).asDouble() / 20, figures::toString);
    }
    assertTrue(many.get("output_difference").asDouble() < 1e-3, figures::toString);
    assertEquals(figures.get("target_accuracy"), many.get("ticket_accuracy"));
    JsonNode once = loaded(target, "6,12", 1).get("rows");
    assertEquals(few.get("weight_error"), once.get(0).get("weight_error"));
    assertEquals(1, once.get(1).get("draws").asDouble());
    JsonNode again = loaded(target, "12", 30).get("rows").get(0);
    assertTrue(again.get("draws").asDouble() > 1, again::toString);
    for (String error : new String[] {"weight_error", "other_weight_error"}) {
      assertTrue(
          again.get(error).asDouble() <= once.get(1).get(error).asDouble(),
          () -> again + " after " + once);
    }
  }

  private JsonNode loaded(String target, String candidates, int attempts) throws IOException {
    String command =
        "experiments lenet --json --images 5 --candidates %s --attempts %d --load %s"
            .formatted(candidates, attempts, target);
    return run(command.split(" "));
  }

  @Test
  @Tag("slow")
  void aResidualNetworkIsFoundInARandomOne() throws IOException {
    JsonNode figures =
        run(
            "experiments",
            "residual",
            "--json",
            "--images",
            "100",
            "--epochs",
            "1", //
            "--channels",
            "3",
            "--tolerance",
            "0.001");
    assertEquals(figures.get("target_accuracy"), figures.get("ticket_accuracy"));
    assertEquals(0, figures.get("missed").asInt());
    assertEquals(7, figures.get("layers").size()); // six convolutions and the output
    double gap = figures.get("max_output_difference").asDouble();
    assertTrue(gap > 0 && gap < 0.01, figures::toString);
  }

  @Test
  void mistakesAreNamed() {
    assertEquals(2, Slth.run(new PrintWriter(out, true), "experiments"));
    assertEquals(
        2, Slth.run(new PrintWriter(out, true), "experiments", "lenet", "--candidates", "99"));
    assertEquals(
        2, Slth.run(new PrintWriter(out, true), "experiments", "residual", "--channels", "0"));
    assertEquals(
        2, Slth.run(new PrintWriter(out, true), "experiments", "lenet", "--load", "nowhere.zip"));
  }
}
