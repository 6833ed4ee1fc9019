package org.slth.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StabilityTest {

  private static final Pattern LEVEL =
      Pattern.compile("@API\\(status = API\\.Status\\.(STABLE|EXPERIMENTAL|INTERNAL)\\)");

  /** The check of compatibility reads it there. */
  @ParameterizedTest
  @ValueSource(strings = {"slth-api", "slth-groups", "slth-dl4j-plugin"})
  void everyPackageTellsHowStableItIs(String module) throws IOException {
    List<Path> packages;
    try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
      packages = files.filter(file -> file.endsWith("package-info.java")).toList();
    }
    assertTrue(packages.size() >= 2, () -> module + " has packages, got " + packages);
    for (Path file : packages) {
      Matcher level = LEVEL.matcher(Files.readString(file));
      assertTrue(level.find(), () -> file + " has an @API");
      if (file.toString().contains("internal")) {
        assertEquals("INTERNAL", level.group(1), file::toString);
      }
    }
  }
}
