package org.slth.dl4j.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.ticket.SubsetSumTicket;
import org.slth.ticket.certificate.Certificate;
import org.slth.ticket.certificate.CertifiedInput;
import org.slth.ticket.certificate.CertifiedLayer;
import org.slth.ticket.certificate.Claim;
import org.slth.ticket.certificate.ExactCheck;

class ExactCheckTest {

  @ParameterizedTest
  @MethodSource("org.slth.dl4j.certificate.Tickets#targets")
  void holdsForWhatTheSearchFound(MultiLayerNetwork target) {
    PrunedNetwork<MultiLayerNetwork> pruned = Tickets.pruned(target);
    Certificate claims = NetworkCertificate.of(target, pruned.ticket()).claims();
    ExactCheck check = ExactCheck.of(pruned.ticket(), claims);
    assertEquals(List.of(), check.findings());
    assertEquals(pruned.ticket().layers().stream().mapToLong(Tickets::bits).sum(), check.bits());
    assertEquals(pruned.report().total().maxError(), check.largestError(), 1e-15);
    assertEquals(0, check.missed());
    assertTrue(
        pruned.ticket().layers().stream().anyMatch(layer -> !layer.redraws().isEmpty()),
        "no redraw was checked");
  }

  @ParameterizedTest
  @MethodSource("org.slth.dl4j.certificate.Tickets#targets")
  void findsAWrongBitOfAMaskInAHundredOfAHundredTrials(MultiLayerNetwork target) {
    SubsetSumTicket ticket = Tickets.pruned(target).ticket();
    Certificate claims = NetworkCertificate.of(target, ticket).claims();
    var random = new SplittableRandom(1);
    int found = 0;
    for (int trial = 0; trial < 100; trial++) {
      int layer = random.nextInt(ticket.layers().size());
      int bit = random.nextInt(Tickets.bits(ticket.layers().get(layer)));
      found += ExactCheck.of(Tickets.flipped(ticket, layer, bit), claims).holds() ? 0 : 1;
    }
    assertEquals(100, found);
  }

  /** Ticket and list agree then, and the sum alone tells. */
  @Test
  void findsABitThatIsWrongInTheCertificateAsWell() {
    MultiLayerNetwork target = Tickets.perceptron();
    SubsetSumTicket ticket = Tickets.pruned(target).ticket();
    Certificate right = NetworkCertificate.of(target, ticket).claims();
    var random = new SplittableRandom(2);
    int found = 0;
    for (int trial = 0; trial < 100; trial++) {
      int copies = ticket.layers().get(1).copies().size();
      int bit = copies + random.nextInt(ticket.layers().get(1).coefficients().size());
      SubsetSumTicket wrong = Tickets.flipped(ticket, 1, bit);
      Certificate forged = withDeviationsOf(right, NetworkCertificate.of(target, wrong).claims());
      List<String> findings = ExactCheck.of(wrong, forged).findings();
      boolean sum = findings.stream().anyMatch(finding -> finding.contains("the sum is off by"));
      boolean unused = findings.stream().anyMatch(finding -> finding.contains("cut by the cert"));
      found += sum || unused ? 1 : 0;
    }
    assertEquals(100, found);
  }

  @Test
  void findsWhatIsClaimedWrongly() {
    MultiLayerNetwork target = Tickets.perceptron();
    SubsetSumTicket ticket = Tickets.pruned(target).ticket();
    Certificate right = NetworkCertificate.of(target, ticket).claims();
    Claim claim = right.layers().get(0).inputs().get(2).negative().get(1);
    double moved = claim.target() + 1e-12;
    double better = claim.deviation() / 2;
    for (Claim wrong :
        List.of(
            new Claim(claim.attempt() + 1, claim.target(), claim.kept(), claim.deviation()),
            new Claim(claim.attempt(), moved, claim.kept(), claim.deviation()),
            new Claim(claim.attempt(), claim.target(), claim.kept(), better),
            new Claim(claim.attempt(), claim.target(), List.of(-1), claim.deviation()),
            new Claim(claim.attempt(), claim.target(), List.of(9999), claim.deviation()))) {
      ExactCheck check = ExactCheck.of(ticket, with(right, wrong));
      assertFalse(check.holds(), () -> "accepted " + wrong);
      String finding = check.findings().get(0);
      assertTrue(finding.contains("input 2, coefficient 1"), finding);
    }
    assertTrue(ExactCheck.of(ticket, with(right, claim)).holds(), "the control");
  }

  @Test
  void saysWhichLayersAndInputsAreMissing() {
    MultiLayerNetwork target = Tickets.perceptron();
    SubsetSumTicket ticket = Tickets.pruned(target).ticket();
    List<CertifiedLayer> layers = NetworkCertificate.of(target, ticket).claims().layers();
    assertEquals(
        List.of("the ticket has 2 layers, the certificate 1"),
        ExactCheck.of(ticket, new Certificate(layers.subList(0, 1))).findings());
    CertifiedLayer last = layers.get(1);
    CertifiedLayer shorter =
        new CertifiedLayer(last.name(), last.constant(), last.inputs().subList(0, 3));
    assertEquals(
        List.of(last.name() + ": the ticket has 6 inputs, the certificate 3"),
        ExactCheck.of(ticket, new Certificate(List.of(layers.get(0), shorter))).findings());
  }

  private static Certificate with(Certificate certificate, Claim claim) {
    CertifiedLayer layer = certificate.layers().get(0);
    List<CertifiedInput> inputs = new ArrayList<>(layer.inputs());
    List<Claim> claims = new ArrayList<>(inputs.get(2).negative());
    claims.set(1, claim);
    inputs.set(2, new CertifiedInput(inputs.get(2).positive(), claims));
    List<CertifiedLayer> layers = new ArrayList<>(certificate.layers());
    layers.set(0, new CertifiedLayer(layer.name(), layer.constant(), inputs));
    return new Certificate(layers);
  }

  /** What the right one says of errors, and the wrong one of what is kept. */
  private static Certificate withDeviationsOf(Certificate right, Certificate wrong) {
    List<CertifiedLayer> layers = new ArrayList<>();
    for (int l = 0; l < wrong.layers().size(); l++) {
      CertifiedLayer layer = wrong.layers().get(l);
      List<CertifiedInput> inputs = new ArrayList<>();
      for (int q = 0; q < layer.inputs().size(); q++) {
        CertifiedInput one = right.layers().get(l).inputs().get(q);
        CertifiedInput other = layer.inputs().get(q);
        inputs.add(
            new CertifiedInput(
                mixed(one.positive(), other.positive()), mixed(one.negative(), other.negative())));
      }
      layers.add(new CertifiedLayer(layer.name(), layer.constant(), inputs));
    }
    return new Certificate(layers);
  }

  private static List<Claim> mixed(List<Claim> right, List<Claim> wrong) {
    List<Claim> claims = new ArrayList<>();
    for (int j = 0; j < right.size(); j++) {
      Claim claim = right.get(j);
      claims.add(
          new Claim(claim.attempt(), claim.target(), wrong.get(j).kept(), claim.deviation()));
    }
    return claims;
  }
}
