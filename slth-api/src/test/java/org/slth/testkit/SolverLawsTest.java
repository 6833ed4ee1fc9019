package org.slth.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slth.ticket.SubsetSumBatch;
import org.slth.ticket.SubsetSumSolver;

class SolverLawsTest {

  private static final SubsetSumSolver EXACT = SubsetSumSolver.named("slth:exact");
  private static final SubsetSumSolver WITHIN = SubsetSumSolver.named("slth:within");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "slth:exact",
        "slth:within",
        "slth:fewest",
        "slth:exact-vector",
        "slth:within-vector"
      })
  void builtInSolversKeepTheLaws(String name) {
    SolverLaws.check(SubsetSumSolver.named(name));
  }

  @Test
  void onlyTheExactSolverIsAlwaysOptimal() {
    SolverLaws.checkOptimal(EXACT);
    rejects("the smallest error of", () -> SolverLaws.checkOptimal(WITHIN));
  }

  @Test
  void rejectsAMissingAnswer() {
    rejectsAnswers(
        "one subset per problem",
        answers -> Arrays.copyOf(answers, Math.max(0, answers.length - 1)));
  }

  @Test
  void rejectsABitWithoutItem() {
    rejectsAnswers("has no higher bit", answers -> replace(answers, 1L << 40));
  }

  @Test
  void rejectsAWrongSubset() {
    rejectsAnswers("or the optimum", answers -> new long[answers.length]);
  }

  @Test
  void rejectsAMemory() {
    rejects(
        "solved again",
        () ->
            SolverLaws.check(
                new Broken(EXACT.maximumItems()) {
                  private int calls;

                  @Override
                  public long[] solve(SubsetSumBatch batch) {
                    return (calls++ % 2 == 0 ? EXACT : WITHIN).solve(batch);
                  }
                }));
  }

  @Test
  void rejectsAnInfluenceOfTheBatch() {
    rejects(
        "does not depend on the rest",
        () ->
            SolverLaws.check(
                new Broken(EXACT.maximumItems()) {
                  @Override
                  public long[] solve(SubsetSumBatch batch) {
                    return (batch.size() > 1 ? EXACT : WITHIN).solve(batch);
                  }
                }));
  }

  @Test
  void rejectsASolverBoundToOneThread() {
    Thread owner = Thread.currentThread();
    rejects(
        "many threads",
        () ->
            SolverLaws.check(
                new Broken(EXACT.maximumItems()) {
                  @Override
                  public long[] solve(SubsetSumBatch batch) {
                    return Thread.currentThread().equals(owner)
                        ? EXACT.solve(batch)
                        : new long[batch.size()];
                  }
                }));
  }

  @Test
  void rejectsASolverThatTakesTooMuch() {
    rejects(
        "refuses 13 items",
        () ->
            SolverLaws.check(
                new Broken(12) {
                  @Override
                  public long[] solve(SubsetSumBatch batch) {
                    return EXACT.solve(batch);
                  }
                }));
    rejects(
        "maximumItems() lies between",
        () ->
            SolverLaws.check(
                new Broken(64) {
                  @Override
                  public long[] solve(SubsetSumBatch batch) {
                    return EXACT.solve(batch);
                  }
                }));
  }

  private static void rejectsAnswers(String law, UnaryOperator<long[]> change) {
    rejects(
        law,
        () ->
            SolverLaws.check(
                new Broken(EXACT.maximumItems()) {
                  @Override
                  public long[] solve(SubsetSumBatch batch) {
                    return change.apply(EXACT.solve(batch));
                  }
                }));
  }

  private static long[] replace(long[] answers, long last) {
    long[] changed = answers.clone();
    if (changed.length > 0) {
      changed[changed.length - 1] = last;
    }
    return changed;
  }

  private static void rejects(String law, Runnable check) {
    String message = assertThrows(AssertionError.class, check::run).getMessage();
    assertTrue(message.contains(law), message);
  }

  private abstract static class Broken implements SubsetSumSolver {

    private final int maximumItems;

    Broken(int maximumItems) {
      this.maximumItems = maximumItems;
    }

    @Override
    public String id() {
      return "test:broken";
    }

    @Override
    public int maximumItems() {
      return maximumItems;
    }
  }
}
