package org.slth.dl4j.data.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldsTest {

  private static final int[] LABELS =
      IntStream.range(0, 103).map(i -> i % 5 == 0 ? 2 : i % 2).toArray();

  @TempDir private Path folder;

  @Test
  void everyGraphIsTestedOnceAndClassesAreShared() {
    List<Split> folds = Folds.stratified(LABELS, 10, 7);
    assertArrayEquals(
        Permutations.identity(103),
        folds.stream().flatMapToInt(f -> Arrays.stream(f.test())).sorted().toArray());
    for (Split fold : folds) {
      assertArrayEquals(
          Permutations.identity(103),
          IntStream.concat(Arrays.stream(fold.train()), Arrays.stream(fold.test()))
              .sorted()
              .toArray());
      assertTrue(fold.test().length >= 10 && fold.test().length <= 11);
      for (int c = 0; c < 3; c++) {
        double fair = count(Permutations.identity(103), c) / 10.0;
        assertEquals(fair, count(fold.test(), c), 1, "class " + c);
      }
    }
  }

  @Test
  void theSeedFixesTheFolds() {
    assertArrayEquals(
        Folds.stratified(LABELS, 10, 7).get(3).test(),
        Folds.stratified(LABELS, 10, 7).get(3).test());
    assertFalse(
        Arrays.equals(
            Folds.stratified(LABELS, 10, 7).get(3).test(),
            Folds.stratified(LABELS, 10, 8).get(3).test()));
  }

  @Test
  void validationIsTakenFromTheTrainingSetAndStratified() {
    Split fold = Folds.stratified(LABELS, 10, 7).get(0);
    Split held = fold.withValidation(LABELS, 0.1, 3);
    assertArrayEquals(fold.test(), held.test());
    assertEquals(Math.round(0.1 * fold.train().length), held.validation().length);
    assertArrayEquals(
        Arrays.stream(fold.train()).sorted().toArray(),
        IntStream.concat(Arrays.stream(held.train()), Arrays.stream(held.validation()))
            .sorted()
            .toArray());
    for (int c = 0; c < 3; c++) {
      assertEquals(count(fold.train(), c) * 0.1, count(held.validation(), c), 1);
    }
    assertThrows(IllegalArgumentException.class, () -> held.withValidation(LABELS, 0.1, 3));
    assertThrows(IllegalArgumentException.class, () -> fold.withValidation(LABELS, 1.5, 3));
    assertEquals(0, fold.withValidation(LABELS, 0, 3).validation().length);
    assertEquals(0, fold.withValidation(LABELS, 1, 3).train().length);
  }

  private static double count(int[] graphs, int label) {
    return Arrays.stream(graphs).filter(g -> LABELS[g] == label).count();
  }

  @Test
  void aFileMayNumberTheFolds() throws IOException {
    Path file = Files.writeString(folder.resolve("x_folds.txt"), "1\n0\n1\n2\n");
    List<Split> folds = Folds.numbered(file, 4);
    assertEquals(3, folds.size());
    assertArrayEquals(new int[] {0, 2}, folds.get(1).test());
    assertArrayEquals(new int[] {1, 3}, folds.get(1).train());
    assertEquals(
        file + ": expected one line per graph, 5 in all, got 4",
        assertThrows(IOException.class, () -> Folds.numbered(file, 5)).getMessage());
  }

  @Test
  void publishedFoldsGoFirstThenNumberedThenStratified() throws IOException {
    List<Graph> graphs = Stream.generate(() -> new GraphBuilder(1).build()).limit(12).toList();
    GraphDataset dataset = GraphDataset.of("x", graphs);
    assertArrayEquals(
        Folds.stratified(dataset.labels(), 10, 1).get(4).test(),
        Folds.of(folder, dataset, 1).get(4).test());
    Files.writeString(folder.resolve("x_folds.txt"), "0\n1\n".repeat(6));
    assertEquals(2, Folds.of(folder, dataset, 1).size());
    Files.createDirectory(folder.resolve("10fold_idx"));
    for (int f = 1; f <= 10; f++) {
      Files.writeString(folder.resolve("10fold_idx/train_idx-" + f + ".txt"), "11\n10\n");
      Files.writeString(folder.resolve("10fold_idx/test_idx-" + f + ".txt"), (f - 1) + "\n");
    }
    List<Split> published = Folds.of(folder, dataset, 1);
    assertEquals(10, published.size());
    assertArrayEquals(new int[] {11, 10}, published.get(3).train());
    assertArrayEquals(new int[] {3}, published.get(3).test());
  }

  @Test
  void brokenFoldsAreNamed() throws IOException {
    Path train = Files.writeString(folder.resolve("train_idx-1.txt"), "0\n1\n");
    Path test = Files.writeString(folder.resolve("test_idx-1.txt"), "2\n1\n");
    assertEquals(
        test + ", line 2: expected a number not used before, here or in another part, got '1'",
        assertThrows(IOException.class, () -> Folds.published(folder, 3)).getMessage());
    assertEquals(
        train + ", line 2: expected a whole number from 0 to 0, got '1'",
        assertThrows(IOException.class, () -> Folds.published(folder, 1)).getMessage());
    Files.delete(test);
    assertEquals(
        test + ": expected this file",
        assertThrows(IOException.class, () -> Folds.published(folder, 3)).getMessage());
  }

  @Test
  void impossibleSplitsAreRefused() {
    assertEquals(
        "expected 2 to 103 folds, got 104",
        assertThrows(IllegalArgumentException.class, () -> Folds.stratified(LABELS, 104, 1))
            .getMessage());
    assertEquals(
        "expected numbers from 0, each in one part and once, got 5",
        assertThrows(
                IllegalArgumentException.class,
                () -> Split.of(new int[] {5}, new int[0], new int[] {4, 5}))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> Split.of(new int[] {-1}, new int[0], new int[0]));
  }
}
