package org.slth.dl4j.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tickets written by one Java and backend, and made networks by others. The profile {@code
 * backends} gives the jars of nd4j-native; {@code -Dslth.jdks=HOME,HOME} names the Javas, else it
 * is this one.
 */
@Tag("backends")
class AcrossBackendsTest {

  private static final double ROUNDING = 1e-5;

  @TempDir private Path directory;

  @Test
  void theWeightsAreTheSameEverywhere() throws Exception {
    List<Path> backends = backends();
    List<String> homes =
        List.of(System.getProperty("slth.jdks", System.getProperty("java.home")).split(",", -1));
    assertTrue(backends.size() >= 2, backends::toString);
    List<String> written = run(homes.get(0), backends.get(0), "write");
    assertTrue(written.size() > 10, written::toString);
    double farthest = 0;
    for (String home : homes) {
      for (Path backend : backends) {
        List<String> read = run(home, backend, "read");
        String where = read.get(0) + ", " + backend.getFileName();
        double far = compare(where, written, read);
        System.out.printf("%s: all weights equal, outputs within %.1e%n", where, far);
        farthest = Math.max(farthest, far);
      }
    }
    assertTrue(farthest < ROUNDING, "outputs differ by " + farthest);
  }

  private static double compare(String where, List<String> written, List<String> read) {
    List<String> expected = written.subList(1, written.size()).stream().sorted().toList();
    List<String> found = read.subList(1, read.size()).stream().sorted().toList();
    assertEquals(expected.size(), found.size(), where);
    double farthest = 0;
    for (int i = 0; i < expected.size(); i++) {
      String[] a = expected.get(i).split(" ", -1);
      String[] b = found.get(i).split(" ", -1);
      assertEquals(a[0] + " " + a[1], b[0] + " " + b[1], where);
      assertEquals(a.length, b.length, where);
      for (int j = 2; j < a.length; j++) {
        farthest =
            Math.max(farthest, Math.abs(Double.parseDouble(a[j]) - Double.parseDouble(b[j])));
      }
    }
    assertNotEquals(expected.get(0).split(" ", -1)[1], expected.get(1).split(" ", -1)[1]);
    return farthest;
  }

  private static List<Path> backends() throws IOException {
    String place = System.getProperty("slth.backends", "");
    assertTrue(!place.isEmpty(), "expected -Pbackends, which gives the jars");
    try (Stream<Path> jars = Files.list(Path.of(place))) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private List<String> run(String home, Path backend, String task) throws Exception {
    String path =
        Stream.of(
                System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
            .filter(entry -> !entry.matches(".*nd4j-native-[^/]*-(linux|macosx|windows)-[^/]*jar"))
            .collect(Collectors.joining(File.pathSeparator));
    Path tickets = Files.createDirectories(directory.resolve("tickets"));
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(home, "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                backend + File.pathSeparator + path,
                TicketDigests.class.getName(),
                task,
                tickets.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertTrue(process.waitFor(10, TimeUnit.MINUTES), "still running");
    assertEquals(0, process.exitValue(), Files.readString(err));
    return Files.readAllLines(out);
  }
}
