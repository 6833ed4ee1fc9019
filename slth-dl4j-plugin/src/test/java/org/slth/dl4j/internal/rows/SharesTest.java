package org.slth.dl4j.internal.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharesTest {

  private static final int MANY = 1 << 20;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100})
  void everyTurnRunsOnce(int threads) {
    AtomicIntegerArray turns = new AtomicIntegerArray(23);
    AtomicInteger parts = new AtomicInteger();
    Threads.use(
        threads,
        () ->
            Shares.over(
                turns.length(),
                MANY,
                (from, to) -> {
                  parts.incrementAndGet();
                  for (int turn = from; turn < to; turn++) {
                    turns.incrementAndGet(turn);
                  }
                }));
    for (int turn = 0; turn < turns.length(); turn++) {
      assertEquals(1, turns.get(turn));
    }
    assertEquals(Math.min(threads, turns.length()), parts.get());
  }

  @Test
  void littleWorkIsNotSharedOut() {
    AtomicInteger parts = new AtomicInteger();
    Threads.use(4, () -> Shares.over(100, 10, (from, to) -> parts.incrementAndGet()));
    assertEquals(1, parts.get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "two", "2.5", "10000000000"})
  void whatIsNoNumberOfThreadsIsNamed(String text) {
    Threads.use(
        1, // restores the property at the end
        () -> {
          System.setProperty(Shares.PROPERTY, text);
          var error = assertThrows(IllegalArgumentException.class, Shares::threads);
          assertTrue(error.getMessage().contains("slth.threads"), error.getMessage());
          assertTrue(error.getMessage().contains('"' + text + '"'), error.getMessage());
        });
  }
}
