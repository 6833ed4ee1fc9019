package org.slth.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TicketTest {

  private static final Mask ONE_OF_THREE = Mask.ofHighest(new double[] {1, 3, 2}, 1);

  private static TicketLayer layer(double scale, int candidates) {
    return layer(scale, candidates, 0.01);
  }

  private static TicketLayer layer(double scale, int candidates, double tolerance) {
    return new TicketLayer(
        "layer 0",
        CandidateLaw.PRODUCT,
        scale,
        List.of(3, candidates),
        false,
        tolerance,
        ONE_OF_THREE,
        Mask.all(4),
        List.of());
  }

  private static void assertRefused(String message, Executable make) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, make).getMessage());
  }

  @Test
  void countsWhatBothMasksKeep() {
    TicketLayer layer = layer(1, 2);
    assertEquals(1 + 4, layer.kept());
    assertEquals(
        10, new SubsetSumTicket(7, SubsetSumTicket.TWO_LAYERS, List.of(layer, layer)).kept());
  }

  @Test
  void doesNotChangeWithTheListsItWasMadeOf() {
    List<TicketLayer> layers = new ArrayList<>(List.of(layer(1, 2)));
    SubsetSumTicket ticket = new SubsetSumTicket(7, SubsetSumTicket.TWO_LAYERS, layers);
    layers.clear();
    assertEquals(1, ticket.layers().size());
  }

  @Test
  void refusesNumbersThatMakeNoSense() {
    assertRefused("scale must be positive and finite, got 0.0", () -> layer(0, 2));
    assertRefused("scale must be positive and finite, got NaN", () -> layer(Double.NaN, 2));
    assertRefused("every input must have at least 1 candidate, got [3, 0]", () -> layer(1, 0));
    assertRefused("tolerance must be positive and finite, got 0.0", () -> layer(1, 2, 0));
    assertRefused(
        "expected the id of a construction, such as slth:two-layers, got a blank",
        () -> new SubsetSumTicket(1, " ", List.of()));
    assertRefused(
        "expected block >= 0, problem >= 0 and attempt >= 1, got 0, 3 and 0",
        () -> new Redraw(0, false, 3, 0));
  }
}
