package org.slth.examples.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slth.examples.bench.Contestant;
import org.slth.examples.graph.GraphEpochs;

/** Training epochs of graph networks here; {@code graphs.py} is its twin. */
final class GraphContestant {

  private static final String ENVIRONMENT = "venv";

  private GraphContestant() {}

  /** Returns every epoch, against PyTorch. */
  static List<Event> events(Setting setting) {
    return List.of(
        event(setting, GraphEpochs.CORA, "cora", 20),
        event(setting, GraphEpochs.CORA_STOCK_DROPOUT, "cora", 20),
        event(setting, GraphEpochs.PROTEINS, "proteins", 1));
  }

  private static Event event(Setting setting, GraphEpochs epochs, String peer, int block) {
    String name = epochs.name().toLowerCase(Locale.ROOT);
    return new Event(
        name,
        name.replace('_', ' ') + ": epoch",
        List.of(
            new Event.Entry(
                "", setting.java(GraphContestant.class, epochs.name(), setting.data(), block)),
            new Event.Entry(
                "",
                setting.python(
                    ENVIRONMENT, "graphs.py", peer, setting.data(), setting.threads()))));
  }

  /**
   * Serves.
   *
   * @param args which epochs, directory of data sets, epochs in a block
   */
  public static void main(String[] args) throws IOException {
    int block = Integer.parseInt(args[2]);
    Served.serve(
        Map.of("java", Runtime.version().toString()),
        () -> {
          Runnable epoch = GraphEpochs.valueOf(args[0]).epoch(Path.of(args[1]));
          for (int i = 0; i < 2 * block; i++) { // C2 takes its time
            epoch.run();
          }
          return Contestant.of("slth", block, epoch);
        });
  }
}
