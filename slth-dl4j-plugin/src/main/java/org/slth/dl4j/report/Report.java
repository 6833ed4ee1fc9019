package org.slth.dl4j.report;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.slth.bounds.SuccessCurve;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.dl4j.pruning.PruningReport;
import org.slth.ticket.certificate.Certificate;
import org.slth.ticket.file.AtomicFile;

/**
 * What a run found, with charts: one HTML page that needs nothing but itself, and a PNG of each
 * chart. A section is there if the builder was told what it shows. Instances never change.
 */
public final class Report {

  private static final int PIXELS_PER_POINT = 2; // sharp on screens of high density

  private final String title;
  private final Map<String, String> facts;
  private final List<Section> sections;

  private Report(Builder builder) {
    title = builder.title;
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(builder.facts));
    sections = List.copyOf(builder.sections);
  }

  /** Returns the page. */
  public String toHtml() {
    return HtmlPage.of(title, facts, sections);
  }

  /**
   * Writes the page.
   *
   * @param file replaced if it is there
   */
  public void writeHtml(Path file) throws IOException {
    AtomicFile.write(file, toHtml().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes an image of every chart, named after its section, such as {@code errors.png}.
   *
   * @param directory which must exist; images of these names are replaced
   * @return the files
   */
  public List<Path> writeImages(Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Section section : sections) {
      if (section.drawing().isPresent()) {
        Path file = directory.resolve(section.id() + ".png");
        ImageIO.write(image(section.drawing().get()), "png", file.toFile());
        files.add(file);
      }
    }
    return files;
  }

  private static BufferedImage image(Drawing drawing) {
    BufferedImage image =
        new BufferedImage(
            Drawing.WIDTH * PIXELS_PER_POINT,
            Drawing.HEIGHT * PIXELS_PER_POINT,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
      drawing.paint(graphics, Drawing.WIDTH, Drawing.HEIGHT);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /** Gathers what a report shows; sections come in the order of the calls. */
  public static final class Builder {

    private final String title;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<Section> sections = new ArrayList<>();

    /**
     * Starts.
     *
     * @param title any text; it is escaped, as all others
     */
    public Builder(String title) {
      this.title = title;
    }

    /** Adds a line to the table at the top; of equal labels the last one stays. */
    public Builder fact(String label, String value) {
      facts.put(label, value);
      return this;
    }

    /**
     * Adds the accuracies of target and ticket.
     *
     * @throws IllegalArgumentException if one is not from 0 to 1
     */
    public Builder accuracy(double target, double ticket) {
      if (!(target >= 0 && target <= 1 && ticket >= 0 && ticket <= 1)) {
        throw new IllegalArgumentException(
            "expected accuracies from 0 to 1, got %s and %s".formatted(target, ticket));
      }
      return add(Sections.accuracy(target, ticket));
    }

    /** Adds what each layer had, and what its ticket keeps. */
    public Builder layers(PruningReport report) {
      return add(Sections.kept(report)).add(Sections.layers(report));
    }

    /** Adds how often coefficients are off by how much. */
    public Builder errors(Certificate certificate) {
      return add(Sections.errors(certificate));
    }

    /** Adds the log(1/ε) law, as measured. */
    public Builder successCurve(SuccessCurve curve) {
      return add(Sections.success(curve)).add(Sections.median(curve));
    }

    /**
     * Adds pictures of the kernels from the first channel of a convolution's input to the channels
     * of its first output fields: in a regular field, one for each element of the group.
     *
     * @param coefficients the layer's parameter {@code W}; not modified
     */
    public Builder filters(SteerableConvolution2D layer, double... coefficients) {
      return add(Sections.filters(FilterGallery.of(layer, coefficients)));
    }

    /**
     * Adds how far target and ticket are from equivariance, by the angle that the input is turned.
     *
     * @param degrees the angles
     * @param target the error for each angle
     * @param ticket the same of the ticket
     * @throws IllegalArgumentException if these are not as many
     */
    public Builder equivariance(List<Double> degrees, List<Double> target, List<Double> ticket) {
      if (degrees.size() != target.size() || degrees.size() != ticket.size()) {
        throw new IllegalArgumentException(
            "expected an error of both for each angle, got %d angles and %d and %d errors"
                .formatted(degrees.size(), target.size(), ticket.size()));
      }
      return add(Sections.equivariance(degrees, target, ticket));
    }

    private Builder add(Section section) {
      sections.removeIf(other -> other.id().equals(section.id()));
      sections.add(section);
      return this;
    }

    /** Returns the report. */
    public Report build() {
      return new Report(this);
    }
  }
}
