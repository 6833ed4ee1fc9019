package org.slth.ticket.certificate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slth.pruning.MaskedPair;
import org.slth.pruning.SourceLaw;
import org.slth.pruning.SourcePair;
import org.slth.pruning.TargetLayer;
import org.slth.ticket.Redraw;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.SubsetSumTicket;
import org.slth.ticket.TicketLayer;

/**
 * For every coefficient of a target network, which candidates a ticket keeps and how far their sum
 * is off. {@link ExactCheck} tells whether it holds.
 *
 * @param layers one for each layer of the ticket
 */
public record Certificate(List<CertifiedLayer> layers) {

  /** Copies the list. */
  public Certificate {
    layers = List.copyOf(layers);
  }

  /**
   * Writes down what a ticket keeps, by the code that searched it.
   *
   * @param ticket the ticket
   * @param targets what its layers stand for
   * @throws IllegalArgumentException if there are not as many, or the masks are not of their size
   */
  public static Certificate of(SubsetSumTicket ticket, List<TargetLayer> targets) {
    if (ticket.layers().size() != targets.size()) {
      throw new IllegalArgumentException(
          "the ticket has %d pruned layers, the network %d; give the one it was made for"
              .formatted(ticket.layers().size(), targets.size()));
    }
    List<CertifiedLayer> layers = new ArrayList<>();
    for (int l = 0; l < targets.size(); l++) {
      SourceDraw draw = SourceDraw.of(ticket.seed()).stream(l);
      layers.add(new Reader(draw, ticket.layers().get(l), targets.get(l)).read());
    }
    return new Certificate(layers);
  }

  /** Reads the claims of one layer from its masks. */
  private static final class Reader {

    private final TicketLayer ticket;
    private final TargetLayer target;
    private final SourcePair pair;
    private final MaskedPair kept;
    private final Map<Redraw, Integer> attempts = new HashMap<>();

    Reader(SourceDraw draw, TicketLayer ticket, TargetLayer target) {
      this.ticket = ticket;
      this.target = target;
      this.pair = new SourcePair(draw, target, SourceLaw.of(ticket), ticket.signedInput());
      this.kept = new MaskedPair(target, pair, ticket);
      for (Redraw r : ticket.redraws()) {
        attempts.put(new Redraw(r.block(), r.negative(), r.problem(), 1), r.attempt());
      }
    }

    CertifiedLayer read() {
      List<CertifiedInput> inputs = new ArrayList<>();
      for (int q = 0; q < target.inputs(); q++) {
        inputs.add(
            new CertifiedInput(
                claims(q, SourcePair.Part.POSITIVE), claims(q, SourcePair.Part.NEGATIVE)));
      }
      return new CertifiedLayer(ticket.name(), target.hasConstant(), inputs);
    }

    private List<Claim> claims(int q, SourcePair.Part part) {
      int[] usable = pair.usable(q, part);
      double[] targets = usable.length == 0 ? new double[0] : target.targets(q);
      boolean negative = part == SourcePair.Part.NEGATIVE;
      List<Claim> claims = new ArrayList<>();
      for (int j = 0; j < targets.length; j++) {
        List<Integer> copies = new ArrayList<>();
        double sum = 0;
        for (int t : usable) {
          float v = kept.v(q, j, t); // never 0 where it is kept
          if (v != 0) {
            copies.add(t);
            sum += (double) kept.u(q, t) * v;
          }
        }
        int attempt = attempts.getOrDefault(new Redraw(q, negative, j, 1), 0);
        claims.add(new Claim(attempt, targets[j], copies, sum - targets[j]));
      }
      return claims;
    }
  }
}
