package org.slth.dl4j.data.graph;

/** An array to which each graph of a data set adds rows; graphs go by their number. */
interface RaggedArray {

  /** Returns the number of columns, at least one. */
  int columns();

  /** Returns how many rows a graph has. */
  long rows(int graph);

  /** Returns by how much the numbers in the rows of the next graph are shifted; 0 for real data. */
  int shift(int graph);

  /**
   * Writes the rows of a graph into an array of zeros.
   *
   * @param row the number of its first row
   * @param shift the sum of the shifts of the graphs before
   */
  void write(int graph, int row, int shift, float[] target);

  /** Returns what the one row holds that stands in for none. */
  float padding();
}
