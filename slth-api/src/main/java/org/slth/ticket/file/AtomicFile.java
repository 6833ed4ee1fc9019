package org.slth.ticket.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes files that are whole or not there: to a temporary file beside, forced to the disk, then
 * renamed. Whatever kills the process leaves what was under the name before, or all of the new.
 */
public final class AtomicFile {

  private AtomicFile() {}

  /**
   * Replaces the contents of a file.
   *
   * @param file its final name; what is written before the renaming is beside it, with a random
   *     name that begins with a dot and ends in {@code .tmp}
   * @param contents all of it
   * @throws IOException if that fails; then the file is as it was
   */
  public static void write(Path file, byte[] contents) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new IOException("expected a file in an existing directory, got " + file);
    }
    Path temporary =
        directory.resolve(".%s.%s.tmp".formatted(file.getFileName(), UUID.randomUUID()));
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(contents);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    force(directory);
  }

  /** Makes a renaming last where a directory can be opened, which Windows does not allow. */
  private static void force(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return; // the file is whole all the same
    }
  }
}
