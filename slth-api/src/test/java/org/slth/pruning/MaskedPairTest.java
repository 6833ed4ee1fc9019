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
            Mask.of(mostCopies(index), index.copies()),
            Mask.of(half.get(0, index.coefficients()), index.coefficients()),
            redraws));
  }

  private static BitSet mostCopies(PairIndex index) {
    BitSet copies = new BitSet();
    copies.set(0, index.copies());
    copies.clear(index.copy(1, 2));
    copies.clear(index.copy(3, 0));
    return copies;
  }

  /** The last redraw of a problem counts. */
  @Test
  void weightsOfKeptCopiesAreThoseOneByOne() {
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
      List<Integer> copies = pair.copies(q);
      float[] weights = weights(pair, q, count);
      for (int i = 0; i < weights.length; i++) {
        int copy = copies.get(i % copies.size());
        assertEquals(pair.v(q, i / copies.size(), copy), weights[i], "input " + q);
      }
    }
  }

  private static float[] weights(MaskedPair pair, int input, int count) {
    int copies = pair.copies(input).size();
    float[] weights = new float[count * copies];
    pair.weights(
        input,
        count,
        (j, place, weight) -> {
          assertEquals(0, weights[j * copies + place], "given once");
          assertNotEquals(0, weight);
          weights[j * copies + place] = weight;
        });
    return weights;
  }

  /** The control: were redraws left out, this would fail. */
  @Test
  void aRedrawReplacesTheCopiesOfOneSign() {
    MaskedPair once = pair(List.of());
    float[] drawn = weights(once, 1, OUTPUTS);
    float[] redrawn = weights(pair(List.of(new Redraw(1, true, 2, 1))), 1, OUTPUTS);
    List<Integer> copies = once.copies(1);
    for (int i = 0; i < drawn.length; i++) {
      boolean negative = once.u(1, copies.get(i % copies.size())) < 0;
      if (i / copies.size() == 2 && negative && drawn[i] != 0) {
        assertNotEquals(drawn[i], redrawn[i]);
      } else {
        assertEquals(drawn[i], redrawn[i]);
      }
    }
    assertTrue(IntStream.range(0, drawn.length).anyMatch(i -> drawn[i] != redrawn[i]));
  }
}
