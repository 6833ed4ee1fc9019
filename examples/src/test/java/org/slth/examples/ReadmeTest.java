package org.slth.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {

  @Test
  void theExampleIsTheOneThatIsCompiled() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    String source = Files.readString(Path.of("src/test/java/org/slth/examples/ReadmeExample.java"));
    String shown = between(readme, "```java\n", "```");
    assertEquals(
        between(source, "    // begin\n", "    // end").replaceAll("(?m)^ {4}", ""), shown);
  }

  @Test
  @Tag("slow")
  void theExampleRuns(@TempDir Path directory) throws IOException {
    for (String file : new String[] {"images-idx3", "labels-idx1"}) {
      String name =
          "t10k-" + file + "-ubyte.gz"; // the smaller half of the sample, as training images
      Files.copy(DigitDataTest.open(name), directory.resolve(name.replace("t10k", "train")));
    }
    assertTrue(ReadmeExample.run(directory).report().reached());
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
