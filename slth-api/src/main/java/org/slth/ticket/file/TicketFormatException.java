package org.slth.ticket.file;

import java.io.IOException;

/** Says that bytes are not a ticket file, or a broken one, and where that shows. */
public final class TicketFormatException extends IOException {

  private static final long serialVersionUID = 1;

  TicketFormatException(String message) {
    super(message);
  }

  TicketFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
