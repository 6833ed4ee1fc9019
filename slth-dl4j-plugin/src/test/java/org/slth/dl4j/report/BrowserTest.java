package org.slth.dl4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser: {@code mvn test -Pbrowser}, as the pom says. */
@Tag("browser")
class BrowserTest {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 4000;

  @TempDir private Path folder;

  private static Path browser() {
    String named = System.getProperty("slth.browser", "");
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
        .flatMap(
            name ->
                Stream.of(path.split(File.pathSeparator, -1)).map(place -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(
            () ->
                fail(
                    "expected chromium or google-chrome on PATH, found none: install one, or name"
                        + " it with -Dslth.browser=PATH"));
  }

  /** Runs the browser; what it prints as errors goes to a file. */
  private String run(Path page, String... options) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                browser().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=%d,%d".formatted(WIDTH, HEIGHT)));
    command.addAll(List.of(options));
    command.add(page.toUri().toString());
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      fail("the browser did not end within two minutes: " + errors());
    }
    assertEquals(0, process.exitValue(), errors());
    return Files.readString(out);
  }

  private String errors() throws IOException {
    return Files.readString(folder.resolve("err.txt"), StandardCharsets.ISO_8859_1);
  }

  private Path page() throws IOException {
    Path page = folder.resolve("report.html");
    SampleReport.report().writeHtml(page);
    return page;
  }

  @Test
  void theBrowserFindsEverySection() throws IOException, InterruptedException {
    String dom = run(page(), "--dump-dom");
    assertTrue(dom.contains("<h2>Equivariance against angle</h2>"), dom);
    assertEquals(8, dom.split("<svg ", -1).length); // seven charts
    assertFalse(dom.contains("<script"), dom);
    assertFalse(errors().contains("CONSOLE"), errors()); // nor a message of what was blocked
  }

  /** The control: what the page forbids itself is reported. */
  @Test
  void whatIsBlockedIsReported() throws IOException, InterruptedException {
    Path page = page();
    String html = Files.readString(page).replace("</body>", "<script>alert(1)</script></body>");
    run(Files.writeString(page, html), "--dump-dom");
    assertTrue(errors().contains("CONSOLE"), errors());
  }

  /** To be looked at: {@code target/report/report.png}. */
  @Test
  void theBrowserDrawsThePage() throws IOException, InterruptedException {
    Path shot = Files.createDirectories(Path.of("target", "report")).resolve("report.png");
    run(page(), "--screenshot=" + shot.toAbsolutePath());
    BufferedImage image = ImageIO.read(shot.toFile());
    assertEquals(WIDTH, image.getWidth());
    int[] pixels = image.getRGB(0, 0, WIDTH, image.getHeight(), null, 0, WIDTH);
    long colours = Arrays.stream(pixels).distinct().count();
    long drawn = Arrays.stream(pixels).filter(pixel -> pixel != -1).count();
    assertTrue(colours > 50 && drawn > 100_000, () -> colours + " colours, " + drawn + " drawn");
  }
}
