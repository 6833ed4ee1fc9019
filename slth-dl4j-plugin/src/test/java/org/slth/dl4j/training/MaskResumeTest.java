package org.slth.dl4j.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.listeners.Checkpoint;
import org.deeplearning4j.optimize.listeners.CheckpointListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.dataset.DataSet;

/** A process that is killed loses no more than what came after its last checkpoint. */
@Tag("slow")
class MaskResumeTest {

  private static final int BATCHES = 4;

  @TempDir private Path folder;

  /** What the process runs: it trains until somebody kills it. */
  static final class Training {

    private Training() {}

    public static void main(String[] arguments) {
      MultiLayerNetwork network = started();
      network.setListeners(
          new CheckpointListener.Builder(new File(arguments[0]))
              .keepLast(2)
              .saveEveryNIterations(5)
              .build());
      while (true) {
        step(network);
      }
    }
  }

  private static MultiLayerNetwork started() {
    MultiLayerNetwork network = Masks.network(Masks.score(Masks.KEEP).build());
    MaskTraining.start(network);
    return network;
  }

  /** Trains with the batch whose turn it is. */
  private static void step(MultiLayerNetwork network) {
    List<DataSet> batches = Masks.data().batchBy(48 / BATCHES);
    network.fit(batches.get(network.getIterationCount() % BATCHES));
  }

  @Test
  @Timeout(120)
  void aKilledTrainingGoesOnBitForBit() throws IOException, InterruptedException {
    Process process = trainElsewhere();
    try {
      while (checkpoints() < 4 && process.isAlive()) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      assertTrue(process.isAlive(), "the training ran until it was killed");
    } finally {
      process.destroyForcibly().waitFor();
    }
    Checkpoint last = CheckpointListener.lastCheckpoint(folder.toFile());
    MultiLayerNetwork resumed = CheckpointListener.loadCheckpointMLN(folder.toFile(), last);
    resumed.setIterationCount(last.getIteration() + 1); // DL4J saves before it counts the step
    for (int i = 0; i < 7; i++) {
      step(resumed);
    }
    MultiLayerNetwork whole = started();
    while (whole.getIterationCount() < resumed.getIterationCount()) {
      step(whole);
    }
    Masks.assertSameBits(whole, resumed, "resumed after step " + last.getIteration());
  }

  /** Returns how many checkpoints were made, those that are gone counted. */
  private int checkpoints() {
    String[] infos = folder.toFile().list((at, name) -> name.startsWith("checkpoint_"));
    int highest = -1;
    for (String info : infos == null ? new String[0] : infos) {
      highest = Math.max(highest, Integer.parseInt(info.split("_", -1)[1]));
    }
    return highest + 1;
  }

  private Process trainElsewhere() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-cp",
            System.getProperty("java.class.path"),
            Training.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
