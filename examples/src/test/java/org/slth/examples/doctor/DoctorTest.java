package org.slth.examples.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slth.examples.FreshJvm;
import org.slth.examples.Slth;

class DoctorTest {

  @Test
  void allIsWellHere() throws IOException {
    StringWriter out = new StringWriter();
    assertEquals(0, Slth.run(new PrintWriter(out), "doctor", "--json"), out::toString);
    JsonNode figures = new ObjectMapper().readTree(out.toString());
    assertEquals(0, figures.get("complaints").size());
    assertEquals(
        "org.slth.ticket.VectorExactSolver needs java --add-modules jdk.incubator.vector",
        figures.get("absent").get(0).asText());
    assertFalse(figures.get("backend").asText().isEmpty());
    assertTrue(figures.get("threads").asInt() >= 1);
    assertEquals("1.0.0-M2.1", version(figures, "org.nd4j:nd4j-api"));
    for (String id : new String[] {"slth:groups", "slth:pointwise", "slth:exact", "slth:dense"}) {
      assertEquals(
          1, figures.get("plugins").findValuesAsText("id").stream().filter(id::equals).count(), id);
    }
  }

  @Test
  void theTableIsForPeople() {
    StringWriter out = new StringWriter();
    assertEquals(0, Slth.run(new PrintWriter(out), "doctor"));
    assertTrue(out.toString().matches("(?s).*\nwrong +nothing\n"), out::toString);
    assertTrue(out.toString().matches("(?s).*\ngroup slth:groups +priority 0, .*"), out::toString);
  }

  @Test
  @Tag("slow")
  void aMissingBackendIsTold() throws IOException {
    FreshJvm.Result result =
        FreshJvm.without(jar -> jar.matches(".*nd4j-(native|cuda)-[^/]*"), "doctor", "--json");
    assertEquals(1, result.code(), result::err);
    JsonNode figures = new ObjectMapper().readTree(result.lastLine());
    assertEquals("", figures.get("backend").asText());
    String complaint = figures.get("complaints").get(0).asText();
    assertTrue(complaint.startsWith("ND4J has no backend: add nd4j-native"), complaint);
    assertTrue(figures.get("plugins").size() > 10, "plugins are listed all the same");
  }

  @Test
  @Tag("slow")
  void itWorksWithoutAnyOfDl4j() throws IOException {
    FreshJvm.Result result =
        FreshJvm.without(jar -> jar.matches(".*/(nd4j|deeplearning4j)[^/]*"), "doctor", "--json");
    assertEquals(1, result.code(), result::err);
    JsonNode complaints = new ObjectMapper().readTree(result.lastLine()).get("complaints");
    assertTrue(complaints.get(0).asText().startsWith("ND4J has no backend"), result::out);
  }

  @Test
  @Tag("slow")
  void missingGroupsAreTold() throws IOException {
    FreshJvm.Result result = FreshJvm.without(jar -> jar.contains("slth-groups"), "doctor");
    assertEquals(1, result.code(), result::err);
    assertTrue(result.out().contains("missing: add slth-groups"), result::out);
    assertTrue(result.out().matches("(?s).*\nwrong +1\n.*"), result::out);
  }

  private static String version(JsonNode figures, String name) {
    for (JsonNode artifact : figures.get("artifacts")) {
      if (artifact.get("name").asText().equals(name)) {
        return artifact.get("version").asText();
      }
    }
    return "none";
  }
}
