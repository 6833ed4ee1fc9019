package org.slth.examples.peers;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.ojalgo.OjAlgoUtils;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;
import org.slth.examples.bench.Contestant;
import org.slth.ticket.SubsetSumBatch;
import org.slth.ticket.SubsetSumSolver;

/**
 * The smallest error of random subset sums: the solvers here, and ojAlgo; {@code subset_sum.py} has
 * the others. All draw the same problems by the same rule, and the slow ones take the first of
 * them.
 */
final class SumContestant {

  private static final String ENVIRONMENT = "venv-sums";
  private static final List<String> VECTOR = List.of("--add-modules", "jdk.incubator.vector");
  private static final int ITEMS = 20;
  private static final int PROBLEMS = 2048;

  /** Of the slow ones. */
  private static final int FEW = 2;

  /** Calls of a block, and before the first: a compiler needs as long to finish. */
  private static final int CALLS = 100;

  private static final int WARM_UP = 1000;
  private static final long MULTIPLIER = 6364136223846793005L;
  private static final long INCREMENT = 1442695040888963407L;

  /** Errors in millionths are far from the tolerances of solvers. */
  private static final double SCALE = 1e6;

  private SumContestant() {}

  static List<Event> events(Setting setting) {
    List<Event.Entry> entries =
        List.of(
            java(setting, "slth:exact"),
            java(setting, "slth:exact-vector"),
            python(setting, "or-tools"),
            python(setting, "highs"),
            python(setting, "scip"),
            java(setting, "ojalgo"));
    return List.of(new Event("exact_" + ITEMS, "exact, %d items".formatted(ITEMS), entries));
  }

  private static Event.Entry java(Setting setting, String system) {
    return new Event.Entry("", setting.java(VECTOR, SumContestant.class, system));
  }

  private static Event.Entry python(Setting setting, String system) {
    return new Event.Entry(
        "", setting.python(ENVIRONMENT, "subset_sum.py", system, ITEMS, setting.threads()));
  }

  /** The top 31 bits of a linear congruential generator, from -1 to 1; targets are half of that. */
  private static SubsetSumBatch problems(int size) {
    double[] values = new double[size * ITEMS];
    double[] targets = new double[size];
    long state = 1;
    for (int p = 0; p < size; p++) {
      for (int t = 0; t <= ITEMS; t++) {
        state = state * MULTIPLIER + INCREMENT;
        double uniform = (state >>> 33) / (double) (1 << 30) - 1;
        if (t < ITEMS) {
          values[p * ITEMS + t] = uniform;
        } else {
          targets[p] = uniform / 2;
        }
      }
    }
    return SubsetSumBatch.of(ITEMS, values, targets, 0.01);
  }

  /** Serves one system, named by the argument. */
  public static void main(String[] args) throws IOException {
    if (args[0].equals("ojalgo")) {
      SubsetSumBatch few = problems(FEW);
      AtomicInteger turn = new AtomicInteger();
      Runnable unit = () -> requireSmall(ojalgo(few, turn.getAndIncrement() % FEW));
      Served.serve(
          Map.of("ojalgo", OjAlgoUtils.getVersion()), () -> Contestant.of(args[0], FEW, unit));
    } else {
      SubsetSumBatch batch = problems(PROBLEMS);
      SubsetSumSolver solver = SubsetSumSolver.named(args[0]);
      Served.serve(Map.of("java", Runtime.version().toString()), () -> contestant(solver, batch));
    }
  }

  private static Contestant contestant(SubsetSumSolver solver, SubsetSumBatch batch) {
    for (int i = 0; i < WARM_UP; i++) {
      requireSmall(batch.result(0, solver.solve(batch)[0]).error());
    }
    return new Contestant() {
      @Override
      public String name() {
        return solver.id();
      }

      @Override
      public double seconds() {
        long begin = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
          solver.solve(batch);
        }
        return (System.nanoTime() - begin) * 1e-9 / (CALLS * batch.size());
      }
    };
  }

  private static void requireSmall(double error) {
    if (!(error < 1e-4)) {
      throw new IllegalStateException("expected an error near 1e-6, got " + error);
    }
  }

  /** The smallest bound of the error above and below. */
  private static double ojalgo(SubsetSumBatch batch, int problem) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable bound = model.newVariable("error").lower(0).weight(1);
    Expression above = model.newExpression("above").upper(batch.target(problem) * SCALE);
    Expression below = model.newExpression("below").lower(batch.target(problem) * SCALE);
    above.set(bound, -1);
    below.set(bound, 1);
    for (int t = 0; t < batch.items(); t++) {
      Variable kept = model.newVariable("kept" + t).binary();
      above.set(kept, batch.item(problem, t) * SCALE);
      below.set(kept, batch.item(problem, t) * SCALE);
    }
    return model.minimise().getValue() / SCALE;
  }
}
