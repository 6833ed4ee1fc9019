package org.slth.examples;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM of its own, with a class path of its own. */
public final class FreshJvm {

  private static final int SECONDS = 120;

  /** What it printed, and its exit code. */
  public record Result(int code, String out, String err) {

    /** Returns the last line of the output. */
    public String lastLine() {
      return out.lines().reduce((first, second) -> second).orElse("");
    }
  }

  private FreshJvm() {}

  /** Runs the command line of these tests' own class path, less some entries, and waits for it. */
  public static Result without(Predicate<String> entry, String... arguments) throws IOException {
    String path =
        Stream.of(
                System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
            .filter(entry.negate())
            .collect(Collectors.joining(File.pathSeparator));
    return run(path, Slth.class.getName(), arguments);
  }

  /** Runs a main class and waits for it. */
  public static Result run(String classPath, String main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1", // short runs
                "-cp",
                classPath,
                main));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("fresh", ".out");
    Path err = Files.createTempFile("fresh", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " still runs after " + SECONDS + " seconds");
      }
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
