package org.slth.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is planted must be found, and told by the law that it breaks. */
final class Rejection {

  private Rejection() {}

  static void assertRejected(String law, Runnable check) {
    String message = assertThrows(AssertionError.class, check::run).getMessage();
    assertTrue(message.contains(law), message);
  }
}
