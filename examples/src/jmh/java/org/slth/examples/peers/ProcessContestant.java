package org.slth.examples.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.slth.examples.bench.Contestant;

/**
 * A process that lives as long as the contest: it says who it is when it is ready, answers {@code
 * run} with seconds and {@code quit} with its memory, a line of JSON each.
 */
final class ProcessContestant implements Contestant {

  private final String label;
  private final File log;
  private final Process process;
  private final BufferedReader answers;
  private final PrintStream orders;
  private final String name;
  private final JsonNode versions;

  /**
   * Starts the process and waits until it is ready.
   *
   * @param threads how many it may use; native code learns it by OMP_NUM_THREADS
   * @param log takes what it prints to standard error
   */
  ProcessContestant(Event.Entry entry, int threads, File log) throws IOException {
    this.label = entry.label();
    this.log = log;
    ProcessBuilder builder = new ProcessBuilder(entry.command());
    builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
    builder.environment().putAll(entry.environment());
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log));
    process = builder.start();
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    JsonNode ready = answer("start");
    name = ready.path("system").asText();
    versions = ready.path("versions");
  }

  @Override
  public String name() {
    return label.isEmpty() ? name : name + ", " + label;
  }

  JsonNode versions() {
    return versions;
  }

  @Override
  public double seconds() throws IOException {
    orders.println("run");
    return answer("run").path("seconds").asDouble();
  }

  /** The process ends with this answer. */
  @Override
  public long peakMemory() throws IOException {
    orders.println("quit");
    return answer("quit").path("peak_mb").asLong() << 20;
  }

  @Override
  public void close() throws IOException {
    orders.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Reads lines up to one of JSON; others are what libraries print. */
  private JsonNode answer(String order) throws IOException {
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith("{")) {
        return new ObjectMapper().readTree(line);
      }
    }
    throw new IOException(
        "expected an answer to \"%s\", but the process \"%s\" ended; see %s"
            .formatted(order, label, log));
  }
}
