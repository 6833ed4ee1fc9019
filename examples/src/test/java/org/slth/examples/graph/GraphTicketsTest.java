package org.slth.examples.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slth.examples.SharedData;
import org.slth.examples.Slth;

class GraphTicketsTest {

  private final StringWriter out = new StringWriter();

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("graph-tickets", "--json"));
    all.addAll(List.of(arguments));
    return Slth.run(new PrintWriter(out), all.toArray(String[]::new));
  }

  private JsonNode figures(String... arguments) throws IOException {
    assertEquals(0, run(arguments));
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  @Tag("slow")
  void orderThreeTellsSkipLinksApartAndSoDoesItsTicket() throws IOException {
    JsonNode figures = figures("--epochs", "12");
    for (String kind : List.of("gin", "order_2")) { // every graph gets the same output
      assertEquals(1 / 3.0, figures.get(kind + "_target_accuracy").asDouble(), 0.15, kind);
      assertEquals(1 / 3.0, figures.get(kind + "_ticket_accuracy").asDouble(), 0.15, kind);
    }
    assertEquals(1, figures.get("order_3_target_accuracy").asDouble(), figures::toString);
    assertEquals(1, figures.get("order_3_ticket_accuracy").asDouble(), figures::toString);
    assertTrue(figures.get("order_3_max_coefficient_error").asDouble() <= 0.01);
    assertEquals(0, figures.get("order_3_missed").asInt());
    assertEquals(3, figures.get("networks").size());
  }

  @ParameterizedTest
  @CsvSource({"gin", "graph_conv", "sets", "order_2", "ppgn"})
  @Tag("slow")
  void everyKindLearnsMolecules(String kind) throws IOException {
    String data = SharedData.directory("tudataset").toString();
    JsonNode figures =
        figures(
            "--dataset",
            "mutag",
            "--data",
            data,
            "--network",
            kind,
            "--epochs",
            "8",
            "--width",
            "8",
            "--candidates",
            "10");
    assertTrue(figures.get(kind + "_best_epoch_accuracy").asDouble() > 0.7, figures::toString);
    assertEquals(
        figures.get(kind + "_target_accuracy").asDouble(),
        figures.get(kind + "_ticket_accuracy").asDouble(),
        0.11, // two of 19 molecules
        figures::toString);
  }

  @Test
  @Tag("slow")
  void citations() throws IOException {
    String data = SharedData.directory("planetoid").toString();
    JsonNode figures =
        figures(
            "--dataset",
            "cora",
            "--data",
            data,
            "--epochs",
            "40",
            "--width",
            "16",
            "--candidates",
            "10",
            "--keep-fraction",
            "0.5");
    assertTrue(figures.get("gcn_accuracy").asDouble() > 0.7, figures::toString);
    assertEquals(
        figures.get("gcn_target_accuracy").asDouble(),
        figures.get("gcn_ticket_accuracy").asDouble(),
        0.01);
    JsonNode mask = figures.get("masks").get(0);
    assertEquals(Math.round(0.5 * mask.get("weights").asInt()), mask.get("kept").asInt());
    assertTrue(mask.get("accuracy").asDouble() > 0.5, mask::toString);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--dataset imdb|expected csl, mutag, proteins, nci1, cora or citeseer as --dataset",
        "--folds 5|expected --folds from 1 to 4, got 5",
        "--epochs 0|expected a positive --epochs, got 0",
        "--dropout 1|expected --dropout from 0 to below 1, got 1.0",
        "--candidates 99|takes at most",
      })
  void mistakesAreNamed(String arguments, String message) {
    PrintStream before = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      assertEquals(2, run(arguments.split(" ")));
    } finally {
      System.setErr(before);
    }
    assertTrue(err.toString(StandardCharsets.UTF_8).contains(message), err::toString);
  }
}
