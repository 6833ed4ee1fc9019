package org.slth.ticket.certificate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.Redraw;
import org.slth.ticket.TicketLayer;

/** Checks one layer of a certificate, input by input. */
final class LayerCheck {

  /** Rounding of one addition in double, with a little to spare. */
  private static final double ROUNDING = 0x1p-51;

  private final ExactDraws draws;
  private final TicketLayer ticket;
  private final CertifiedLayer certified;
  private final List<String> findings;
  private final Map<Redraw, Redraw> redraws = new HashMap<>();

  private int copyBit; // where the bits of the current input begin
  private long coefficientBit;
  private long problems;
  private long bits;
  private long missed;
  private double largestError;

  LayerCheck(
      ExactDraws draws, TicketLayer ticket, CertifiedLayer certified, List<String> findings) {
    this.draws = draws;
    this.ticket = ticket;
    this.certified = certified;
    this.findings = findings;
  }

  long problems() {
    return problems;
  }

  long bits() {
    return bits;
  }

  long missed() {
    return missed;
  }

  double largestError() {
    return largestError;
  }

  void run() {
    int inputs = certified.inputs().size();
    if (ticket.candidates().size() != inputs) {
      find(
          "the ticket has %d inputs, the certificate %d"
              .formatted(ticket.candidates().size(), inputs));
      return;
    }
    for (Redraw redraw : ticket.redraws()) {
      if (redraws.put(first(redraw), redraw) != null) {
        find("%s is recorded twice".formatted(redraw));
      }
    }
    for (int q = 0; q < inputs && copyBit >= 0; q++) {
      check(q);
    }
    if (copyBit >= 0 && (copyBit != sizeOfU() || coefficientBit != sizeOfV())) {
      find(
          "the masks have %d and %d bits, the certificate %d and %d"
              .formatted(sizeOfU(), sizeOfV(), copyBit, coefficientBit));
    }
    redraws.values().forEach(redraw -> find("%s belongs to no problem".formatted(redraw)));
  }

  private static Redraw first(Redraw redraw) {
    return new Redraw(redraw.block(), redraw.negative(), redraw.problem(), 1);
  }

  private int sizeOfU() {
    return ticket.copies().size();
  }

  private int sizeOfV() {
    return ticket.coefficients().size();
  }

  /** The copies of an input, drawn until there are enough of each sign that it needs. */
  private record Copies(List<Double> u, BitSet positive, BitSet negative) {}

  private Copies copies(int q) {
    boolean constant = certified.constant() && q == certified.inputs().size() - 1;
    int wanted = ticket.candidates().get(q);
    int below = ticket.signedInput() && !constant ? wanted : 0;
    ExactDraws stream = draws.stream(0, q);
    Copies copies = new Copies(new ArrayList<>(), new BitSet(), new BitSet());
    while (copies.positive.cardinality() < wanted || copies.negative.cardinality() < below) {
      int t = copies.u.size();
      double u = stream.uniform(t);
      copies.u.add(ticket.law() == CandidateLaw.UNIFORM ? Math.signum(u) : u);
      BitSet sign = u > 0 ? copies.positive : copies.negative;
      if (sign.cardinality() < (u > 0 ? wanted : below)) {
        sign.set(t);
      }
    }
    return copies;
  }

  private void check(int q) {
    CertifiedInput input = certified.inputs().get(q);
    Copies copies = copies(q);
    int m = copies.u.size();
    int coefficients = input.positive().size();
    long end = coefficientBit + (long) m * coefficients;
    if (copyBit + m > sizeOfU() || end > sizeOfV()) {
      find("input %d needs masks of at least %d and %d bits".formatted(q, copyBit + m, end));
      copyBit = -1; // nothing behind it can be found
      return;
    }
    if (input.negative().isEmpty() != copies.negative.isEmpty()) {
      find("input %d: expected claims for %s".formatted(q, signs(copies)));
    }
    BitSet used = new BitSet();
    for (int j = 0; j < coefficients; j++) {
      BitSet kept = new BitSet();
      sum(q, j, false, copies, input.positive().get(j), kept);
      if (!input.negative().isEmpty()) {
        sum(q, j, true, copies, input.negative().get(j), kept);
      }
      compare(q, j, m, kept);
      used.or(kept);
    }
    for (int t = 0; t < m; t++) {
      if (ticket.copies().keeps(copyBit + t) != used.get(t)) {
        find(
            "input %d: copy %d is %s in U, but %s"
                .formatted(q, t, kept(!used.get(t)), use(used.get(t))));
      }
    }
    bits += m;
    copyBit += m;
    coefficientBit = end;
  }

  private static String signs(Copies copies) {
    return copies.negative.isEmpty() ? "positive copies alone" : "copies of both signs";
  }

  private static String kept(boolean yes) {
    return yes ? "kept" : "cut";
  }

  private static String use(boolean yes) {
    return yes ? "a coefficient of V needs it" : "no coefficient of V needs it";
  }

  /** Compares the bits of one coefficient with what its claims keep. */
  private void compare(int q, int j, int m, BitSet kept) {
    int from = (int) (coefficientBit + (long) j * m);
    for (int t = 0; t < m; t++) {
      boolean inTicket = ticket.coefficients().keeps(from + t);
      if (inTicket != kept.get(t)) {
        find(
            "input %d, coefficient %d: copy %d is %s by the ticket, %s by the certificate"
                .formatted(q, j, t, kept(inTicket), kept(!inTicket)));
      }
    }
    bits += m;
  }

  /** Adds up what one claim keeps, and compares its error. */
  private void sum(int q, int j, boolean negative, Copies copies, Claim claim, BitSet kept) {
    problems++;
    Redraw redraw = redraws.remove(new Redraw(q, negative, j, 1));
    int attempt = redraw == null ? 0 : redraw.attempt();
    if (attempt != claim.attempt()) {
      find("input %d, coefficient %d: draw %d, not %d".formatted(q, j, attempt, claim.attempt()));
    }
    ExactDraws stream = draws.stream(1L + attempt, q);
    BitSet usable = negative ? copies.negative : copies.positive;
    BigDecimal sum = new BigDecimal(claim.target()).negate();
    double size = Math.abs(claim.target());
    for (int t : claim.kept()) {
      if (t < 0 || !usable.get(t) || kept.get(t)) {
        find("input %d, coefficient %d: copy %d is no candidate".formatted(q, j, t));
        return;
      }
      kept.set(t);
      float v = (float) (ticket.scale() * stream.uniform((long) j * copies.u.size() + t));
      double item = copies.u.get(t) * v; // 24 bits each: exact
      sum = sum.add(new BigDecimal(item));
      size += Math.abs(item);
    }
    judge(q, j, claim, sum, (claim.kept().size() + 2) * ROUNDING * size);
  }

  /** Judges a deviation; what is said of it may be off by the rounding of a sum in double. */
  private void judge(int q, int j, Claim claim, BigDecimal deviation, double rounding) {
    BigDecimal off = deviation.subtract(new BigDecimal(claim.deviation())).abs();
    if (off.compareTo(new BigDecimal(rounding)) > 0) {
      find(
          "input %d, coefficient %d: the sum is off by %s, not by %s"
              .formatted(q, j, deviation.round(new MathContext(6)), claim.deviation()));
    }
    BigDecimal error = deviation.abs();
    if (error.compareTo(new BigDecimal(ticket.tolerance())) > 0) {
      missed++;
    }
    largestError = Math.max(largestError, error.doubleValue());
  }

  private void find(String finding) {
    if (findings.size() < ExactCheck.MOST_FINDINGS) {
      findings.add(ticket.name() + ": " + finding);
    }
  }
}
