package org.slth.ticket.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TicketFileTest {

  @TempDir private Path directory;

  static Stream<TicketFile> files() {
    return Stream.of(Tickets.subsetSum(), Tickets.mask());
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsWhatItWrote(TicketFile file) throws IOException {
    Path path = directory.resolve("a.slt");
    file.write(path);
    assertEquals(file, TicketFile.read(path));
    assertEquals(file.identity(), TicketFile.read(path).identity());
    assertEquals(file, read(bytes(file)));
    try (Stream<Path> all = Files.list(directory)) {
      assertEquals(1, all.count(), "no temporary file is left");
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void writesTheSameBytesAgain(TicketFile file) throws IOException {
    assertEquals(read(bytes(file)), file);
    assertEquals(-1, Arrays.mismatch(bytes(file), bytes(read(bytes(file)))));
  }

  @Test
  void provenanceIsNotPartOfTheIdentity() {
    TicketFile file = Tickets.mask();
    assertEquals(file.identity(), with(file, Map.of("when", "now")).identity());
    assertNotEquals(file.identity(), Tickets.subsetSum().identity());
    TicketFile other =
        new TicketFile(
            NetworkKind.CHAIN,
            file.configuration(),
            file.ticket(),
            file.parameters(),
            file.provenance());
    assertNotEquals(file.identity(), other.identity());
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyBitFlipIsFound(TicketFile file) {
    byte[] bytes = bytes(file);
    for (int bit = 0; bit < 8 * bytes.length; bit += 5) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThrows(TicketFormatException.class, () -> read(flipped));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyTruncationIsFound(TicketFile file) {
    byte[] bytes = bytes(file);
    for (int length = 0; length < bytes.length; length += 3) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(TicketFormatException.class, () -> read(cut));
    }
    assertThrows(TicketFormatException.class, () -> read(Arrays.copyOf(bytes, bytes.length + 1)));
  }

  /** The checksum is made anew, so that the changes reach the parser. */
  @ParameterizedTest
  @MethodSource("files")
  void changedPartsAreRefusedOrRead(TicketFile file) {
    SplittableRandom random = new SplittableRandom(1);
    byte[] bytes = bytes(file);
    byte[] parts = Arrays.copyOfRange(bytes, 18, bytes.length - 32);
    int refused = 0;
    for (int trial = 0; trial < 3000; trial++) {
      byte[] changed = parts.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      try {
        TicketFile read = read(Container.seal(changed));
        assertEquals(read, read(bytes(read)));
      } catch (TicketFormatException e) {
        assertFalse(String.valueOf(e.getMessage()).isBlank());
        refused++;
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    int count = refused;
    assertTrue(count > 300, () -> "only " + count + " refused");
  }

  /** It belongs to the format: to change it is to lose every file there is. */
  @Test
  void theDictionaryNeverChanges() throws IOException {
    try (InputStream in = TicketFile.class.getResourceAsStream("network.dictionary")) {
      byte[] digest = Container.sha256().digest(in.readAllBytes());
      assertEquals(
          "a9439b68ccea3e7a420e3d0accd3f8322a065a4398a41bc792a86a4a81516249",
          HexFormat.of().formatHex(digest));
    }
  }

  @Test
  void anotherVersionIsNamed() {
    byte[] bytes = bytes(Tickets.mask());
    bytes[9] = 2;
    assertEquals(
        "expected version 1, got 2; read it with the SLTH that wrote it, or a newer one",
        refusal(bytes));
  }

  @Test
  void aGiantLengthIsRefusedBeforeItIsAllocated() {
    byte[] bytes = bytes(Tickets.mask());
    ByteBuffer.wrap(bytes).putLong(10, Integer.MAX_VALUE - 100);
    assertTrue(refusal(bytes).contains("got only " + bytes.length), refusal(bytes));
    ByteBuffer.wrap(bytes).putLong(10, Long.MAX_VALUE);
    assertEquals("expected less than 2 GB, got a length of " + Long.MAX_VALUE, refusal(bytes));
  }

  @Test
  void deflatedDataThatGrowTooMuchAreRefused() {
    FieldWriter parts = new FieldWriter().code(1).flag(true).number(10).number(1281);
    assertEquals(
        "parts, byte 5: expected a possible length of part 1 (network) inflated, got 1281",
        refusal(Container.seal(parts.bytes(new byte[10]).toByteArray())));
  }

  @Test
  void moreCandidatesThanBitsAreRefused() {
    FieldWriter fields = new FieldWriter().code(1).text("slth:splitmix64-counter").int64(1);
    fields.text("slth:two-layers").number(1);
    fields.text("0").code(0).float64(1).flag(true).float64(1).number(2).number(3).number(1 << 30);
    FieldWriter masks = new FieldWriter();
    MaskCode.write(org.slth.ticket.Mask.all(9), masks);
    MaskCode.write(org.slth.ticket.Mask.all(99), masks);
    String message =
        assertThrows(
                TicketFormatException.class,
                () ->
                    TicketFields.read(
                        new FieldReader("fields", fields.bytes(new byte[9]).toByteArray()),
                        new FieldReader("masks", masks.toByteArray())))
            .getMessage();
    assertTrue(
        message.endsWith(
            "expected a bit in the masks for every candidate, got more candidates than bits"),
        message);
  }

  @Test
  void theMessageNamesTheFile() throws IOException {
    Path path = Files.writeString(directory.resolve("note.slt"), "a short note");
    String message =
        assertThrows(TicketFormatException.class, () -> TicketFile.read(path)).getMessage();
    assertEquals(
        path
            + " is no ticket file: expected a file that begins with \\x89SLT; one that was sent as"
            + " text is spoilt",
        message);
  }

  @Test
  void whatCannotBeWrittenLeavesTheFileAsItWas() throws IOException {
    Path missing = directory.resolve("missing").resolve("a.slt");
    assertThrows(IOException.class, () -> Tickets.mask().write(missing));
    Path occupied = Files.createDirectories(directory.resolve("b.slt").resolve("c"));
    assertThrows(IOException.class, () -> Tickets.mask().write(directory.resolve("b.slt")));
    assertTrue(Files.isDirectory(occupied));
    try (Stream<Path> all = Files.list(directory)) {
      assertEquals(1, all.count(), "no temporary file is left");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileMayBeReadByWhoMayReadOthers() throws IOException {
    Path path = directory.resolve("a.slt");
    Tickets.mask().write(path);
    Path other = Files.writeString(directory.resolve("other"), "");
    assertEquals(Files.getPosixFilePermissions(other), Files.getPosixFilePermissions(path));
  }

  private static TicketFile with(TicketFile file, Map<String, String> provenance) {
    return new TicketFile(
        file.kind(), file.configuration(), file.ticket(), file.parameters(), provenance);
  }

  private static String refusal(byte[] bytes) {
    return assertThrows(TicketFormatException.class, () -> read(bytes)).getMessage();
  }

  private static TicketFile read(byte[] bytes) throws IOException {
    return TicketFile.read(new ByteArrayInputStream(bytes));
  }

  private static byte[] bytes(TicketFile file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      file.write(out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }
}
