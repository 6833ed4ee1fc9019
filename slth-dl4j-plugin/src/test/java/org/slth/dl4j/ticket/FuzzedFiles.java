package org.slth.dl4j.ticket;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.api.Model;
import org.slth.dl4j.ticket.TicketNetworks.Made;
import org.slth.ticket.file.TicketFile;

/**
 * Reads and restores many spoilt ticket files; a JVM of its own, so that its memory can be bounded.
 */
final class FuzzedFiles {

  private static final double LONGEST = 10;

  private final TicketRestorer restorer = TicketRestorer.standard();
  private int refused;
  private int restored;
  private int others;
  private double slowest;

  private FuzzedFiles() {}

  /** Arguments: how many files, and a seed. Ends with 0 if each is refused or restored. */
  public static void main(String... arguments) {
    int count = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    PrintStream results = System.out;
    System.setOut(System.err); // DL4J prints there
    List<Made> files = TicketNetworks.all().toList();
    SplittableRandom random = new SplittableRandom(seed);
    FuzzedFiles fuzzed = new FuzzedFiles();
    for (int i = 0; i < count; i++) {
      Made made = files.get(random.nextInt(files.size()));
      try {
        fuzzed.one(made, FileMutations.any(made.file(), random));
      } catch (Throwable e) {
        e.printStackTrace();
        results.printf("file %d of seed %d, made of %s: %s%n", i, seed, made, e);
        System.exit(1);
      }
    }
    results.printf(
        "refused %d restored %d others %d slowest %.2f heap %d%n",
        fuzzed.refused, fuzzed.restored, fuzzed.others, fuzzed.slowest, heap() >> 20);
    System.exit(0);
  }

  private void one(Made made, byte[] bytes) {
    long begin = System.nanoTime();
    try {
      TicketFile file = TicketFile.read(new ByteArrayInputStream(bytes));
      Model network = restorer.network(file);
      if (file.identity().equals(made.file().identity())) {
        require(network.params().equals(made.network().params()), "the wrong network");
        restored++;
      } else {
        others++; // a whole file of another ticket: an enemy may write what he likes
      }
    } catch (IOException | IllegalArgumentException e) {
      require(e.getMessage() != null && e.getMessage().length() > 10, "a clear error, got " + e);
      refused++;
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    slowest = Math.max(slowest, seconds);
    require(seconds < LONGEST, "an answer within %s s, got %s".formatted(LONGEST, seconds));
  }

  private static void require(boolean fine, String expected) {
    if (!fine) {
      throw new AssertionError("expected " + expected);
    }
  }

  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
