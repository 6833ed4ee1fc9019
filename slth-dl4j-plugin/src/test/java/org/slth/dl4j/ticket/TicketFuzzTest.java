package org.slth.dl4j.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM with 512 MB of heap and as much for ND4J. */
class TicketFuzzTest {

  private static final Pattern RESULT =
      Pattern.compile("refused (\\d+) restored (\\d+) others (\\d+) slowest (.+) heap (\\d+)");

  @TempDir private Path directory;

  @Test
  void spoiltFilesAreRefusedOrRestored() throws Exception {
    check(300, 1);
  }

  @Test
  @Tag("acceptance")
  void tenThousandSpoiltFilesAreRefusedOrRestored() throws Exception {
    check(10_000, 2);
  }

  private void check(int count, long seed) throws IOException, InterruptedException {
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dorg.bytedeco.javacpp.maxbytes=512m",
                "-cp",
                System.getProperty("java.class.path"),
                FuzzedFiles.class.getName(),
                Integer.toString(count),
                Long.toString(seed))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertTrue(process.waitFor(20, TimeUnit.MINUTES), "still running");
    } finally {
      process.destroyForcibly();
    }
    String result = Files.readString(out).strip();
    assertEquals(0, process.exitValue(), () -> result + tail(err));
    System.out.println(result);
    Matcher matcher = RESULT.matcher(result);
    assertTrue(matcher.matches(), result);
    int refused = Integer.parseInt(matcher.group(1));
    int restored = Integer.parseInt(matcher.group(2));
    int others = Integer.parseInt(matcher.group(3));
    assertEquals(count, refused + restored + others);
    assertTrue(refused > count / 2 && others > 0, result); // else nothing was spoilt
  }

  private static String tail(Path err) {
    try {
      String text = Files.readString(err);
      return "\n" + text.substring(Math.max(0, text.length() - 4000));
    } catch (IOException e) {
      return "\n" + e;
    }
  }
}
