package org.slth.dl4j.graph;

import java.util.List;

/** The equations of message passing, one neighbour after the other: slow and obvious. */
final class SlowMessages {

  private final int[][] arcs;
  private final double[][] x;

  SlowMessages(int[][] arcs, double[][] x) {
    this.arcs = arcs;
    this.x = x;
  }

  /** Returns sum_k P_k(x) W_k + b. */
  double[][] mix(List<Propagation> basis, double[][][] w, double[] b) {
    double[][] y = new double[x.length][b.length];
    for (int i = 0; i < y.length; i++) {
      for (int p = 0; p < b.length; p++) {
        y[i][p] = b[p];
        for (int k = 0; k < w.length; k++) {
          double[] message = message(basis.get(k), i);
          for (int q = 0; q < message.length; q++) {
            y[i][p] += message[q] * w[k][q][p];
          }
        }
      }
    }
    return y;
  }

  /** Returns P(x) at a node. */
  double[] message(Propagation map, int i) {
    double[] message = new double[x[0].length];
    for (int q = 0; q < message.length; q++) {
      message[q] = message(map, i, q);
    }
    return message;
  }

  private double message(Propagation map, int i, int q) {
    double sum = 0;
    double max = Double.NEGATIVE_INFINITY;
    double normalized = x[i][q] / (degree(i) + 1);
    for (int[] arc : arcs) {
      if (arc[0] == i) {
        double value = x[arc[1]][q];
        sum += value;
        max = Math.max(max, value);
        normalized += value / Math.sqrt((degree(i) + 1) * (degree(arc[1]) + 1.0));
      }
    }
    int neighbours = degree(i);
    return switch (map) {
      case IDENTITY -> x[i][q];
      case SUM -> sum;
      case MEAN -> neighbours == 0 ? 0 : sum / neighbours;
      case MAX -> neighbours == 0 ? 0 : max;
      case NORMALIZED -> normalized;
    };
  }

  private int degree(int i) {
    int degree = 0;
    for (int[] arc : arcs) {
      degree += arc[0] == i ? 1 : 0;
    }
    return degree;
  }
}
