package org.slth.examples.doctor;

import java.util.Locale;
import java.util.Optional;

/**
 * Where this runs.
 *
 * @param jdk version and vendor of the JDK
 * @param os name and version of the operating system, and its processor
 * @param cores how many processors the JVM may use
 * @param heap the most bytes of the heap
 * @param threads what OMP_NUM_THREADS asks for, 0 if it does not
 */
record Machine(String jdk, String os, int cores, long heap, int threads) {

  static Machine here() {
    Runtime runtime = Runtime.getRuntime();
    return new Machine(
        System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
        "%s %s, %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")),
        runtime.availableProcessors(),
        runtime.maxMemory(),
        threads(Optional.ofNullable(System.getenv("OMP_NUM_THREADS")).orElse("")));
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
