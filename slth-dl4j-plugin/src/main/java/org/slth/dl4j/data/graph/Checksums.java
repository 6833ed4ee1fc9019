package org.slth.dl4j.data.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares files with a list of their SHA-256 sums. */
public final class Checksums {

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

  private Checksums() {}

  /**
   * Checks all files named in a text, which are those of its lines that {@code sha256sum -c} reads:
   * 64 hexadecimal digits, two spaces, and a path relative to the folder of the text.
   *
   * @return how many files were checked, at least one
   * @throws IOException if a file is missing or has another sum, or the text names no file; the
   *     message says which
   */
  public static int check(Path list) throws IOException {
    TextFile lines = TextFile.read(list);
    int checked = 0;
    for (int i = 0; i < lines.size(); i++) {
      Matcher line = LINE.matcher(lines.line(i));
      if (line.matches()) {
        check(list.resolveSibling(line.group(2)), line.group(1));
        checked++;
      }
    }
    if (checked == 0) {
      throw new IOException(list + ": expected lines of SHA-256 sums and file names, got none");
    }
    return checked;
  }

  private static void check(Path file, String expected) throws IOException {
    String actual = HexFormat.of().formatHex(sum(file));
    if (!actual.equals(expected)) {
      throw new IOException(
          String.format("%s: expected the SHA-256 sum %s, got %s", file, expected, actual));
    }
  }

  private static byte[] sum(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
