package org.slth.dl4j.report;

import java.awt.Dimension;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Drawings as SVG that can stand in an HTML page. */
final class Svg {

  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private Svg() {}

  /**
   * Draws.
   *
   * @param id what all identifiers within begin with
   * @param title what screen readers call it
   * @return an {@code svg} element
   */
  static String of(Drawing drawing, String id, String title) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment(null);
    context.setIDGenerator(new Identifiers(id));
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new Dimension(Drawing.WIDTH, Drawing.HEIGHT));
    drawing.paint(graphics, Drawing.WIDTH, Drawing.HEIGHT);
    Element root = graphics.getRoot();
    root.setAttribute("viewBox", "0 0 %d %d".formatted(Drawing.WIDTH, Drawing.HEIGHT));
    root.setAttribute("role", "img");
    root.setAttribute("aria-label", title);
    return text(graphics, root);
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java has no XML", e);
    }
  }

  /** Leaves out what stands before the element in a file of its own, and an identifier of all. */
  private static String text(SVGGraphics2D graphics, Element root) {
    StringWriter writer = new StringWriter();
    try {
      graphics.stream(root, writer, true, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter has none
    }
    String text = writer.toString();
    return text.substring(text.indexOf("<svg")).replace(" id=\"genericDefs\"", "");
  }

  private static final class Identifiers extends SVGIDGenerator {

    private final String id;

    Identifiers(String id) {
      this.id = id;
    }

    @Override
    public String generateID(String prefix) {
      return super.generateID(id + "-" + prefix);
    }
  }
}
