package org.slth.ticket.certificate;

import java.util.List;

/**
 * The claims behind one input of a layer, coefficient by coefficient.
 *
 * @param positive those of the copies with <i>u</i> &gt; 0
 * @param negative those of the copies with <i>u</i> &lt; 0; none where the input is never negative
 */
public record CertifiedInput(List<Claim> positive, List<Claim> negative) {

  /** Checks that there are as many, or none, and copies the lists. */
  public CertifiedInput {
    positive = List.copyOf(positive);
    negative = List.copyOf(negative);
    if (!negative.isEmpty() && negative.size() != positive.size()) {
      throw new IllegalArgumentException(
          "an input has as many coefficients for negative copies as for positive, or none; got %d and %d"
              .formatted(negative.size(), positive.size()));
    }
  }
}
