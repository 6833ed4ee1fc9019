package org.slth.dl4j.data;

/** One turn of the image plane about the centre, after a warp and a mirroring or not. */
record Rotation(double angle, boolean mirrored, Warp warp) {

  /** Writes an image, transformed, row by row from {@code out[offset]} on. */
  void apply(LabelledImages images, int image, float[] out, int offset) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double centreRow = (images.rows() - 1) / 2.0;
    double centreColumn = (images.columns() - 1) / 2.0;
    int target = offset;
    for (int row = 0; row < images.rows(); row++) {
      for (int column = 0; column < images.columns(); column++) {
        double x = column - centreColumn;
        double y = centreRow - row;
        double sourceX = cos * x + sin * y;
        double sourceY = -sin * x + cos * y;
        if (!warp.isNone()) {
          double u = (sourceX + centreColumn) / (images.columns() - 1);
          double v = (sourceY + centreRow) / (images.rows() - 1);
          sourceX += warp.alongX(u, v);
          sourceY += warp.alongY(u, v);
        }
        out[target++] =
            bilinear(
                images, image, centreRow - sourceY, centreColumn + (mirrored ? -sourceX : sourceX));
      }
    }
  }

  private static float bilinear(LabelledImages images, int image, double row, double column) {
    int top = (int) Math.floor(row);
    int left = (int) Math.floor(column);
    double down = row - top;
    double right = column - left;
    return (float)
        ((1 - down)
                * ((1 - right) * pixel(images, image, top, left)
                    + right * pixel(images, image, top, left + 1))
            + down
                * ((1 - right) * pixel(images, image, top + 1, left)
                    + right * pixel(images, image, top + 1, left + 1)));
  }

  private static float pixel(LabelledImages images, int image, int row, int column) {
    boolean inside = row >= 0 && row < images.rows() && column >= 0 && column < images.columns();
    return inside ? images.value(image, row, column) : 0;
  }
}
