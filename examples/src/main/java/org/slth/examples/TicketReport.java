package org.slth.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.slth.algebra.Matrix;
import org.slth.bounds.SuccessCurve;
import org.slth.dl4j.certificate.NetworkCertificate;
import org.slth.dl4j.layer.EquivarianceError;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.dl4j.layer.SteerableLayer;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.dl4j.report.Report;
import org.slth.group.PlanarGroup;
import org.slth.ticket.CandidateLaw;

/**
 * A target and its ticket as a page with charts.
 *
 * @param outputs of both on the test images
 * @param target how far the target is from ignoring turns of its input
 * @param ticket the same of the ticket
 */
record TicketReport(OutputComparison outputs, EquivarianceError target, EquivarianceError ticket) {

  private static final SuccessCurve.Trial TRIAL =
      new SuccessCurve.Trial(CandidateLaw.PRODUCT, 3.3, 2000, 1);

  private static final int MOST_CANDIDATES = 20;

  /** Refuses a file that cannot be written. */
  static void require(Path file) {
    if (!Files.isDirectory(file.resolveSibling("").toAbsolutePath())) {
      throw new IllegalArgumentException(
          "expected a file in an existing directory to report to, got " + file);
    }
  }

  /** Writes the page, and images of its charts beside it. */
  void write(
      Path file,
      MultiLayerNetwork network,
      PrunedNetwork<MultiLayerNetwork> pruned,
      PlanarGroup group)
      throws IOException {
    Report.Builder builder =
        new Report.Builder("A ticket of rotated digits")
            .fact("group", group.name())
            .accuracy(outputs.targetAccuracy(), outputs.ticketAccuracy())
            .layers(pruned.report())
            .errors(NetworkCertificate.of(network, pruned.ticket()).claims())
            .successCurve(SuccessCurve.measure(TRIAL, MOST_CANDIDATES, List.of(0.1, 0.01, 0.001)));
    addFilters(builder, network);
    addEquivariance(builder, group);
    Report report = builder.build();
    report.writeHtml(file);
    report.writeImages(file.resolveSibling("").toAbsolutePath());
  }

  private static void addFilters(Report.Builder builder, MultiLayerNetwork network) {
    for (Layer layer : network.getLayers()) {
      if (layer.conf().getLayer() instanceof SteerableConvolution2D convolution) {
        builder.filters(
            convolution, layer.getParam(SteerableLayer.WEIGHT).dup('c').data().asDouble());
        return;
      }
    }
  }

  /** Rotations alone: a reflection has no angle. */
  private void addEquivariance(Report.Builder builder, PlanarGroup group) {
    List<Double> degrees = new ArrayList<>();
    List<Double> ofTarget = new ArrayList<>();
    List<Double> ofTicket = new ArrayList<>();
    for (int g : target.elements()) {
      if (!group.reflects(g)) {
        Matrix m = group.action(g);
        degrees.add((Math.toDegrees(Math.atan2(m.get(1, 0), m.get(0, 0))) + 360) % 360);
        ofTarget.add(target.of(g));
        ofTicket.add(ticket.of(g));
      }
    }
    builder.equivariance(degrees, ofTarget, ofTicket);
  }
}
