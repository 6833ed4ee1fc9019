package org.slth.examples.ticket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.slth.examples.Slth;
import org.slth.ticket.file.TicketFile;

/** Kills a search without warning, and lets it go on. */
class KilledSearchTest {

  private static final int MINUTES = 10;

  @TempDir private Path directory;

  @Test
  void aKilledSearchGoesOn() throws Exception {
    kill(2, 120, "20");
  }

  @Test
  @Tag("acceptance")
  void aSearchKilledAtTwentyRandomMomentsGoesOn() throws Exception {
    kill(20, 300, "22");
  }

  /** A network of six layers; each trial is killed once and then runs to its end. */
  private void kill(int times, int width, String candidates) throws Exception {
    Path network = directory.resolve("network.zip");
    SavedNetworks.save(network(width), network);
    Path ticket = directory.resolve("whole.slt");
    long begin = System.nanoTime();
    Process whole = find(network, ticket, directory.resolve("none"), candidates);
    assertEquals(0, end(whole));
    long duration = System.nanoTime() - begin;
    byte[] expected = Files.readAllBytes(ticket);
    SplittableRandom random = new SplittableRandom(3);
    List<Long> resumed = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Path again = directory.resolve("ticket-%d.slt".formatted(i));
      Path parts = directory.resolve("parts-%d".formatted(i));
      Process killed = find(network, again, parts, candidates);
      if (i == 0) {
        awaitLayer(killed, parts); // one kill, at least, comes after a layer was finished
      }
      boolean early = !killed.waitFor(random.nextLong(duration), TimeUnit.NANOSECONDS);
      killed.destroyForcibly().waitFor();
      if (Files.exists(again)) {
        TicketFile.read(again); // under this name it is whole
      } else {
        assertTrue(early, "a search that was not killed leaves a ticket");
      }
      assertEquals(0, end(find(network, again, parts, candidates)));
      assertArrayEquals(expected, Files.readAllBytes(again), "trial " + i);
      resumed.add(resumed());
    }
    System.out.printf(
        "%.1f s a search, layers taken after each kill: %s%n", duration / 1e9, resumed);
    assertTrue(resumed.stream().anyMatch(layers -> layers > 0), resumed::toString);
  }

  private static void awaitLayer(Process search, Path parts) throws Exception {
    boolean found = false;
    while (!found && !search.waitFor(5, TimeUnit.MILLISECONDS)) {
      if (Files.isDirectory(parts)) {
        try (Stream<Path> files = Files.list(parts)) {
          found = files.anyMatch(file -> file.toString().endsWith(".slt"));
        }
      }
    }
  }

  /** Returns how many layers the last search took from checkpoints. */
  private long resumed() throws IOException {
    try (Stream<String> lines = Files.lines(directory.resolve("err"))) {
      return lines.filter(line -> line.contains("taken from checkpoint")).count();
    }
  }

  private Process find(Path network, Path ticket, Path parts, String candidates)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-cp",
            System.getProperty("java.class.path"),
            Slth.class.getName(),
            "find",
            network.toString(),
            ticket.toString(),
            "--checkpoint",
            parts.toString(),
            "--candidates",
            candidates,
            "--threads",
            "1")
        .redirectOutput(directory.resolve("out").toFile())
        .redirectError(directory.resolve("err").toFile())
        .start();
  }

  private int end(Process process) throws IOException, InterruptedException {
    assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), "still running");
    if (process.exitValue() != 0) {
      System.err.println(Files.readString(directory.resolve("err")));
    }
    return process.exitValue();
  }

  private static MultiLayerNetwork network(int width) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder().seed(3).activation(Activation.RELU).list();
    for (int i = 0; i < 5; i++) {
      list.layer(new DenseLayer.Builder().nIn(width).nOut(width).build());
    }
    OutputLayer output =
        new OutputLayer.Builder().nIn(width).nOut(10).activation(Activation.SOFTMAX).build();
    MultiLayerNetwork network = new MultiLayerNetwork(list.layer(output).build());
    network.init();
    return network;
  }
}
