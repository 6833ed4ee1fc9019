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
    return new TicketLayer(
        "layer 0", scale, candidates, false, ONE_OF_THREE, Mask.all(4), List.of());
  }

  private static void assertRefused(String message, Executable make) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, make).getMessage());
  }

  @Test
  void countsWhatBothMasksKeep() {
    TicketLayer layer = layer(1, 2);
    assertEquals(1 + 4, layer.kept());
    assertEquals(10, new SubsetSumTicket(7, 0.01, List.of(layer, layer)).kept());
  }

  @Test
  void doesNotChangeWithTheListsItWasMadeOf() {
    List<TicketLayer> layers = new ArrayList<>(List.of(layer(1, 2)));
    SubsetSumTicket ticket = new SubsetSumTicket(7, 0.01, layers);
    layers.clear();
    assertEquals(1, ticket.layers().size());
  }

  @Test
  void refusesNumbersThatMakeNoSense() {
    assertRefused("scale must be positive and finite, got 0.0", () -> layer(0, 2));
    assertRefused("scale must be positive and finite, got NaN", () -> layer(Double.NaN, 2));
    assertRefused("candidates must be at least 1, got 0", () -> layer(1, 0));
    assertRefused(
        "tolerance must be positive, got -1.0", () -> new SubsetSumTicket(1, -1, List.of()));
    assertRefused(
        "expected block >= 0, problem >= 0 and attempt >= 1, got 0, 3 and 0",
        () -> new Redraw(0, false, 3, 0));
  }
}
