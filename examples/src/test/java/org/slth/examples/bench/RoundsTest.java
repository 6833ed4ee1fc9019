package org.slth.examples.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private final List<String> asked = new ArrayList<>();

  /** Says that each block took as long as its number in the run, times a factor. */
  private Contestant scripted(String name, double factor) {
    return new Contestant() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public double seconds() {
        asked.add(name);
        int round = (asked.size() + 1) / 2;
        return factor * round;
      }

      @Override
      public long peakMemory() {
        return 3 << 20;
      }
    };
  }

  @Test
  void asksInTurnAndComparesWithinEachRound() throws IOException {
    List<Timing> timings =
        new Rounds(1, 3).run("test", List.of(scripted("a", 1), scripted("b", 5)));
    assertEquals(List.of("a", "b", "b", "a", "a", "b", "b", "a"), asked);
    assertEquals(
        new Quartiles(3, 2.5, 3.5), timings.get(0).seconds()); // the first round is warm-up
    assertEquals(new Quartiles(15, 12.5, 17.5), timings.get(1).seconds());
    assertEquals(new Quartiles(5, 5, 5), timings.get(1).ratio());
    assertEquals(new Quartiles(1, 1, 1), timings.get(0).ratio());
  }

  @Test
  void tellsThemInATable() throws IOException {
    List<Timing> timings = new Rounds(0, 1).run("test", List.of(scripted("a", 0.012)));
    assertEquals(
        """
        | step | median | times as long as the first | peak memory |
        |---|---|---|---|
        | a | 12.0 ms | 1.00 (1.00 to 1.00) | 3 MB |
        """,
        TimingTable.of("step", timings));
  }

  @Test
  void durationsHaveThreeDigits() {
    assertEquals("1.23 s", TimingTable.duration(1.234));
    assertEquals("123 ns", TimingTable.duration(1.234e-7));
    assertEquals("12.3 µs", TimingTable.duration(1.234e-5));
  }

  @Test
  void timesTheUnitsOfABlock() throws IOException {
    int[] calls = {0};
    Contestant contestant = Contestant.of("count", 4, () -> calls[0]++);
    assertTrue(contestant.seconds() > 0);
    assertEquals(4, calls[0]);
    assertEquals(0, contestant.peakMemory());
  }

  @Test
  void refusesNoRounds() {
    assertThrows(IllegalArgumentException.class, () -> new Rounds(0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Rounds(-1, 5));
  }
}
