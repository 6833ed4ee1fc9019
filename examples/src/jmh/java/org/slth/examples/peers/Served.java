package org.slth.examples.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.slth.examples.bench.Contestant;

/**
 * A contestant in a JVM of its own, which {@link Contest} asks over standard input; {@code
 * contest.py} is its twin.
 */
final class Served {

  private static final Path STATUS = Path.of("/proc/self/status");

  private final PrintStream answers = System.out;
  private final ObjectMapper json = new ObjectMapper();

  private Served() {
    System.setOut(System.err); // DL4J prints there
  }

  /** What has to be made before work can be timed; DL4J may print meanwhile. */
  interface Preparation {
    Contestant prepare() throws IOException;
  }

  /**
   * Answers until it is told to quit.
   *
   * @param versions of what does the work
   */
  static void serve(Map<String, String> versions, Preparation preparation) throws IOException {
    Served served = new Served();
    try (Contestant contestant = preparation.prepare()) {
      served.answer(Map.of("system", contestant.name(), "versions", versions));
      served.listen(contestant);
    }
  }

  private void listen(Contestant contestant) throws IOException {
    var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      if (order.equals("run")) {
        answer(Map.of("seconds", contestant.seconds()));
      } else {
        answer(Map.of("peak_mb", peak()));
        return;
      }
    }
  }

  private void answer(Map<String, Object> values) throws IOException {
    answers.println(json.writeValueAsString(values));
    answers.flush();
  }

  /** The most memory this process has taken, in MB; 0 where Linux does not tell. */
  private static long peak() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
          .findFirst()
          .orElse(0);
    }
  }
}
