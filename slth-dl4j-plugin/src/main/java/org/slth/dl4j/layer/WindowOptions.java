package org.slth.dl4j.layer;

import org.slth.representation.FieldType;

/** What the builders of layers share that slide a window over an image. */
abstract class WindowOptions<T extends WindowOptions<T>> extends LayerOptions<T> {

  int stride;
  int padding;

  WindowOptions(FieldType input, int stride) {
    super(input);
    this.stride = stride;
  }

  /**
   * Sets the step from one position of the window to the next; the default is 1, and 2 for pooling.
   *
   * @param stride at least 1
   */
  public T stride(int stride) {
    this.stride = stride;
    return self();
  }

  /**
   * Sets the pixels added on each side of the larger image; the default is 0.
   *
   * @param padding at least 0
   */
  public T padding(int padding) {
    this.padding = padding;
    return self();
  }
}
