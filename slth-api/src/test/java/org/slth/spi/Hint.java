package org.slth.spi;

/** What the plugins of these tests are. */
public interface Hint extends Provider {

  /** Some text. */
  String text();
}
