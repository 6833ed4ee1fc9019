package org.slth.ticket.file;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.slth.ticket.Mask;
import org.slth.ticket.MaskTicket;
import org.slth.ticket.MaskTicketArray;
import org.slth.ticket.WeightLaw;

/**
 * Writes and reads tickets that were found by training masks. Which weights were drawn again in a
 * round is a mask over those that are kept; rounds without any are left out.
 */
final class MaskTicketFields {

  /** The last round: no training is that long, and a list of so many rounds still fits. */
  private static final int LAST_ROUND = 1 << 24;

  private MaskTicketFields() {}

  static void write(MaskTicket ticket, FieldWriter fields, FieldWriter masks) {
    fields.code(code(ticket.law())).number(ticket.arrays().size());
    for (MaskTicketArray array : ticket.arrays()) {
      write(array, fields);
      MaskCode.write(array.mask(), masks);
      for (Mask round : array.redrawn()) {
        if (round.count() > 0) {
          MaskCode.write(amongKept(round, array.mask()), masks);
        }
      }
    }
  }

  static MaskTicket read(long seed, FieldReader fields, FieldReader masks)
      throws TicketFormatException {
    WeightLaw law = fields.choice("law of weights", WeightLaw.values(), MaskTicketFields::code);
    List<MaskTicketArray> arrays = new ArrayList<>();
    for (int rest = fields.count(8); rest > 0; rest--) {
      arrays.add(array(fields, masks));
    }
    return new MaskTicket(seed, law, arrays);
  }

  private static void write(MaskTicketArray array, FieldWriter fields) {
    fields.text(array.name()).number(array.number()).float32(array.magnitude());
    fields.number(array.runs().size());
    array.runs().forEach(run -> fields.number(run.length()).float64(run.variance()));
    int rounds = array.redrawn().size();
    long drawn = array.redrawn().stream().filter(round -> round.count() > 0).count();
    fields.number(rounds).number(drawn);
    for (int round = 0; round < rounds; round++) {
      if (array.redrawn().get(round).count() > 0) {
        fields.number(round);
      }
    }
  }

  private static MaskTicketArray array(FieldReader fields, FieldReader masks)
      throws TicketFormatException {
    String name = fields.text();
    int number = fields.number("a number of an array", Integer.MAX_VALUE);
    float magnitude = fields.float32();
    List<MaskTicketArray.Run> runs = new ArrayList<>();
    for (int rest = fields.count(9); rest > 0; rest--) {
      int length = fields.number("a length of a run", Integer.MAX_VALUE);
      runs.add(new MaskTicketArray.Run(length, fields.float64()));
    }
    Mask mask = MaskCode.read(masks);
    return new MaskTicketArray(name, number, runs, mask, redrawn(fields, masks, mask), magnitude);
  }

  private static List<Mask> redrawn(FieldReader fields, FieldReader masks, Mask kept)
      throws TicketFormatException {
    int rounds = fields.number("a number of rounds", LAST_ROUND);
    int drawn = fields.count(1);
    if (drawn == 0 && rounds > 0) {
      throw fields.broken("rounds up to the last in which weights were drawn", rounds);
    }
    List<Mask> redrawn = new ArrayList<>(Collections.nCopies(rounds, Mask.none(kept.size())));
    for (int last = -1; drawn > 0; drawn--) {
      int round = fields.number("a round", rounds - 1);
      if (round <= last) {
        throw fields.broken("a round after " + last, round);
      }
      redrawn.set(round, ofKept(MaskCode.read(masks), kept, masks));
      last = round;
    }
    return redrawn;
  }

  private static Mask amongKept(Mask round, Mask kept) {
    int[] places = kept.indices().toArray();
    BitSet among = new BitSet();
    for (int i = 0; i < places.length; i++) {
      among.set(i, round.keeps(places[i]));
    }
    return Mask.of(among, places.length);
  }

  private static Mask ofKept(Mask among, Mask kept, FieldReader masks)
      throws TicketFormatException {
    int[] places = kept.indices().toArray();
    if (among.size() != places.length) {
      throw masks.broken("a mask over %d kept weights".formatted(places.length), among.size());
    }
    BitSet round = new BitSet();
    among.indices().forEach(i -> round.set(places[i]));
    return Mask.of(round, kept.size());
  }

  /** In the file, for ever. */
  private static int code(WeightLaw law) {
    return switch (law) {
      case SIGNED_CONSTANT -> 0;
      case NORMAL -> 1;
      case UNIFORM -> 2;
    };
  }
}
