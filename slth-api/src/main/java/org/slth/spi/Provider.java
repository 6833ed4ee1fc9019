package org.slth.spi;

/**
 * What a plugin brings: the parent of every interface that {@link Providers} looks up.
 *
 * <p>Laws. {@link #id} and {@link #priority} never change, and no two providers of one interface
 * have one id. A provider has a public constructor without arguments, which is cheap, and may be
 * used by many threads at once.
 */
public interface Provider {

  /**
   * {@return the name of this provider, as {@code vendor:name}: lower-case letters, digits and
   * hyphens on both sides}
   *
   * <p>It may be stored in saved networks and tickets. The vendor {@code slth} is reserved for
   * classes of {@code org.slth}.
   */
  String id();

  /**
   * {@return which of several providers that answer one question is taken: the one of highest
   * priority; a tie is an error}
   *
   * <p>The built-in ones have 0. Answer more to take the place of another, less to stand in where
   * no other answers.
   */
  default int priority() {
    return 0;
  }
}
