package org.slth.dl4j.certificate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Model;
import org.slth.dl4j.internal.construction.Construction;
import org.slth.dl4j.internal.network.Stage;
import org.slth.dl4j.internal.network.TargetNetwork;
import org.slth.pruning.TargetLayer;
import org.slth.ticket.SubsetSumTicket;
import org.slth.ticket.certificate.Certificate;

/**
 * What is certified of a ticket for a network of DL4J.
 *
 * @param claims what is kept for every coefficient, and how far its sum is off
 * @param bound a certified bound of the output's error, if one was asked for
 * @param measured the largest error of the output on data, if both networks were run
 */
public record NetworkCertificate(
    Certificate claims, Optional<OutputBound> bound, Optional<OutputDifference> measured) {

  /**
   * Writes down what a ticket keeps.
   *
   * @param target the trained network that it was made for, a MultiLayerNetwork or ComputationGraph
   * @param ticket the ticket
   * @throws IllegalArgumentException if it is not one of this network
   */
  public static NetworkCertificate of(Model target, SubsetSumTicket ticket) {
    boolean signsAreInTheTicket = true;
    List<TargetLayer> layers =
        Construction.planned(TargetNetwork.of(target, signsAreInTheTicket), ticket)
            .replaced()
            .stream()
            .map(Stage.Replaced::layer)
            .toList();
    Certificate claims = Certificate.of(ticket, layers);
    return new NetworkCertificate(claims, Optional.empty(), Optional.empty());
  }

  /** Returns one with a bound. */
  public NetworkCertificate with(OutputBound bound) {
    return new NetworkCertificate(claims, Optional.of(bound), measured);
  }

  /** Returns one with what was measured. */
  public NetworkCertificate with(OutputDifference measured) {
    return new NetworkCertificate(claims, bound, Optional.of(measured));
  }

  /**
   * Writes it as JSON. The file is there as a whole or not at all.
   *
   * @param file where to; what is there is replaced
   */
  public void write(Path file) throws IOException {
    CertificateWriter.write(this, file);
  }

  /**
   * Reads the claims of what {@link #write} wrote.
   *
   * @throws IOException if the file cannot be read, or is not a certificate; the message says where
   *     it goes wrong
   */
  public static Certificate readClaims(Path file) throws IOException {
    return CertificateReader.read(file);
  }
}
