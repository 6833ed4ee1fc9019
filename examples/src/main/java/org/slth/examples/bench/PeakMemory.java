package org.slth.examples.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slth.examples.Slth;

/**
 * The most memory that work takes, of Java and of native code: by how much the resident memory of a
 * process of its own grows, as Linux tells.
 */
final class PeakMemory {

  /** Less than this is told from nothing by chance alone. */
  private static final long RESOLUTION = 1 << 20;

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path RESET = Path.of("/proc/self/clear_refs");
  private static final String ANSWER = "peak bytes ";

  /** Garbage is collected early, and no compiler takes memory of its own late. */
  private static final List<String> FRUGAL =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms6m",
          "-Xmn2m",
          "-XX:MinHeapFreeRatio=5",
          "-XX:MaxHeapFreeRatio=10",
          "-XX:TieredStopAtLevel=1");

  private PeakMemory() {}

  static boolean isKnown() {
    return Files.isReadable(STATUS) && Files.isWritable(RESET);
  }

  /** Asks a process that runs a command of this jar, which {@linkplain #answer answers}. */
  static double of(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + Runtime.getRuntime().maxMemory());
    command.addAll(FRUGAL);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Slth.class.getName()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      return lines
          .lines()
          .filter(line -> line.startsWith(ANSWER))
          .mapToLong(line -> Long.parseLong(line.substring(ANSWER.length())))
          .findAny()
          .orElseThrow(() -> new IOException("no answer from " + String.join(" ", arguments)));
    } finally {
      process.destroy();
    }
  }

  /**
   * Returns the answer.
   *
   * @param before work of the same kind, for what is loaded once
   */
  static String answer(Runnable before, Runnable work) throws IOException {
    for (int i = 0; i < 3; i++) {
      before.run();
    }
    System.gc();
    Files.writeString(RESET, "5"); // the peak begins anew
    long resident = bytes("VmRSS:") - Runtime.getRuntime().freeMemory();
    for (int i = 0; i < 2; i++) { // the first step measures what a workspace must hold
      work.run();
      System.gc();
    }
    return ANSWER + Math.max(RESOLUTION, bytes("VmHWM:") - resident);
  }

  private static long bytes(String name) throws IOException {
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findAny()
          .orElseThrow();
    }
  }
}
