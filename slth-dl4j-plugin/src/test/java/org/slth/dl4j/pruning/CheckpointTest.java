package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;

class CheckpointTest {

  @TempDir private Path directory;

  private final List<String> heard = new ArrayList<>();

  @Test
  void anInterruptedSearchGoesOnWhereItWas() throws IOException {
    PrunedNetwork<MultiLayerNetwork> whole = builder().build().prune(target());
    assertThrows(
        IllegalStateException.class, () -> kept(new StopsAtLayer("layer 1")).prune(target()));
    assertEquals(1, files().size());
    heard.clear();
    PrunedNetwork<MultiLayerNetwork> resumed = kept(new Hears()).prune(target());
    assertEquals(List.of("resumed layer 0", "started layer 1", "started layer 2"), heard);
    assertEquals(whole.ticket(), resumed.ticket());
    assertEquals(whole.network().params(), resumed.network().params());
    assertEquals(
        whole.report().layers().get(0).maxError(), resumed.report().layers().get(0).maxError());
    heard.clear();
    assertEquals(whole.ticket(), kept(new Hears()).prune(target()).ticket());
    assertEquals(List.of("resumed layer 0", "resumed layer 1", "resumed layer 2"), heard);
  }

  /** Another target, another seed or other options; the others are named. */
  @Test
  void onlyTheSameSearchTakesALayer() {
    kept(new Hears()).prune(target());
    MultiLayerNetwork other = target();
    other.getParam("1_W").putScalar(0, 0.25);
    heard.clear();
    PrunedNetwork<MultiLayerNetwork> pruned = kept(new Hears()).prune(other);
    assertEquals(
        List.of(
            "resumed layer 0",
            "ignored layer-1: it is of another target, or of a search with other options",
            "started layer 1",
            "resumed layer 2"),
        heard);
    assertEquals(builder().build().prune(other).ticket(), pruned.ticket());
    heard.clear();
    builder().attempts(3).checkpoints(directory).listener(new Hears()).build().prune(target());
    assertEquals(3, heard.stream().filter(line -> line.startsWith("started")).count());
    heard.clear();
    builder().threads(2).checkpoints(directory).listener(new Hears()).build().prune(target());
    assertEquals(3, heard.stream().filter(line -> line.startsWith("resumed")).count());
  }

  @Test
  void aBrokenCheckpointIsNamedAndDoneAgain() throws IOException {
    PrunedNetwork<MultiLayerNetwork> whole = kept(new Hears()).prune(target());
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 4;
      Files.write(file, bytes);
    }
    heard.clear();
    assertEquals(whole.ticket(), kept(new Hears()).prune(target()).ticket());
    assertTrue(heard.get(0).startsWith("ignored layer-0: "), heard::toString);
    assertTrue(heard.get(0).endsWith("copy it again"), heard::toString);
    assertEquals("started layer 0", heard.get(1));
    heard.clear();
    kept(new Hears()).prune(target());
    assertEquals(List.of("resumed layer 0", "resumed layer 1", "resumed layer 2"), heard);
  }

  @Test
  void aPlaceThatIsNoDirectoryIsRefused() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    SubsetSumPruner pruner = builder().checkpoints(file).build();
    assertThrows(UncheckedIOException.class, () -> pruner.prune(target()));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  private static SubsetSumPruner.Builder builder() {
    return new SubsetSumPruner.Builder(4).candidates(8).tolerance(0.02).threads(1);
  }

  private SubsetSumPruner kept(PruningListener listener) {
    return builder().checkpoints(directory).listener(listener).build();
  }

  private static MultiLayerNetwork target() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(6)
                .activation(Activation.RELU)
                .list()
                .layer(new DenseLayer.Builder().nIn(5).nOut(7).build())
                .layer(new DenseLayer.Builder().nIn(7).nOut(6).build())
                .layer(
                    new OutputLayer.Builder().nIn(6).nOut(3).activation(Activation.SOFTMAX).build())
                .build());
    network.init();
    return network;
  }

  private class Hears implements PruningListener {

    @Override
    public void layerStarted(String layer, long problems) {
      heard.add("started " + start(layer, " ("));
    }

    @Override
    public void layerResumed(LayerReport report, Path checkpoint) {
      heard.add("resumed " + start(report.layer(), " ("));
    }

    @Override
    public void checkpointIgnored(Path checkpoint, String reason) {
      String name = String.valueOf(checkpoint.getFileName());
      heard.add("ignored " + name.substring(0, 7) + ": " + reason);
    }

    String start(String text, String end) {
      return text.substring(0, text.indexOf(end));
    }
  }

  /** Something that ends the search, as when the machine does. */
  private final class StopsAtLayer extends Hears {

    private final String layer;

    StopsAtLayer(String layer) {
      this.layer = layer;
    }

    @Override
    public void layerStarted(String started, long problems) {
      if (started.startsWith(layer)) {
        throw new IllegalStateException("stop");
      }
    }
  }
}
