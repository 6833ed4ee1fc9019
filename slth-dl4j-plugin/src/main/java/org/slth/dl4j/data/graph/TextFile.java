package org.slth.dl4j.data.graph;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The lines of a text file, plain or compressed by gzip; errors name file and line. */
final class TextFile {

  private static final int LONGEST_QUOTE = 40;

  private final Path file;
  private final List<String> lines;

  private TextFile(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /** Reads a file; blank lines at its end do not count. A name ending in .gz is decompressed. */
  static TextFile read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "expected this file");
    }
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().toList();
      int size = lines.size();
      while (size > 0 && lines.get(size - 1).isBlank()) {
        size--;
      }
      return new TextFile(file, lines.subList(0, size));
    } catch (UncheckedIOException | IOException e) {
      throw new IOException(file + ": expected a text that can be read, got " + e.getMessage(), e);
    }
  }

  int size() {
    return lines.size();
  }

  String line(int index) {
    return lines.get(index);
  }

  /** Returns this file if it has one line per thing. */
  TextFile ofSize(int expected, String thing) throws IOException {
    if (lines.size() != expected) {
      throw new IOException(
          String.format(
              "%s: expected one line per %s, %d in all, got %d",
              file, thing, expected, lines.size()));
    }
    return this;
  }

  /** Returns this file if it has a line. */
  TextFile filled(String expected) throws IOException {
    if (lines.isEmpty()) {
      throw missing(expected);
    }
    return this;
  }

  /** Returns the whole number that is line {@code index}. */
  int integer(int index, int low, int high) throws IOException {
    return integer(index, lines.get(index), low, high);
  }

  /** Returns the whole number that is a field of line {@code index}. */
  int integer(int index, String field, int low, int high) throws IOException {
    String expected = "a whole number from " + low + " to " + high;
    try {
      int value = Integer.parseInt(field.trim());
      if (value >= low && value <= high) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw error(index, expected, e);
    }
    throw error(index, expected);
  }

  /** Returns the finite number that is a field of line {@code index}. */
  float real(int index, String field) throws IOException {
    String expected = "a finite number";
    try {
      float value = Float.parseFloat(field.trim());
      if (Float.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw error(index, expected, e);
    }
    throw error(index, expected);
  }

  /** Returns the fields of a line between separators. */
  String[] fields(int index, String separator, int count) throws IOException {
    String[] fields = lines.get(index).split(separator, -1);
    if (fields.length != count) {
      throw error(index, count + " fields");
    }
    return fields;
  }

  /** Returns what to throw when line {@code index}, from 0, is not what was expected. */
  IOException error(int index, String expected) {
    return new IOException(message(index, expected));
  }

  IOException error(int index, String expected, Exception cause) {
    return new IOException(message(index, expected), cause);
  }

  /** Returns what to throw when something is on no line. */
  IOException missing(String expected) {
    return new IOException(
        String.format("%s: expected %s, got none in %d lines", file, expected, lines.size()));
  }

  private String message(int index, String expected) {
    String line = lines.get(index);
    String quote = line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...";
    return String.format("%s, line %d: expected %s, got '%s'", file, index + 1, expected, quote);
  }
}
