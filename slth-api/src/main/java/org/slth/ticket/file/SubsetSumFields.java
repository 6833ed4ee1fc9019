package org.slth.ticket.file;

import java.util.ArrayList;
import java.util.List;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.Mask;
import org.slth.ticket.Redraw;
import org.slth.ticket.SubsetSumTicket;
import org.slth.ticket.TicketLayer;

/** Writes and reads tickets that were found by subset sums. */
final class SubsetSumFields {

  private SubsetSumFields() {}

  static void write(SubsetSumTicket ticket, FieldWriter fields, FieldWriter masks) {
    fields.text(ticket.construction()).number(ticket.layers().size());
    for (TicketLayer layer : ticket.layers()) {
      write(layer, fields);
      MaskCode.write(layer.copies(), masks);
      MaskCode.write(layer.coefficients(), masks);
    }
  }

  static SubsetSumTicket read(long seed, FieldReader fields, FieldReader masks)
      throws TicketFormatException {
    String construction = fields.text();
    List<TicketLayer> layers = new ArrayList<>();
    for (int rest = fields.count(20); rest > 0; rest--) {
      layers.add(layer(fields, MaskCode.read(masks), MaskCode.read(masks)));
    }
    return new SubsetSumTicket(seed, construction, layers);
  }

  private static void write(TicketLayer layer, FieldWriter fields) {
    fields.text(layer.name()).code(code(layer.law())).float64(layer.scale());
    fields.flag(layer.signedInput()).float64(layer.tolerance());
    fields.number(layer.candidates().size());
    layer.candidates().forEach(fields::number);
    fields.number(layer.redraws().size());
    int block = 0;
    for (Redraw redraw : layer.redraws()) {
      int step = redraw.block() - block; // mostly 0 or 1; the sign is the lowest bit
      fields.number(step >= 0 ? 2L * step : -2L * step - 1);
      fields.flag(redraw.negative()).number(redraw.problem()).number(redraw.attempt());
      block = redraw.block();
    }
  }

  private static TicketLayer layer(FieldReader fields, Mask copies, Mask coefficients)
      throws TicketFormatException {
    String name = fields.text();
    CandidateLaw law =
        fields.choice("law of candidates", CandidateLaw.values(), SubsetSumFields::code);
    double scale = fields.float64();
    boolean signedInput = fields.flag();
    double tolerance = fields.float64();
    List<Integer> candidates = candidates(fields, copies, coefficients);
    List<Redraw> redraws = redraws(fields);
    return new TicketLayer(
        name, law, scale, candidates, signedInput, tolerance, copies, coefficients, redraws);
  }

  /** Every candidate has a bit of its own, so that no number of them fills the memory. */
  private static List<Integer> candidates(FieldReader fields, Mask copies, Mask coefficients)
      throws TicketFormatException {
    long bits = (long) copies.size() + coefficients.size();
    List<Integer> candidates = new ArrayList<>();
    for (int rest = fields.count(1); rest > 0; rest--) {
      int next = fields.number("a number of candidates", Integer.MAX_VALUE);
      bits -= next;
      if (bits < 0) {
        throw fields.broken("a bit in the masks for every candidate", "more candidates than bits");
      }
      candidates.add(next);
    }
    return candidates;
  }

  private static List<Redraw> redraws(FieldReader fields) throws TicketFormatException {
    List<Redraw> redraws = new ArrayList<>();
    long block = 0;
    for (int rest = fields.count(4); rest > 0; rest--) {
      long step = fields.number();
      block += step >> 1 ^ -(step & 1);
      boolean negative = fields.flag();
      int problem = fields.number("a number of a problem", Integer.MAX_VALUE);
      int attempt = fields.number("a number of a draw", Integer.MAX_VALUE);
      redraws.add(new Redraw((int) block, negative, problem, attempt));
    }
    return redraws;
  }

  /** In the file, for ever. */
  private static int code(CandidateLaw law) {
    return switch (law) {
      case PRODUCT -> 0;
      case UNIFORM -> 1;
    };
  }
}
