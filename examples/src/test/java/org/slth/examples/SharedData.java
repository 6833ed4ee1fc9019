package org.slth.examples;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the data sets that are too large for this repository. */
public final class SharedData {

  private SharedData() {}

  /**
   * Returns the directory of a data set, below {@code SLTH_DATA} or {@code shared/data} of an
   * ancestor; or skips.
   */
  public static Path directory(String name) {
    String named = System.getProperty("SLTH_DATA", System.getenv("SLTH_DATA"));
    if (named != null && Files.isDirectory(Path.of(named, name))) {
      return Path.of(named, name);
    }
    for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
      Path shared = p.resolve("shared/data").resolve(name);
      if (Files.isDirectory(shared)) {
        return shared;
      }
    }
    return abort(
        "the data set " + name + " is not here: set SLTH_DATA to the directory that holds it");
  }
}
