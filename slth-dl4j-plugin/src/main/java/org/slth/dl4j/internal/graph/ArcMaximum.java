package org.slth.dl4j.internal.graph;

import java.util.Arrays;
import org.slth.dl4j.internal.rows.RowKernels;

/**
 * The maximum over arcs, channel by channel: y_i = max over arcs (i, j) of x_j, 0 where there are
 * none. Its gradient goes to the source that was chosen, of equal ones to that of lowest number: a
 * subgradient where the maximum has a kink.
 */
public final class ArcMaximum implements NodeMap {

  private final Adjacency arcs;
  private int[][] chosen = {}; // for each target and channel the row it took, -1 for none

  /** Creates the maximum over some arcs. */
  public ArcMaximum(Adjacency arcs) {
    this.arcs = arcs;
  }

  @Override
  public void add(Block from, Block to, double factor) {
    RowKernels best = from.rows().empty(arcs.targets());
    chosen = new int[arcs.targets()][best.columns()];
    for (int i = 0; i < arcs.targets(); i++) {
      Arrays.fill(chosen[i], -1);
      for (int a = arcs.first(i); a < arcs.first(i + 1); a++) {
        best.maximum(i, from.rows(), from.row(arcs.source(a)), chosen[i]);
      }
      to.rows().add(to.row(i), best, i, 1, factor);
    }
  }

  @Override
  public void addBack(Block epsilon, Block to, double factor) {
    for (int i = 0; i < arcs.targets(); i++) {
      to.rows().addChosen(epsilon.rows(), epsilon.row(i), chosen[i], factor);
    }
  }
}
