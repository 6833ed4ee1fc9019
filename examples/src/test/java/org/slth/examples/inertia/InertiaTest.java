package org.slth.examples.inertia;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.dataset.DataSet;
import org.slth.algebra.Matrix;
import org.slth.examples.Slth;
import org.slth.group.Group;
import org.slth.representation.Representation;

class InertiaTest {

  private static final String[] SMALL = {
    "--group", "D4", "--width", "6", "--examples", "400", "--epochs", "8", "--candidates", "14"
  };

  private final StringWriter out = new StringWriter();

  @Test
  void theMomentOfOneMassIsThatOfTheDefinition() {
    DataSet example = new PointMasses(1, Matrix.identity(2)).sample(1, 3);
    double m = example.getFeatures().getDouble(0, 0);
    double x = example.getFeatures().getDouble(0, 1);
    double y = example.getFeatures().getDouble(0, 2);
    double[] expected = {m * y * y, -m * x * y, -m * x * y, m * x * x};
    for (int i = 0; i < 4; i++) {
      assertEquals(expected[i], example.getLabels().getDouble(0, i), 1e-5);
    }
  }

  @ParameterizedTest
  @CsvSource({"I, vector, regular", "D4, vector, quotient(0 4)", "S3, irrep(2), tensor(1)"})
  void liftsCommuteAndLoseNothing(String group, String space, String field) {
    Representation before = Representation.parse(Group.named(group), space);
    Representation after = Representation.parse(Group.named(group), field);
    Matrix lift = Lift.of(before, after);
    for (int g = 0; g < before.group().samples().order(); g++) {
      assertTrue(lift.times(before.matrix(g)).isCloseTo(after.matrix(g).times(lift), 1e-12), group);
    }
    double[] singular = lift.singularValues();
    assertTrue(singular[before.dimension() - 1] > 0.1, () -> Arrays.toString(singular));
  }

  @Test
  @Tag("slow")
  void tensorsAreLearntAndTheTicketKeepsThem(@TempDir Path directory) throws IOException {
    Path saved = directory.resolve("networks");
    JsonNode figures = figures(SMALL, "--masks", "--save", saved.toString());
    assertTrue(figures.get("error_target").asDouble() < 0.7, figures::toString);
    assertTrue(figures.get("error_masks").asDouble() < 0.95, figures::toString);
    assertEquals(
        figures.get("error_target").asDouble(), figures.get("error_ticket").asDouble(), 0.05);
    assertEquals(0, figures.get("missed").asInt());
    for (String network : new String[] {"target", "ticket", "masks"}) {
      double error = figures.get("equivariance_error_" + network).asDouble();
      assertTrue(error < 1e-4, () -> network + " " + error);
    }
    out.getBuffer().setLength(0);
    JsonNode again = figures(new String[] {"--load", saved.toString(), "--examples", "400"});
    assertEquals("D4: 6*regular", again.get("hidden").asText());
    for (String key : List.of("error_target", "error_ticket", "error_masks")) {
      assertEquals(figures.get(key), again.get(key), key);
    }
    assertFalse(again.has("missed"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--group X7|unknown group \"X7\": known are",
        "--group SO2|SO2 is infinite, so it has no regular",
        "--group S3|at position 0 of \"vector\"",
        "--group D4 --field trivial|expected --field from which a position in vector can be told",
        "--epochs 0|expected positive --examples, --epochs,",
        "--width 0|expected positive --width and --points, got 0 and 5",
        "--keep-fraction 2|got 2.0",
        "--candidates 99|takes at most",
        "--save pom.xml|expected a directory to save to, got the file pom.xml",
        "--load nowhere|expected a directory that --save wrote, found no target.zip in nowhere",
      })
  void mistakesAreNamed(String arguments, String message) {
    PrintStream before = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      assertEquals(2, run(arguments.split(" ")), () -> err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(before);
    }
    assertTrue(err.toString(StandardCharsets.UTF_8).contains(message), err::toString);
  }

  private JsonNode figures(String[] some, String... more) throws IOException {
    assertEquals(0, run(Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new)));
    return new ObjectMapper().readTree(out.toString());
  }

  private int run(String... options) {
    List<String> arguments = new ArrayList<>(List.of("inertia", "--json"));
    arguments.addAll(List.of(options));
    return Slth.run(new PrintWriter(out), arguments.toArray(String[]::new));
  }
}
