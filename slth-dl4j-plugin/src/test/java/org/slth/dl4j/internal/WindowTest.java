package org.slth.dl4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class WindowTest {

  @Test
  void countsPositionsAndUnusedPixelsAsBruteForceDoes() {
    for (int size = 1; size <= 4; size++) {
      for (int stride = 1; stride <= 3; stride++) {
        for (int padding = 0; padding <= 2; padding++) {
          for (int dilation = 1; dilation <= 2; dilation++) {
            Window window = new Window(size, stride, padding, dilation, false);
            for (int length = 8; length <= 12; length++) {
              assertCounts(window, length);
            }
          }
        }
      }
    }
  }

  private static void assertCounts(Window window, int length) {
    int padded = length + 2 * window.padding();
    int positions = 0;
    int last = 0;
    for (int start = 0; start + window.extent() <= padded; start += window.stride()) {
      positions++;
      last = start + window.extent();
    }
    assertEquals(positions, window.positions(length));
    assertEquals(padded - last, window.asymmetry(length));
    assertEquals(last - 2 * window.padding(), window.length(positions));
  }

  @Test
  void sameModeCoversAllPixels() {
    assertEquals(4, new Window(3, 2, 0, 1, true).positions(8));
    assertEquals(1, new Window(3, 2, 0, 1, true).asymmetry(8)); // one zero, on one side
    assertEquals(0, new Window(3, 2, 0, 1, true).asymmetry(9));
    assertEquals(0, new Window(5, 1, 0, 1, true).asymmetry(8));
    assertEquals(1, new Window(4, 1, 0, 1, true).asymmetry(8));
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> new Window(0, 1, 0, 1, false));
    assertThrows(IllegalArgumentException.class, () -> new Window(1, 0, 0, 1, false));
    assertThrows(IllegalArgumentException.class, () -> new Window(1, 1, -1, 1, false));
    assertThrows(IllegalArgumentException.class, () -> new Window(1, 1, 0, 0, false));
  }
}
