package org.slth.dl4j.data.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumsTest {

  /** Of the three letters abc; from FIPS 180. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir private Path folder;

  @Test
  void checksTheFilesAmongTheText() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(folder.resolve("a.txt"), "abc");
    Path second = Files.writeString(folder.resolve("sub/b c.txt"), "abc");
    Path list =
        Files.writeString(
            folder.resolve("README"),
            "Some text\n\n" + ABC + "  a.txt\n" + ABC + "  sub/b c.txt\nmore text\n");
    assertEquals(2, Checksums.check(list));
    Files.writeString(second, "");
    assertEquals(
        second
            + ": expected the SHA-256 sum "
            + ABC
            + ", got e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        assertThrows(IOException.class, () -> Checksums.check(list)).getMessage());
    Files.delete(second);
    assertThrows(NoSuchFileException.class, () -> Checksums.check(list));
  }

  @Test
  void aTextWithoutSumsIsRefused() throws IOException {
    Path list = Files.writeString(folder.resolve("README"), "no sums\n");
    assertEquals(
        list + ": expected lines of SHA-256 sums and file names, got none",
        assertThrows(IOException.class, () -> Checksums.check(list)).getMessage());
  }
}
