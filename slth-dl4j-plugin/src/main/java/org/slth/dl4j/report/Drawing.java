package org.slth.dl4j.report;

import java.awt.Graphics2D;

/** Something that can be drawn in any size. */
@FunctionalInterface
interface Drawing {

  int WIDTH = 760;
  int HEIGHT = 380;

  /**
   * Draws.
   *
   * @param graphics where, from (0, 0); its settings may be changed
   * @param width in pixels
   * @param height in pixels
   */
  void paint(Graphics2D graphics, int width, int height);
}
