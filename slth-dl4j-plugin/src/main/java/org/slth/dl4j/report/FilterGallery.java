package org.slth.dl4j.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import org.slth.algebra.Matrix;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.representation.FieldType;

/**
 * The kernels from one input channel to the channels of some output fields, a row for each field:
 * of a regular field each is the first one, moved by an element of the group.
 */
record FilterGallery(List<List<Matrix>> rows) {

  private static final int MOST_ROWS = 4;
  private static final int MOST_COLUMNS = 16;
  private static final double GAP = 0.15; // between two kernels, of their size

  FilterGallery {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Returns the kernels of the first input channel, of the first fields of the output. */
  static FilterGallery of(SteerableConvolution2D layer, double... coefficients) {
    double[] kernel = layer.expandedKernel(coefficients); // [cells, in, out]
    FieldType output = layer.outputType();
    int in = layer.inputType().dimension();
    int size = layer.kernelSize();
    List<List<Matrix>> rows = new ArrayList<>();
    for (int p = 0; p < Math.min(MOST_ROWS, output.size()); p++) {
      int channels = output.fields().get(p).dimension();
      List<Matrix> row = new ArrayList<>();
      for (int c = 0; c < Math.min(MOST_COLUMNS, channels); c++) {
        int channel = output.offset(p) + c;
        row.add(
            Matrix.generate(
                size, size, (i, j) -> kernel[(i * size + j) * in * output.dimension() + channel]));
      }
      rows.add(row);
    }
    return new FilterGallery(rows);
  }

  /** Draws them: white is 0, blue below and red above, each row on a scale of its own. */
  void paint(Graphics2D graphics, int width, int height) {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    int columns = rows.stream().mapToInt(List::size).max().orElse(1);
    double cell = Math.min(width / (columns * (1 + GAP)), height / (rows.size() * (1 + GAP)));
    for (int p = 0; p < rows.size(); p++) {
      double scale = rows.get(p).stream().mapToDouble(FilterGallery::largest).max().orElse(0);
      for (int c = 0; c < rows.get(p).size(); c++) {
        Matrix kernel = rows.get(p).get(c);
        paint(graphics, kernel, scale, c * cell * (1 + GAP), p * cell * (1 + GAP), cell);
      }
    }
  }

  private static void paint(
      Graphics2D graphics, Matrix kernel, double scale, double x, double y, double side) {
    int size = kernel.rows();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        int left = (int) Math.round(x + j * side / size);
        int top = (int) Math.round(y + i * side / size);
        int right = (int) Math.round(x + (j + 1) * side / size);
        int bottom = (int) Math.round(y + (i + 1) * side / size);
        graphics.setColor(colour(scale == 0 ? 0 : kernel.get(i, j) / scale));
        graphics.fillRect(left, top, right - left, bottom - top);
      }
    }
    graphics.setColor(Color.GRAY);
    graphics.drawRect((int) x, (int) y, (int) side, (int) side);
  }

  private static Color colour(double value) {
    int rest = (int) Math.round(255 * (1 - Math.min(1, Math.abs(value))));
    return value < 0 ? new Color(rest, rest, 255) : new Color(255, rest, rest);
  }

  private static double largest(Matrix kernel) {
    double largest = 0;
    for (double value : kernel.toArray()) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
