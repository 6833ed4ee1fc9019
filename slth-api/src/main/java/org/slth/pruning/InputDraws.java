package org.slth.pruning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slth.ticket.Redraw;
import org.slth.ticket.SourceDraw;

/** The weights of V behind one input, of the draws that count. */
final class InputDraws {

  private final SourcePair pair;
  private final int input;
  private final SourceDraw first;
  private final boolean[] negative; // by copy, if there are redraws
  private final Map<Integer, SourceDraw> again = new HashMap<>(); // by problem and sign

  /**
   * @param redraws of this input; of several of one problem and sign the last counts
   */
  InputDraws(SourcePair pair, int input, List<Redraw> redraws) {
    this.pair = pair;
    this.input = input;
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

  /** Returns the weight of a copy. */
  float weight(int problem, int copy) {
    SourceDraw draw =
        negative.length == 0 ? first : again.getOrDefault(key(problem, negative[copy]), first);
    return pair.v(draw, input, problem, copy);
  }
}
