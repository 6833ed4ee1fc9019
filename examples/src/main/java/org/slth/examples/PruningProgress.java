package org.slth.examples;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slth.dl4j.pruning.LayerReport;
import org.slth.dl4j.pruning.PruningListener;

/** Shows how far the subset sums are, one layer after the other. */
public final class PruningProgress implements PruningListener {

  private volatile @Nullable Progress layer;

  /** Begins with nothing to show. */
  public PruningProgress() {}

  @Override
  public void layerStarted(String name, long problems) {
    layer = new Progress("subset sums " + name, problems);
  }

  @Override
  public void problemsSolved(long problems) {
    Progress current = layer;
    if (current != null) {
      current.step(problems);
    }
  }

  @Override
  public void layerFinished(LayerReport report) {
    Progress current = layer;
    if (current != null) {
      current.note(
          String.format(
              Locale.ROOT,
              "%,d sums, largest error %.1e",
              report.targetCoefficients(),
              report.maxError()));
      current.close();
    }
  }

  @Override
  public void layerResumed(LayerReport report, Path checkpoint) {
    System.err.println(report.layer() + ": taken from checkpoint " + checkpoint);
  }

  @Override
  public void checkpointIgnored(Path checkpoint, String reason) {
    System.err.println("checkpoint " + checkpoint + " is of no use: " + reason);
  }
}
