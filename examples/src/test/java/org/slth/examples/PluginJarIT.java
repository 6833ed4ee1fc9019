package org.slth.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slth.examples.FreshJvm.Result;

/** The jar of the command line, unchanged, with the jar of examples/cube-plugin beside it. */
class PluginJarIT {

  private static final String SLTH = Slth.class.getName();
  private static final String APPLICATION = Path.of("target", "slth.jar").toString();
  private static final String UNKNOWN = "slth inertia: unknown group \"Oh\": known are C<N>, ";
  private static final String REMEDY =
      "; is the jar with its GroupProvider (slth-groups for the built-in ones) missing";

  @Test
  void aNetworkOfItsGroupLivesAsLongAsThePluginIsThere(@TempDir Path directory) throws IOException {
    String saved = directory.resolve("networks").toString();
    Result trained =
        inertia(
            withPlugin(),
            "--group",
            "Oh",
            "--field",
            "corners",
            "--width",
            "8",
            "--epochs",
            "4",
            "--masks",
            "--save",
            saved);
    JsonNode figures = figures(trained);
    assertEquals("Oh: 5*trivial + 5*corners", figures.get("input").asText());
    for (String network : new String[] {"target", "ticket", "masks"}) {
      assertTrue(figures.get("error_" + network).asDouble() < 0.95, figures::toString);
      assertTrue(figures.get("equivariance_error_" + network).asDouble() < 1e-4, network);
    }
    assertEquals(0, figures.get("missed").asInt());

    JsonNode loaded = figures(inertia(withPlugin(), "--load", saved));
    for (String key : new String[] {"hidden", "error_target", "error_ticket", "error_masks"}) {
      assertEquals(figures.get(key), loaded.get(key), key);
    }

    for (String[] option : new String[][] {{"--load", saved}, {"--group", "Oh"}}) {
      Result without = inertia(APPLICATION, option);
      assertEquals(2, without.code());
      String message = without.err().lines().reduce((a, b) -> b).orElse("");
      assertTrue(message.startsWith(UNKNOWN) && message.endsWith(REMEDY), without::err);
      assertEquals("", without.out());
    }
  }

  @Test
  void itsLayerTypePrunesALayerOfSomebodyElse() throws IOException {
    String main = ScaledNetwork.class.getName();
    Result pruned = FreshJvm.run(withPlugin() + File.pathSeparator + testClasses(), main);
    assertEquals(0, pruned.code(), pruned::err);
    assertTrue(pruned.out().contains("ElementWiseMultiplicationLayer"), pruned::out);
    double difference = Double.parseDouble(pruned.lastLine().replace("difference ", ""));
    assertTrue(difference > 0 && difference < 0.02, pruned::out);

    Result without = FreshJvm.run(APPLICATION + File.pathSeparator + testClasses(), main);
    assertEquals(1, without.code());
    assertTrue(
        without.err().contains("(ElementWiseMultiplicationLayer): no layer type handles it"),
        without::err);
  }

  @Test
  void theDoctorListsThePlugin() throws IOException {
    Result result = FreshJvm.run(withPlugin(), SLTH, "doctor", "--json");
    assertEquals(0, result.code(), result::out);
    JsonNode plugins = new ObjectMapper().readTree(result.lastLine()).get("plugins");
    List<String> found =
        Stream.iterate(0, i -> i < plugins.size(), i -> i + 1)
            .map(plugins::get)
            .filter(plugin -> plugin.get("id").asText().startsWith("example:"))
            .map(plugin -> plugin.get("id").asText() + " " + plugin.get("version").asText())
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "example:corners 1.0.0",
            "example:cube 1.0.0",
            "example:gaussian 1.0.0",
            "example:scaling 1.0.0"),
        found);
  }

  private static Result inertia(String classPath, String... options) throws IOException {
    String[] arguments =
        Stream.concat(
                Stream.of("inertia", "--json", "--examples", "500", "--candidates", "16"),
                Stream.of(options))
            .toArray(String[]::new);
    return FreshJvm.run(classPath, SLTH, arguments);
  }

  private static JsonNode figures(Result result) throws IOException {
    assertEquals(0, result.code(), result::err);
    return new ObjectMapper().readTree(result.lastLine());
  }

  private static String withPlugin() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of("cube-plugin", "target"))) {
      List<Path> plugin =
          jars.filter(jar -> jar.getFileName().toString().matches("slth-cube-plugin-.*\\.jar"))
              .toList();
      assertEquals(1, plugin.size(), plugin::toString);
      return APPLICATION + File.pathSeparator + plugin.get(0);
    }
  }

  private static Path testClasses() {
    return Path.of("target", "test-classes");
  }
}
