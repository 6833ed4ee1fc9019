package org.slth.examples;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options every command has; a command takes them as a {@code @Mixin}. */
public final class CommonOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--json",
      description = "Print one JSON object with all figures as the last line.")
  private boolean json;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of all random choices but the data set (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:SLTH_DATA}",
      description =
          "Where data sets are: the files themselves, or one directory per data set. Default: SLTH_DATA.")
  private @Nullable Path data;

  public long seed() {
    return seed;
  }

  /**
   * Prints the figures: a table, or with {@code --json} the table among the progress and JSON as
   * the last line.
   */
  public void print(Figures figures) {
    printTable(figures.toString());
    printJson(figures);
  }

  /** Prints text for people: among the progress with {@code --json}. */
  public void printTable(String text) {
    if (json) {
      System.err.print(text);
      System.err.flush();
    } else {
      out().print(text);
      out().flush();
    }
  }

  /** Prints a line of JSON with {@code --json}, else nothing. */
  public void printJson(Figures figures) {
    if (json) {
      out().println(figures.toJson());
      out().flush();
    }
  }

  /**
   * Returns the directory of a data set: {@code DIR/name} if there is one, else {@code DIR}; empty
   * if no directory is named.
   *
   * @throws IllegalArgumentException if the directory named does not exist
   */
  public Optional<Path> data(String name) {
    if (data == null) {
      return Optional.empty();
    }
    if (!Files.isDirectory(data)) {
      throw new IllegalArgumentException(
          "expected a directory of data sets, found none at " + data);
    }
    Path own = data.resolve(name);
    return Optional.of(Files.isDirectory(own) ? own : data);
  }

  private PrintWriter out() {
    if (command == null) {
      throw new IllegalStateException("picocli did not fill in the command");
    }
    return command.commandLine().getOut();
  }
}
