package org.slth.pruning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slth.ticket.Redraw;
import org.slth.ticket.SourceDraw;

/** From which draws the weights of V behind one input are. */
final class InputDraws {

  private final SourceDraw first;
  private final boolean[] negative; // by copy, if there are redraws
  private final Map<Integer, SourceDraw> again = new HashMap<>(); // by problem and sign

  /**
   * @param redraws of this input; of several of one problem and sign the last counts
   */
  InputDraws(SourcePair pair, int input, List<Redraw> redraws) {
    this.first = pair.coefficients(input, 0);
    this.negative = new boolean[redraws.isEmpty() ? 0 : pair.copies(input)];
    for (int t = 0; t < negative.length; t++) {
      negative[t] = pair.u(input, t) < 0;
    }
    for (Redraw r : redraws) {
      again.put(key(r.problem(), r.negative()), pair.coefficients(input, r.attempt()));
    }
  }

  private static int key(int problem, boolean negative) {
    return negative ? ~problem : problem;
  }

  /** Returns what the weights of a problem are drawn from, of copies with u &lt; 0 or u &gt; 0. */
  SourceDraw of(int problem, boolean negative) {
    return again.isEmpty() ? first : again.getOrDefault(key(problem, negative), first);
  }

  /** Returns whether a copy has u &lt; 0; false for all if it does not matter. */
  boolean isNegative(int copy) {
    return negative.length > 0 && negative[copy];
  }
}
