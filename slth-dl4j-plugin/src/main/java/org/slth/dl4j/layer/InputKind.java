package org.slth.dl4j.layer;

/** Which arrays a layer takes. */
enum InputKind {
  /** {@code [batch, channels]}. */
  VECTORS(
      "vectors (InputType.feedForward, which GlobalPoolingLayer makes of images)",
      "[batch, channels]"),

  /** {@code [batch, channels, height, width]}. */
  IMAGES("images (InputType.convolutional)", "[batch, channels, height, width]"),

  /** Either. */
  BOTH(
      "images (InputType.convolutional) or vectors",
      "[batch, channels] or [batch, channels, height, width]");

  private final String text;
  private final String shape;

  InputKind(String text, String shape) {
    this.text = text;
    this.shape = shape;
  }

  boolean vectors() {
    return this != IMAGES;
  }

  boolean images() {
    return this != VECTORS;
  }

  boolean takes(int rank) {
    return (rank == 2 && vectors()) || (rank == 4 && images());
  }

  /** Returns the shape of the arrays. */
  String shape() {
    return shape;
  }

  @Override
  public String toString() {
    return text;
  }
}
