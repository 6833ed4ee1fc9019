package org.slth.examples.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slth.examples.Figures;

/**
 * Where this runs.
 *
 * @param jdk version and vendor of the JDK
 * @param os name and version of the operating system, and its processor
 * @param processor the model, or its architecture where the model is not known
 * @param cores how many processors the JVM may use
 * @param heap the most bytes of the heap
 * @param threads what OMP_NUM_THREADS asks for, 0 if it does not
 */
public record Machine(String jdk, String os, String processor, int cores, long heap, int threads) {

  /** Looks around. */
  public static Machine here() {
    Runtime runtime = Runtime.getRuntime();
    return new Machine(
        System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
        "%s %s, %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")),
        processor(Path.of("/proc/cpuinfo")),
        runtime.availableProcessors(),
        runtime.maxMemory(),
        threads(Optional.ofNullable(System.getenv("OMP_NUM_THREADS")).orElse("")));
  }

  /** Where Linux tells the model, that, else the architecture. */
  private static String processor(Path information) {
    try (Stream<String> lines = Files.lines(information, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }

  /** Adds what is known to a command's result. */
  public void addTo(Figures figures) {
    figures
        .add("jdk", jdk, "JDK", "%s")
        .add("os", os, "operating system", "%s")
        .add("processor", processor, "processor", "%s")
        .add("cores", cores, "cores", "%d")
        .add("heap_mb", heap >> 20, "largest heap in MB", "%,d")
        .add("omp_num_threads", threads, "OMP_NUM_THREADS (0: not set)", "%d");
  }

  /** The first of a list of numbers, as OpenMP reads it; what is no number it ignores. */
  private static int threads(String text) {
    String first = text.split(",", 2)[0].strip();
    return first.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(first) : 0;
  }

  /** Returns whether ND4J has a build with oneDNN for such a processor. */
  boolean hasOneDnn() {
    String text = os.toLowerCase(Locale.ROOT);
    return text.endsWith("amd64") || text.endsWith("x86_64");
  }
}
