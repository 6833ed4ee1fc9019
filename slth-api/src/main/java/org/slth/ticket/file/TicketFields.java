package org.slth.ticket.file;

import org.slth.ticket.MaskTicket;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.SubsetSumTicket;
import org.slth.ticket.Ticket;

/** Writes and reads tickets: small fields in one part, masks in another. */
final class TicketFields {

  private enum Kind {
    SUBSET_SUM(1),
    MASK(2);

    private final int code; // in the file, for ever

    Kind(int code) {
      this.code = code;
    }
  }

  private TicketFields() {}

  static void write(Ticket ticket, FieldWriter fields, FieldWriter masks) {
    boolean sums = ticket instanceof SubsetSumTicket;
    fields.code((sums ? Kind.SUBSET_SUM : Kind.MASK).code);
    fields.text(SourceDraw.GENERATOR).int64(ticket.seed());
    if (ticket instanceof SubsetSumTicket subsetSum) {
      SubsetSumFields.write(subsetSum, fields, masks);
    } else if (ticket instanceof MaskTicket mask) {
      MaskTicketFields.write(mask, fields, masks);
    }
  }

  static Ticket read(FieldReader fields, FieldReader masks) throws TicketFormatException {
    Kind kind = fields.choice("kind of ticket", Kind.values(), k -> k.code);
    String generator = fields.text();
    if (!generator.equals(SourceDraw.GENERATOR)) {
      throw fields.broken("random numbers of " + SourceDraw.GENERATOR, "those of " + generator);
    }
    long seed = fields.int64();
    try {
      Ticket ticket =
          kind == Kind.SUBSET_SUM
              ? SubsetSumFields.read(seed, fields, masks)
              : MaskTicketFields.read(seed, fields, masks);
      fields.end();
      masks.end();
      return ticket;
    } catch (IllegalArgumentException e) { // what tickets say of impossible contents
      throw new TicketFormatException("impossible ticket: " + e.getMessage(), e);
    }
  }
}
