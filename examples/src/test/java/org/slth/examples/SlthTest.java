package org.slth.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class SlthTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helpListsTheOptions() {
    assertEquals(0, execute("probe", "--help"));
    for (String option : new String[] {"--json", "--seed", "--data"}) {
      assertTrue(out.toString().contains(option), out::toString);
    }
    assertEquals(0, execute("--version"));
    assertTrue(out.toString().contains("slth "), out::toString);
  }

  @Test
  void jsonIsTheLastLine() throws IOException {
    assertEquals(0, execute("probe", "--json", "--seed", "7"));
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertEquals(7, json.get("seed").asLong());
    assertEquals(0.5, json.get("half").asDouble());
    assertEquals(1, out.toString().lines().count());
  }

  @Test
  void withoutJsonItIsATable() {
    assertEquals(0, execute("probe"));
    assertEquals(String.format("seed      1%none half  50.0 %%%n"), out.toString());
  }

  @Test
  void mistakesGetOneLine(@TempDir Path directory) {
    Path missing = directory.resolve("missing");
    assertEquals(2, execute("probe", "--data", missing.toString()));
    assertEquals(
        "slth probe: expected a directory of data sets, found none at " + missing,
        err.toString().strip());
  }

  @Test
  void unknownCommandsAndOptionsAreRefused() {
    assertEquals(2, execute("nonsense"));
    assertTrue(err.toString().contains("nonsense"), err::toString);
    assertEquals(2, execute("probe", "--seed", "one"));
    assertEquals(2, execute());
  }

  @Test
  void defectsShowWhereTheyAre() {
    assertEquals(1, execute("probe", "--seed", "-1"));
    assertTrue(err.toString().contains("at org.slth.examples"), err::toString);
  }

  private int execute(String... arguments) {
    CommandLine line = Slth.commandLine(new PrintWriter(out, true));
    line.addSubcommand(new Probe())
        .setErr(new PrintWriter(err, true))
        .setOut(new PrintWriter(out, true));
    line.setExecutionExceptionHandler(line.getExecutionExceptionHandler());
    return line.execute(arguments);
  }

  @Command(name = "probe")
  static final class Probe implements Callable<Integer> {

    @Mixin private CommonOptions options = new CommonOptions();

    @Override
    public Integer call() {
      if (options.seed() < 0) {
        throw new IllegalStateException("a defect");
      }
      options.data("mnist");
      options.print(
          new Figures()
              .add("seed", options.seed(), "seed", "%d")
              .add("half", 0.5, "one half", "50.0 %%"));
      return 0;
    }
  }
}
