package org.slth.dl4j.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.htmlunit.SilentCssErrorHandler;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser without a screen, its JavaScript on. */
class ReportTest {

  private static final List<String> TITLES =
      List.of(
          "Accuracy of target and ticket",
          "Kept per layer",
          "Layers",
          "Errors of the coefficients",
          "The log law: success",
          "The log law: error",
          "Filters under the group",
          "Equivariance against angle");

  @TempDir private static Path folder;

  private static Report report;
  private static Path file;

  @BeforeAll
  static void write() throws IOException {
    report = SampleReport.report();
    file = folder.resolve("report.html");
    report.writeHtml(file);
  }

  /** Opens a page as a server of its folder gives it; whatever goes wrong in it throws. */
  private static HtmlPage open(Path page, List<String> requests) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestURI().getPath());
          byte[] bytes =
              Files.readAllBytes(folder.resolve(requests.get(requests.size() - 1).substring(1)));
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try (WebClient client = new WebClient()) {
      client.getOptions().setJavaScriptEnabled(true);
      client.getOptions().setThrowExceptionOnScriptError(true);
      client.getOptions().setThrowExceptionOnFailingStatusCode(true);
      client.getOptions().setDownloadImages(true);
      client.setCssErrorHandler(new SilentCssErrorHandler());
      return client.getPage(
          "http://localhost:" + server.getAddress().getPort() + "/" + page.getFileName());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void thePageLoadsNothingButItself() throws IOException {
    List<String> requests = new ArrayList<>();
    open(file, requests);
    assertEquals(List.of("/report.html"), requests);
  }

  /** The control: a page that loads a script would be noticed. */
  @Test
  void aPageThatLoadsSomethingIsNoticed() throws IOException {
    Files.writeString(folder.resolve("other.js"), "var x = 1;");
    Path page =
        Files.writeString(folder.resolve("control.html"), "<html><script src=other.js></script>");
    List<String> requests = new ArrayList<>();
    open(page, requests);
    assertEquals(List.of("/control.html", "/other.js"), requests);
  }

  @Test
  void nothingPointsOutwards() throws IOException {
    String html = Files.readString(file);
    assertFalse(Pattern.compile("(src|href)=\"(?!data:,|#)").matcher(html).find());
    assertFalse(Pattern.compile("url\\((?!#)").matcher(html).find());
  }

  @Test
  void everySectionIsThere() throws IOException {
    HtmlPage page = open(file, new ArrayList<>());
    assertEquals(
        TITLES, page.getElementsByTagName("h2").stream().map(DomNode::getTextContent).toList());
    List<DomElement> charts = page.getElementsByTagName("svg").stream().toList();
    assertEquals(7, charts.size());
    for (DomElement chart : charts) {
      int elements = 0;
      for (DomNode each : chart.getDescendants()) {
        elements += each instanceof DomElement ? 1 : 0;
      }
      assertTrue(elements > 20, "an empty chart");
    }
    assertEquals(TITLES.get(0), charts.get(0).getAttribute("aria-label"));
    assertEquals(
        1 + 1 + 2 + 1, page.getElementsByTagName("tr").size()); // a fact, head, 2 layers, total
  }

  @Test
  void textIsEscaped() throws IOException {
    HtmlPage page = open(file, new ArrayList<>());
    assertEquals(SampleReport.TITLE, page.getTitleText());
    assertEquals(SampleReport.TITLE, page.getElementsByTagName("h1").get(0).getTextContent());
    assertEquals(0, page.getElementsByTagName("script").size());
    assertEquals(0, page.getElementsByTagName("b").size());
    assertTrue(page.asNormalizedText().contains("<b>none</b>"));
  }

  /** In one page an identifier of two charts would cut one of them to the clip of the other. */
  @Test
  void identifiersAreUniqueAndThere() throws IOException {
    String html = Files.readString(file);
    Set<String> known = new HashSet<>();
    Matcher ids = Pattern.compile(" id=\"([^\"]*)\"").matcher(html);
    while (ids.find()) {
      assertTrue(known.add(ids.group(1)), ids::group);
    }
    Matcher references = Pattern.compile("url\\(#([^)]*)\\)").matcher(html);
    int count = 0;
    while (references.find()) {
      assertTrue(known.contains(references.group(1)), references::group);
      count++;
    }
    assertTrue(count > 10, "no clips");
  }

  @Test
  void everyChartIsAnImage() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("images"));
    List<Path> files = report.writeImages(directory);
    assertEquals(
        List.of("accuracy", "kept", "errors", "success", "log-law", "filters", "equivariance"),
        files.stream().map(f -> f.getFileName().toString().replace(".png", "")).toList());
    for (Path each : files) {
      BufferedImage image = ImageIO.read(each.toFile());
      assertEquals(2 * Drawing.WIDTH, image.getWidth());
      assertEquals(2 * Drawing.HEIGHT, image.getHeight());
      int[] pixels =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      long coloured = Arrays.stream(pixels).filter(p -> p != -1).count();
      assertTrue(coloured > 5_000, () -> each + " is empty: " + coloured);
    }
  }

  @Test
  void theSameRunMakesTheSamePage() {
    assertEquals(SampleReport.report().toHtml(), report.toHtml());
  }

  @Test
  void mistakesAreNamed() {
    Report.Builder builder = new Report.Builder("");
    List<Double> two = List.of(0.0, 1.0);
    Stream.of(
            assertThrows(IllegalArgumentException.class, () -> builder.accuracy(98.1, 0.98)),
            assertThrows(
                IllegalArgumentException.class, () -> builder.equivariance(two, two, List.of(1.0))))
        .forEach(e -> assertTrue(String.valueOf(e.getMessage()).startsWith("expected ")));
    assertEquals("&lt;&amp;&quot;&#39;&gt;", org.slth.dl4j.report.HtmlPage.escaped("<&\"'>"));
  }
}
