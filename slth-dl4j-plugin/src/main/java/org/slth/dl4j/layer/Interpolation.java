package org.slth.dl4j.layer;

/** Where the pixels of a larger image come from. */
public enum Interpolation {

  /** Each is a copy of the nearest pixel. */
  NEAREST,

  /**
   * Each interpolates between the nearest pixels, by the distances of their centres; beyond the
   * outermost centres the outermost pixels go on.
   */
  BILINEAR
}
