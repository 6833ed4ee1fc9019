package org.slth.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.slth.bounds.Overparametrisation.Demand;
import org.slth.search.Coefficients;
import org.slth.search.LayerSearch;
import org.slth.search.SearchSettings;
import org.slth.search.SubsetChoice;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.SubsetSumSolver;
import org.slth.ticket.TicketLayer;

class OverparametrisationTest {

  private static final Coefficients LAYER = Coefficients.random(5, 20, 1);

  private static TicketLayer ticket(boolean adaptive) {
    var choice = new SubsetChoice(SubsetSumSolver.named("slth:exact"));
    var settings = new SearchSettings(choice, CandidateLaw.UNIFORM, 30, 1, adaptive);
    var workers = Executors.newSingleThreadExecutor();
    try {
      return new LayerSearch(settings, workers, solved -> {})
          .search("layer", LAYER, SourceDraw.of(1), false, 1.0 / 1024)
          .ticket();
    } finally {
      workers.shutdownNow();
    }
  }

  @Test
  void theBoundsAreThoseOfTheTheorems() {
    Demand demand = new Demand(0.125, 0.25, 2, 3);
    var bounds = Overparametrisation.of(LAYER, SourceDraw.of(1), ticket(false), demand);
    double logarithm = Math.log(100 * 2 / 0.125);
    assertEquals(100, bounds.coefficients());
    assertEquals(3 * logarithm, bounds.theoremOneCopies());
    int copies = (int) Math.ceil(3 * logarithm);
    assertEquals(5L * copies * (5 + 20), bounds.theoremOneParameters());
    assertEquals(100 * 2 - 1, bounds.theoremTwoParameters(), 1e-9);
    assertEquals(10, bounds.packingCandidates(), 0.1); // the largest coefficient is nearly 1
    assertEquals(30, bounds.candidates());
    assertTrue(bounds.copies() > 45 && bounds.copies() < 75, bounds::toString);
    assertEquals(bounds.copies() / logarithm, bounds.constant());
    assertEquals(Math.round(5 * bounds.copies()) * 25, bounds.sourceParameters());
  }

  /** Of a search that finds the smallest widths: above what must be, by little. */
  @Test
  void whatIsNeededLiesJustAboveThePackingBound() {
    Demand demand = new Demand(0.1, 0.1, 1, 1);
    var bounds = Overparametrisation.of(LAYER, SourceDraw.of(1), ticket(true), demand);
    double above = bounds.candidates() - bounds.packingCandidates();
    assertTrue(above > 0 && above < 8, bounds::toString);
    assertTrue(bounds.sourceParameters() > bounds.theoremTwoParameters(), bounds::toString);
  }

  @Test
  void whereTheSecondTheoremSaysNothingItsBoundIsZero() {
    var bounds =
        Overparametrisation.of(LAYER, SourceDraw.of(1), ticket(false), new Demand(0.9, 0.1, 1, 1));
    assertEquals(0, bounds.theoremTwoParameters());
  }

  @Test
  void demandsOutOfRangeAreRefused() {
    assertEquals(
        "epsilon and delta lie between 0 and 1, got 1.0 and 0.1",
        assertThrows(IllegalArgumentException.class, () -> new Demand(1, 0.1, 1, 1)).getMessage());
    assertEquals(
        "expected at least 1 layer and a positive constant, got 0 and 1.0",
        assertThrows(IllegalArgumentException.class, () -> new Demand(.1, .1, 0, 1)).getMessage());
  }
}
