package org.slth.dl4j.internal.graph;

import java.util.Arrays;

/**
 * A weighted sum over arcs: y_i = s_i (sum over arcs (i, j) of t_j x_j + l t_i x_i), where l is 1
 * if every node counts as its own neighbour, else 0.
 */
public final class ArcSum implements NodeMap {

  private final Adjacency arcs;
  private final double[] s;
  private final double[] t;
  private final boolean loops;

  private ArcSum(Adjacency arcs, double[] s, double[] t, boolean loops) {
    this.arcs = arcs;
    this.s = s;
    this.t = t;
    this.loops = loops;
  }

  /** Returns the sum over the sources of each target. */
  public static ArcSum sum(Adjacency arcs) {
    return new ArcSum(arcs, ones(arcs.targets()), ones(arcs.sources()), false);
  }

  /** Returns the mean over the sources of each target, 0 where there are none. */
  public static ArcSum mean(Adjacency arcs) {
    double[] s = new double[arcs.targets()];
    Arrays.setAll(s, i -> 1.0 / Math.max(1, arcs.degree(i)));
    return new ArcSum(arcs, s, ones(arcs.sources()), false);
  }

  /** Returns (D + I)^-1/2 (A + I) (D + I)^-1/2 for the degrees D of the targets. */
  public static ArcSum normalized(Adjacency arcs) {
    double[] s = new double[arcs.targets()];
    Arrays.setAll(s, i -> 1 / Math.sqrt(arcs.degree(i) + 1));
    return new ArcSum(arcs, s, s, true);
  }

  private static double[] ones(int size) {
    double[] s = new double[size];
    Arrays.fill(s, 1);
    return s;
  }

  @Override
  public void add(Block from, Block to, double factor) {
    for (int i = 0; i < arcs.targets(); i++) {
      int row = to.row(i);
      double scale = factor * s[i];
      for (int a = arcs.first(i); a < arcs.first(i + 1); a++) {
        int j = arcs.source(a);
        to.rows().add(row, from.rows(), from.row(j), 1, scale * t[j]);
      }
      if (loops) {
        to.rows().add(row, from.rows(), from.row(i), 1, scale * t[i]);
      }
    }
  }

  @Override
  public void addBack(Block epsilon, Block to, double factor) {
    for (int j = 0; j < arcs.sources(); j++) {
      int row = to.row(j);
      double scale = factor * t[j];
      for (int a = arcs.firstBack(j); a < arcs.firstBack(j + 1); a++) {
        int i = arcs.target(a);
        to.rows().add(row, epsilon.rows(), epsilon.row(i), 1, scale * s[i]);
      }
      if (loops) {
        to.rows().add(row, epsilon.rows(), epsilon.row(j), 1, scale * s[j]);
      }
    }
  }
}
