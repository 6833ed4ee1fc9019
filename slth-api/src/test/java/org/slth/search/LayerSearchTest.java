package org.slth.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slth.pruning.MaskedPair;
import org.slth.pruning.SourcePair.Part;
import org.slth.ticket.CandidateLaw;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.SubsetSumSolver;

class LayerSearchTest {

  private static final Coefficients LAYER = Coefficients.random(4, 60, 0.003);

  private static SearchSettings settings(
      String solver, CandidateLaw law, int candidates, int attempts, boolean adaptive) {
    CandidateChoice choice = new SubsetChoice(SubsetSumSolver.named(solver));
    return new SearchSettings(choice, law, candidates, attempts, adaptive);
  }

  private static LayerOutcome search(
      SearchSettings settings, int threads, boolean signed, double tolerance) {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      AtomicLong solved = new AtomicLong();
      LayerSearch search = new LayerSearch(settings, workers, solved::addAndGet);
      LayerOutcome outcome = search.search("test", LAYER, SourceDraw.of(5), signed, tolerance);
      assertTrue(solved.get() >= LayerSearch.problems(LAYER, signed), "solved " + solved);
      return outcome;
    } finally {
      workers.shutdownNow();
    }
  }

  /** Returns max |Σ vu - λ| over the coefficients behind an input, summed over one sign of u. */
  private static double error(LayerOutcome outcome, int q, int sign) {
    MaskedPair kept = new MaskedPair(LAYER, outcome.pair(), outcome.ticket());
    double[] targets = LAYER.targets(q);
    return IntStream.range(0, targets.length)
        .mapToDouble(j -> Math.abs(sum(kept, q, j, sign) - targets[j]))
        .max()
        .orElse(0);
  }

  private static double sum(MaskedPair kept, int q, int j, int sign) {
    return kept.copies(q).stream()
        .filter(t -> kept.u(q, t) * sign > 0)
        .mapToDouble(t -> (double) kept.u(q, t) * kept.v(q, j, t))
        .sum();
  }

  private static double worst(LayerOutcome outcome, int sign) {
    int inputs = LAYER.inputs() - (sign < 0 ? 1 : 0); // the constant is positive
    return IntStream.range(0, inputs).mapToDouble(q -> error(outcome, q, sign)).max().orElse(0);
  }

  @ParameterizedTest
  @EnumSource(CandidateLaw.class)
  void whatIsKeptAddsUpToEveryCoefficient(CandidateLaw law) {
    LayerOutcome outcome = search(settings("slth:exact", law, 12, 64, false), 2, true, 0.01);
    assertEquals(0, outcome.missed());
    assertTrue(outcome.ticket().redraws().size() > 0, "the redraws were not tried");
    double worst = Math.max(worst(outcome, 1), worst(outcome, -1));
    assertTrue(worst <= 0.01, () -> "error " + worst);
    assertEquals(outcome.maximumError(), worst, 1e-12);
  }

  @Test
  void uniformCandidatesHaveSignsBefore() {
    var settings = settings("slth:exact", CandidateLaw.UNIFORM, 8, 1, false);
    LayerOutcome outcome = search(settings, 1, true, 0.01);
    for (int t : outcome.pair().usable(0, Part.POSITIVE)) {
      assertEquals(1, outcome.pair().u(0, t));
    }
    for (int t : outcome.pair().usable(0, Part.NEGATIVE)) {
      assertEquals(-1, outcome.pair().u(0, t));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, false", "5, false", "1, true", "5, true"})
  void theTicketDoesNotDependOnTheNumberOfWorkers(int threads, boolean adaptive) {
    var settings = settings("slth:within", CandidateLaw.PRODUCT, 14, 3, adaptive);
    LayerOutcome one = search(settings, 1, false, 0.002);
    assertEquals(one.ticket(), search(settings, threads, false, 0.002).ticket());
  }

  @Test
  void oneAttemptDrawsNothingAnew() {
    var settings = settings("slth:exact", CandidateLaw.PRODUCT, 6, 1, false);
    LayerOutcome outcome = search(settings, 1, false, 0.001);
    assertEquals(List.of(), outcome.ticket().redraws());
    assertTrue(outcome.missed() > 0, "nothing was missed");
    assertEquals(outcome.maximumError(), worst(outcome, 1), 1e-12);
  }

  /** Each input alone: it does with what it has, and one candidate less would not do. */
  @Test
  void anAdaptiveSearchFindsTheSmallestWidths() {
    LayerOutcome found =
        search(settings("slth:exact", CandidateLaw.UNIFORM, 30, 1, true), 2, true, 0.001);
    assertEquals(0, found.missed());
    List<Integer> widths = found.ticket().candidates();
    assertTrue(Set.copyOf(widths).size() > 1, () -> "all grew alike: " + widths);
    for (int q = 0; q < LAYER.inputs(); q++) {
      for (int less = 0; less < 2; less++) {
        var fixed = settings("slth:exact", CandidateLaw.UNIFORM, widths.get(q) - less, 1, false);
        LayerOutcome at = search(fixed, 2, true, 0.001);
        double error = Math.max(error(at, q, 1), q == LAYER.inputs() - 1 ? 0 : error(at, q, -1));
        assertEquals(less == 0, error <= 0.001, "input %d of %s".formatted(q, widths));
        if (less == 0) {
          assertEquals(error(found, q, 1), error(at, q, 1), "no other input plays a part");
        }
      }
    }
  }

  /** Where the widest does not do, candidates are drawn anew. */
  @Test
  void anAdaptiveSearchEndsInRedraws() {
    LayerOutcome found =
        search(settings("slth:exact", CandidateLaw.PRODUCT, 11, 64, true), 2, false, 0.001);
    assertEquals(0, found.missed());
    assertTrue(found.ticket().candidates().contains(11), "all were narrower");
    assertTrue(found.ticket().redraws().size() > 0, "no redraws");
  }

  @Test
  void theFewestKeepFewer() {
    LayerOutcome exact =
        search(settings("slth:exact", CandidateLaw.UNIFORM, 20, 1, false), 1, false, 0.01);
    LayerOutcome fewest =
        search(settings("slth:fewest", CandidateLaw.UNIFORM, 20, 1, false), 1, false, 0.01);
    assertEquals(0, fewest.missed());
    assertTrue(fewest.ticket().kept() * 3 < exact.ticket().kept());
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertRefused("slth:exact takes at most 36 candidates, got 37", 37, 1);
    assertRefused("candidates must be at least 1, got 0", 0, 1);
    assertRefused("attempts must be at least 1, got 0", 20, 0);
  }

  private static void assertRefused(String message, int candidates, int attempts) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class,
                () -> settings("slth:exact", CandidateLaw.PRODUCT, candidates, attempts, false))
            .getMessage());
  }
}
