package org.slth.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetPartitionTest {

  @Test
  void areAsManyAsBellNumbers() {
    long[] bell = {1, 1, 2, 5, 15, 52, 203, 877, 4140, 21147};
    for (int size = 0; size < bell.length; size++) {
      assertEquals(bell[size], SetPartition.bell(size));
      assertEquals(bell[size], SetPartition.all(size).size());
    }
    assertEquals(4638590332229999353L, SetPartition.bell(25)); // the last that fits
  }

  /** The twin: whatever two elements of a random colouring share a colour share a block. */
  @Test
  void everyColouringIsOneOfThem() {
    Set<SetPartition> met = new HashSet<>();
    for (int colouring = 0; colouring < 256; colouring++) {
      int[] colour = {colouring & 3, colouring >> 2 & 3, colouring >> 4 & 3, colouring >> 6};
      List<SetPartition> agreeing =
          SetPartition.all(4).stream()
              .filter(
                  p ->
                      IntStream.range(0, 16)
                          .allMatch(
                              ij ->
                                  (colour[ij / 4] == colour[ij % 4])
                                      == (p.block(ij / 4) == p.block(ij % 4))))
              .toList();
      assertEquals(1, agreeing.size());
      met.addAll(agreeing);
    }
    assertEquals(15, met.size());
  }

  @Test
  void areInLexicographicOrder() {
    List<String> texts = SetPartition.all(6).stream().map(SetPartition::toString).toList();
    assertEquals(texts.stream().sorted(Comparator.naturalOrder()).toList(), texts);
    assertEquals(
        List.of("[0 0 0]", "[0 0 1]", "[0 1 0]", "[0 1 1]", "[0 1 2]"),
        SetPartition.all(3).stream().map(SetPartition::toString).toList());
  }

  @Test
  void knowsItsBlocks() {
    SetPartition partition = SetPartition.of(0, 1, 0, 2, 1);
    assertEquals(5, partition.size());
    assertEquals(3, partition.blocks());
    assertEquals(2, partition.block(3));
    assertArrayEquals(new int[] {0, 2}, partition.members(0));
    assertArrayEquals(new int[] {1, 4}, partition.members(1));
    assertThrows(IndexOutOfBoundsException.class, () -> partition.members(3));
    assertThrows(IndexOutOfBoundsException.class, () -> partition.block(5));
    assertEquals(0, SetPartition.of().blocks());
  }

  @Test
  void readsBackWhatItWrites() {
    for (int size = 0; size <= 5; size++) {
      for (SetPartition partition : SetPartition.all(size)) {
        SetPartition read = SetPartition.parse(partition.toString());
        assertEquals(partition, read);
        assertEquals(partition.hashCode(), read.hashCode());
      }
    }
    assertNotEquals(SetPartition.of(0, 0), SetPartition.of(0, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[", "]", "0 1", "[0  1]", "[00]", "[0 1", "[a]", "[0 1] "})
  void malformedTextIsTold(String text) {
    assertEquals(
        "a partition is written as the block of each element, such as \"[0 1 0]\", got \""
            + text
            + "\"",
        message(() -> SetPartition.parse(text)));
  }

  @Test
  void refusesWhatIsNoPartition() {
    String expected =
        "a restricted growth string starts with 0 and exceeds what came before by at most 1, got ";
    assertEquals(expected + "[1]", message(() -> SetPartition.of(1)));
    assertEquals(expected + "[0 2 1]", message(() -> SetPartition.parse("[0 2 1]")));
    assertEquals(expected + "[0 -1]", message(() -> SetPartition.of(0, -1)));
    assertTrue(message(() -> SetPartition.all(11)).endsWith("0 to 10 elements, got 11"));
    assertTrue(message(() -> SetPartition.bell(26)).endsWith("fit a long, got 26"));
    assertTrue(message(() -> SetPartition.bell(-1)).endsWith("fit a long, got -1"));
  }

  private static String message(Runnable mistake) {
    return assertThrows(IllegalArgumentException.class, mistake::run).getMessage();
  }
}
