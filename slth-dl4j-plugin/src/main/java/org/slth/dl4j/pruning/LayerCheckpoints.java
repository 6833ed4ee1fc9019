package org.slth.dl4j.pruning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slth.ticket.SubsetSumTicket;
import org.slth.ticket.file.NetworkKind;
import org.slth.ticket.file.TicketFile;

/**
 * The finished layers of a search, a file each: a ticket of one layer with its report as
 * provenance. The name says which layer of which search it is, so that a file is taken only by a
 * search that would find the same.
 */
final class LayerCheckpoints {

  private static final String FINGERPRINT = "fingerprint";

  private final Path directory;
  private final PruningListener listener;

  /**
   * Uses a directory, which is made if there is none.
   *
   * @throws UncheckedIOException if that fails
   */
  LayerCheckpoints(Path directory, PruningListener listener) {
    this.directory = directory;
    this.listener = listener;
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("expected a directory for checkpoints at " + directory, e);
    }
  }

  /**
   * Returns the layer if it is there, and whole. The listener hears of it, and of every file that
   * is there for this layer and is not taken.
   */
  Optional<FoundLayer> find(LayerFingerprint layer) {
    Path file = file(layer);
    Optional<FoundLayer> found = Files.exists(file) ? read(file, layer) : Optional.empty();
    found.ifPresentOrElse(
        taken -> listener.layerResumed(taken.report(), file), () -> others(layer, file));
    return found;
  }

  private Optional<FoundLayer> read(Path file, LayerFingerprint layer) {
    try {
      TicketFile checkpoint = TicketFile.read(file);
      if (!layer.text().equals(checkpoint.provenance().get(FINGERPRINT))) {
        listener.checkpointIgnored(file, "it is of another search");
        return Optional.empty();
      }
      SubsetSumTicket ticket = (SubsetSumTicket) checkpoint.ticket();
      LayerReport report = report(checkpoint.provenance());
      return Optional.of(new FoundLayer(ticket.layers().get(0), report));
    } catch (IOException | RuntimeException e) {
      listener.checkpointIgnored(file, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void others(LayerFingerprint layer, Path file) {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory, prefix(layer) + "*.slt")) {
      for (Path other : files) {
        if (!other.equals(file)) {
          listener.checkpointIgnored(
              other, "it is of another target, or of a search with other options");
        }
      }
    } catch (IOException e) {
      listener.checkpointIgnored(directory, String.valueOf(e.getMessage()));
    }
  }

  /** Keeps a layer. If that fails the search goes on, and the listener hears of it. */
  void write(LayerFingerprint layer, FoundLayer found) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(FINGERPRINT, layer.text());
    texts.putAll(texts(found.report()));
    SubsetSumTicket ticket =
        new SubsetSumTicket(layer.seed(), layer.construction(), List.of(found.ticket()));
    Path file = file(layer);
    try {
      new TicketFile(NetworkKind.CHAIN, "", ticket, List.of(), texts).write(file);
    } catch (IOException e) {
      listener.checkpointIgnored(file, "it cannot be written: " + e.getMessage());
    }
  }

  private Path file(LayerFingerprint layer) {
    return directory.resolve(prefix(layer) + layer.text().substring(0, 16) + ".slt");
  }

  private static String prefix(LayerFingerprint layer) {
    return "layer-" + layer.number() + "-";
  }

  private static Map<String, String> texts(LayerReport report) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("layer", report.layer());
    texts.put("tolerance", Double.toString(report.tolerance()));
    texts.put("target", Long.toString(report.targetCoefficients()));
    texts.put("source", Long.toString(report.sourceParameters()));
    texts.put("masked", Long.toString(report.maskedParameters()));
    texts.put("kept", Long.toString(report.keptParameters()));
    texts.put("maxError", Double.toString(report.maxError()));
    texts.put("meanError", Double.toString(report.meanError()));
    texts.put("redraws", Long.toString(report.redraws()));
    texts.put("missed", Long.toString(report.missed()));
    texts.put("seconds", Double.toString(report.seconds()));
    return texts;
  }

  private static LayerReport report(Map<String, String> texts) {
    return new LayerReport(
        texts.getOrDefault("layer", ""),
        Double.parseDouble(texts.get("tolerance")),
        Long.parseLong(texts.get("target")),
        Long.parseLong(texts.get("source")),
        Long.parseLong(texts.get("masked")),
        Long.parseLong(texts.get("kept")),
        Double.parseDouble(texts.get("maxError")),
        Double.parseDouble(texts.get("meanError")),
        Long.parseLong(texts.get("redraws")),
        Long.parseLong(texts.get("missed")),
        Double.parseDouble(texts.get("seconds")));
  }
}
