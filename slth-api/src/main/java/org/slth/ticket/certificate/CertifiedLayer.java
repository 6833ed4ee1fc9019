package org.slth.ticket.certificate;

import java.util.List;

/**
 * What a certificate says of one layer.
 *
 * @param name which layer of the target it stands for
 * @param constant whether the last input is the constant, whose coefficients are the biases
 * @param inputs the claims, input by input
 */
public record CertifiedLayer(String name, boolean constant, List<CertifiedInput> inputs) {

  /** Copies the list. */
  public CertifiedLayer {
    inputs = List.copyOf(inputs);
  }
}
