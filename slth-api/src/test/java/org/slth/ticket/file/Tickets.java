package org.slth.ticket.file;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.Mask;
import org.slth.ticket.MaskTicket;
import org.slth.ticket.MaskTicketArray;
import org.slth.ticket.Redraw;
import org.slth.ticket.SubsetSumTicket;
import org.slth.ticket.TicketLayer;
import org.slth.ticket.WeightLaw;

/** Ticket files with something of everything, for tests. */
final class Tickets {

  private Tickets() {}

  static TicketFile subsetSum() {
    List<Redraw> redraws =
        List.of(new Redraw(0, false, 3, 1), new Redraw(7, true, 1, 300), new Redraw(2, true, 0, 2));
    List<TicketLayer> layers =
        List.of(
            new TicketLayer(
                "layer 0 (DenseLayer)",
                CandidateLaw.PRODUCT,
                1.5,
                List.of(5, 5, 300),
                true,
                0.01,
                random(700, 0.3),
                random(3000, 0.2),
                redraws),
            new TicketLayer(
                "Ausgabe (ü)",
                CandidateLaw.UNIFORM,
                1e-3,
                List.of(1, 2),
                false,
                1e-7,
                Mask.all(9),
                random(99, 0.9),
                List.of()));
    return file(new SubsetSumTicket(-12, "slth:two-layers", layers), NetworkKind.CHAIN);
  }

  static TicketFile mask() {
    Mask mask = random(2000, 0.1);
    BitSet some = new BitSet();
    mask.indices().limit(20).forEach(some::set);
    List<Mask> rounds = List.of(Mask.none(2000), Mask.of(some, 2000));
    List<MaskTicketArray> arrays =
        List.of(
            new MaskTicketArray(
                "0_W", 0, List.of(new MaskTicketArray.Run(2000, 2 / 3.0)), mask, rounds, 0),
            new MaskTicketArray(
                "out_W",
                1,
                List.of(new MaskTicketArray.Run(40, 0.1), new MaskTicketArray.Run(60, 1e-9)),
                random(100, 0.5),
                List.of(),
                0.25f));
    return file(new MaskTicket(Long.MAX_VALUE, WeightLaw.NORMAL, arrays), NetworkKind.GRAPH);
  }

  private static TicketFile file(org.slth.ticket.Ticket ticket, NetworkKind kind) {
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("slth", "0.1.0");
    provenance.put("java", "17 ☕");
    List<FixedParameter> parameters =
        List.of(
            FixedParameter.of(
                "0_b", FixedParameter.Precision.FLOAT, new double[] {0.1f, -0.0, Float.NaN}),
            FixedParameter.of(
                "1_gamma", FixedParameter.Precision.DOUBLE, new double[] {Math.PI, 1e300}));
    String configuration = "{\"confs\" : [ " + "{\"layer\" : \"dense\"}, ".repeat(30) + " ]}";
    return new TicketFile(kind, configuration, ticket, parameters, provenance);
  }

  private static Mask random(int size, double density) {
    SplittableRandom random = new SplittableRandom(size);
    BitSet kept = new BitSet();
    for (int i = 0; i < size; i++) {
      kept.set(i, random.nextDouble() < density);
    }
    return Mask.of(kept, size);
  }
}
