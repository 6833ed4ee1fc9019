package org.slth.examples.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slth.examples.Progress;

/**
 * Times contestants in turn.
 *
 * @param warmUp rounds that do not count
 * @param counted rounds that do, at least one
 */
public record Rounds(int warmUp, int counted) {

  /** Checks the numbers. */
  public Rounds {
    if (warmUp < 0 || counted < 1) {
      throw new IllegalArgumentException(
          "expected rounds to measure and no negative warm-up, got %d and %d"
              .formatted(counted, warmUp));
    }
  }

  /**
   * Runs the rounds; each begins with another contestant, so that none always follows the same.
   *
   * @param task what the progress is called
   * @param contestants the first is the one that the others are compared with
   * @return one timing for each, in their order
   * @throws IOException if one does not answer
   */
  public List<Timing> run(String task, List<? extends Contestant> contestants) throws IOException {
    int count = contestants.size();
    double[][] seconds = new double[count][counted];
    try (var progress = new Progress(task, (long) count * (warmUp + counted))) {
      for (int round = -warmUp; round < counted; round++) {
        for (int i = 0; i < count; i++) {
          int turn = (i + warmUp + round) % count;
          double taken = contestants.get(turn).seconds();
          if (round >= 0) {
            seconds[turn][round] = taken;
          }
          progress.step(1);
        }
      }
    }
    List<Timing> timings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      timings.add(Timing.of(contestants.get(i), seconds[i], seconds[0]));
    }
    return List.copyOf(timings);
  }
}
