package org.slth.dl4j.data.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Graphs as lines of graph6: printable characters of six bits each, offset by 63; first the number
 * of nodes, then the upper triangle of the adjacency matrix column by column, (0,1), (0,2), (1,2),
 * (0,3), ...
 *
 * <p>Up to 62 nodes their number is one character, up to 258047 it is {@code ~} and three.
 */
public final class Graph6 {

  private static final String HEADER = ">>graph6<<";
  private static final int OFFSET = 63;
  private static final int BITS = 6;
  private static final int SHORT = 62;
  private static final int LONGEST = 258047;

  private Graph6() {}

  /**
   * Reads a file of one graph per line, each with or without the header {@code >>graph6<<}; plain,
   * or compressed by gzip if its name ends in {@code .gz}.
   *
   * @throws IOException if a line is malformed; the message names it
   */
  public static List<Graph> read(Path file) throws IOException {
    TextFile lines = TextFile.read(file);
    List<Graph> graphs = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      try {
        graphs.add(parse(lines.line(i)));
      } catch (IllegalArgumentException e) {
        throw new IOException(String.format("%s, line %d: %s", file, i + 1, e.getMessage()), e);
      }
    }
    return List.copyOf(graphs);
  }

  /**
   * Returns the graph that a line describes.
   *
   * @throws IllegalArgumentException if the line is malformed, or the graph has no node or more
   *     than 258047
   */
  public static Graph parse(String line) {
    String text = line.startsWith(HEADER) ? line.substring(HEADER.length()) : line;
    boolean isShort = text.isEmpty() || text.charAt(0) != '~';
    int start = isShort ? 1 : 4;
    int nodes =
        isShort
            ? sextet(text, 0)
            : (sextet(text, 1) << 12) | (sextet(text, 2) << 6) | sextet(text, 3);
    if (nodes == 0 || (!isShort && nodes <= SHORT) || nodes > LONGEST) {
      throw new IllegalArgumentException(
          "expected 1 to 258047 nodes in shortest form, got " + nodes);
    }
    long length = start + (triangle(nodes) + BITS - 1) / BITS;
    if (text.length() != length) {
      throw new IllegalArgumentException(
          String.format(
              "expected %d characters for %d nodes, got %d", length, nodes, text.length()));
    }
    GraphBuilder builder = new GraphBuilder(nodes);
    readTriangle(text, start, nodes, builder);
    return builder.build();
  }

  private static void readTriangle(String text, int start, int nodes, GraphBuilder builder) {
    long bit = 0;
    for (int j = 1; j < nodes; j++) {
      for (int i = 0; i < j; i++, bit++) {
        int sextet = sextet(text, start + (int) (bit / BITS));
        if ((sextet >> (BITS - 1 - bit % BITS) & 1) == 1) {
          builder.edge(i, j);
        }
      }
    }
  }

  private static long triangle(int nodes) {
    return (long) nodes * (nodes - 1) / 2;
  }

  private static int sextet(String text, int index) {
    int value = index < text.length() ? text.charAt(index) - OFFSET : -1;
    if (value < 0 || value >= 1 << BITS) {
      throw new IllegalArgumentException(
          String.format(
              "expected a character from ? to ~ at column %d, got %s",
              index + 1,
              index < text.length() ? "'" + text.charAt(index) + "'" : "the end of the line"));
    }
    return value;
  }

  /**
   * Returns the line that describes the edges of a graph; {@link #parse} reads it back.
   *
   * @throws IllegalArgumentException if the graph has a self loop or more than 258047 nodes
   */
  public static String format(Graph graph) {
    int n = graph.nodes();
    StringBuilder line = new StringBuilder();
    if (n > LONGEST) {
      throw new IllegalArgumentException("expected at most 258047 nodes, got " + n);
    }
    if (n > SHORT) {
      line.append('~').append((char) (OFFSET + (n >> 12))).append((char) (OFFSET + (n >> 6 & 63)));
    }
    line.append((char) (OFFSET + (n > SHORT ? n & 63 : n)));
    byte[] sextets = new byte[Math.toIntExact((triangle(n) + BITS - 1) / BITS)];
    for (int arc = 0; arc < graph.arcs(); arc++) {
      if (graph.source(arc) == graph.target(arc)) {
        throw new IllegalArgumentException(
            "expected no self loop, got one at " + graph.source(arc));
      }
      if (graph.source(arc) < graph.target(arc)) {
        long bit = triangle(graph.target(arc)) + graph.source(arc);
        sextets[(int) (bit / BITS)] |= (byte) (1 << (BITS - 1 - bit % BITS));
      }
    }
    for (byte sextet : sextets) {
      line.append((char) (OFFSET + sextet));
    }
    return line.toString();
  }
}
