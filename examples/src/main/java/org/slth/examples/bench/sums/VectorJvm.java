package org.slth.examples.bench.sums;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slth.examples.Slth;
import picocli.CommandLine.Model.CommandSpec;

/** This command in a virtual machine with the Vector API. */
final class VectorJvm {

  private static final String MODULE = "jdk.incubator.vector";

  private VectorJvm() {}

  /** Tells whether this virtual machine was started without it. */
  static boolean isAbsent() {
    return ModuleLayer.boot().findModule(MODULE).isEmpty();
  }

  /** Tells whether another one of the same JDK would have it. */
  static boolean isMissing() {
    return isAbsent() && ModuleFinder.ofSystem().find(MODULE).isPresent();
  }

  /** Runs the same command there, and returns its exit code. */
  static int run(CommandSpec spec) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-javaagent") && !option.startsWith("-agentlib"))
        .forEach(command::add);
    command.addAll(List.of("--add-modules", MODULE));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Slth.class.getName()));
    command.addAll(spec.root().commandLine().getParseResult().originalArgs());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    PrintWriter out = spec.commandLine().getOut();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("WARNING: Using incubator"))
          .forEach(out::println);
    }
    out.flush();
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
