package org.slth.dl4j.ticket;

import org.deeplearning4j.nn.conf.dropout.Dropout;

/** A configuration class that is neither DL4J's nor SLTH's own. */
public final class OwnDropout extends Dropout {

  private static final long serialVersionUID = 1;

  public OwnDropout() {
    super(0.5);
  }
}
