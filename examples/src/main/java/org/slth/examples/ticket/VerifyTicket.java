package org.slth.examples.ticket;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deeplearning4j.nn.api.Model;
import org.jspecify.annotations.Nullable;
import org.slth.dl4j.certificate.NetworkCertificate;
import org.slth.examples.CommonOptions;
import org.slth.examples.Figures;
import org.slth.ticket.SubsetSumTicket;
import org.slth.ticket.certificate.Certificate;
import org.slth.ticket.certificate.CertifiedLayer;
import org.slth.ticket.certificate.Claim;
import org.slth.ticket.certificate.ExactCheck;
import org.slth.ticket.file.TicketFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a ticket by a second way, without rounding. */
@Command(
    name = "verify",
    description = "Check a ticket of subset sums bit by bit, without rounding.",
    footer = {
      "",
      "Exit codes: 0, 1 if something does not hold or is not within the tolerance, 2 for a mistake.",
      "Example: slth verify lenet.slt --certificate lenet.json --target lenet.zip"
    })
public final class VerifyTicket implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "TICKET", description = "A ticket file.")
  private Path ticket = Path.of("");

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "What find --certificate wrote; else it is made anew of --target.")
  private @Nullable Path certificate;

  @Option(
      names = "--target",
      paramLabel = "NETWORK",
      description = "The trained network, whose coefficients the certificate has to be about.")
  private @Nullable Path target;

  /** Creates the command; picocli fills in the options. */
  public VerifyTicket() {}

  @Override
  public Integer call() throws IOException {
    if (certificate == null && target == null) {
      throw new IllegalArgumentException("expected --certificate, --target or both, got none");
    }
    if (!(TicketFile.read(ticket).ticket() instanceof SubsetSumTicket sums)) {
      throw new IllegalArgumentException(
          ticket + " holds trained masks, which stand for no target: there is nothing to compare");
    }
    List<String> findings = new ArrayList<>();
    Optional<Certificate> ofTarget = Optional.empty();
    if (target != null) {
      Model network = SavedNetworks.load(target);
      ofTarget = Optional.of(NetworkCertificate.of(network, sums).claims());
    }
    Certificate claims =
        certificate == null ? ofTarget.orElseThrow() : NetworkCertificate.readClaims(certificate);
    if (ofTarget.filter(made -> !targets(made).equals(targets(claims))).isPresent()) {
      findings.add("the certificate is about other coefficients than those of " + target);
    }
    ExactCheck check = ExactCheck.of(sums, claims);
    findings.addAll(check.findings());
    findings.forEach(finding -> System.err.println("does not hold: " + finding));
    common.print(figures(check, findings));
    return findings.isEmpty() && check.missed() == 0 ? 0 : 1;
  }

  /** Returns the coefficients that a certificate is about, input by input. */
  private static List<List<Double>> targets(Certificate certificate) {
    return certificate.layers().stream()
        .map(CertifiedLayer::inputs)
        .flatMap(List::stream)
        .map(input -> input.positive().stream().map(Claim::target).toList())
        .toList();
  }

  private static Figures figures(ExactCheck check, List<String> findings) {
    return new Figures()
        .add("holds", findings.isEmpty(), "holds", "%s")
        .add("problems", check.problems(), "subset sums added again", "%,d")
        .add("bits", check.bits(), "bits of masks compared", "%,d")
        .add("missed", check.missed(), "out of tolerance", "%,d")
        .add("largest_error", check.largestError(), "largest error", "%.3e")
        .add("findings", findings);
  }
}
