package org.slth.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slth.search.Coefficients;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.Mask;
import org.slth.ticket.Redraw;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.TicketLayer;

class MaskedPairTest {

  private static final int INPUTS = 3; // and the constant
  private static final int OUTPUTS = 9;

  private final TargetLayer layer = layer();

  private static TargetLayer layer() {
    return new Coefficients(
        Collections.nCopies(INPUTS + 1, new double[OUTPUTS]), true); // only the sizes matter
  }

  private MaskedPair pair(List<Redraw> redraws) {
    SourceLaw law =
        new SourceLaw(CandidateLaw.PRODUCT, 0.7, Collections.nCopies(layer.inputs(), 5));
    SourcePair pair = new SourcePair(SourceDraw.of(3), layer, law, true);
    PairIndex index = new PairIndex(layer, pair);
    BitSet half = BitSet.valueOf(new SplittableRandom(1).longs(40).toArray());
    return new MaskedPair(
        layer,
        pair,
        new TicketLayer(
            "layer",
            law.law(),
            law.scale(),
            law.candidates(),
            true,
            1,
            Mask.all(index.copies()),
            Mask.of(half.get(0, index.coefficients()), index.coefficients()),
            redraws));
  }

  /** The last redraw of a problem counts. */
  @Test
  void weightsAllAtOnceAreThoseOneByOne() {
    MaskedPair pair =
        pair(
            List.of(
                new Redraw(1, true, 0, 2),
                new Redraw(1, false, 0, 1),
                new Redraw(1, false, 8, 4),
                new Redraw(1, false, 8, 3),
                new Redraw(3, false, 5, 1)));
    for (int first : new int[] {0, 4, OUTPUTS}) {
      requireSame(pair.from(first, first, first, first), OUTPUTS - first);
    }
  }

  private void requireSame(MaskedPair pair, int count) {
    for (int q = 0; q < layer.inputs(); q++) {
      float[] weights = pair.v(q, count);
      int copies = pair.drawnCopies(q);
      assertEquals(count * copies, weights.length);
      for (int i = 0; i < weights.length; i++) {
        assertEquals(pair.v(q, i / copies, i % copies), weights[i], "input " + q);
      }
    }
  }

  /** The control: were redraws left out, this would fail. */
  @Test
  void aRedrawReplacesTheCopiesOfOneSign() {
    float[] drawn = pair(List.of()).v(1, OUTPUTS);
    float[] redrawn = pair(List.of(new Redraw(1, true, 2, 1))).v(1, OUTPUTS);
    int copies = pair(List.of()).drawnCopies(1);
    for (int i = 0; i < drawn.length; i++) {
      boolean replaced = i / copies == 2 && pair(List.of()).u(1, i % copies) < 0 && drawn[i] != 0;
      if (replaced) {
        assertNotEquals(drawn[i], redrawn[i]);
      } else {
        assertEquals(drawn[i], redrawn[i]);
      }
    }
    assertTrue(IntStream.range(0, drawn.length).anyMatch(i -> drawn[i] != redrawn[i]));
  }
}
