package org.slth.examples.ticket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.slth.ticket.file.AtomicFile;

/** Networks in files, of either of DL4J's classes. */
final class SavedNetworks {

  private static final String VERTICES = "\"vertices\"";

  private SavedNetworks() {}

  /**
   * Loads a network without the state of its updater.
   *
   * @param file a zip file of ModelSerializer's
   * @throws IOException if it is none
   */
  static Model load(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("expected a network saved as a zip file, found none at " + file);
    }
    return configuration(file).contains(VERTICES)
        ? ModelSerializer.restoreComputationGraph(file.toFile(), false)
        : ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false);
  }

  private static String configuration(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(ModelSerializer.CONFIGURATION_JSON);
      if (entry == null) {
        throw new IOException(
            "expected a network saved by ModelSerializer, found no %s in %s"
                .formatted(ModelSerializer.CONFIGURATION_JSON, file));
      }
      return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Makes a network of a configuration, or loads one.
   *
   * @param file JSON of either configuration if its name ends so, else a zip file
   * @throws IOException if it is neither
   */
  static Model loadOrMake(Path file) throws IOException {
    if (!file.toString().endsWith(".json")) {
      return load(file);
    }
    String json = Files.readString(file);
    Model network =
        json.contains(VERTICES)
            ? new ComputationGraph(ComputationGraphConfiguration.fromJson(json))
            : new MultiLayerNetwork(MultiLayerConfiguration.fromJson(json));
    network.init();
    return network;
  }

  /**
   * Saves a network without the state of its updater.
   *
   * @throws IOException if that fails; then there is no such file, or the one there was
   */
  static void save(Model network, Path file) throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, zip, false);
    AtomicFile.write(file, zip.toByteArray());
  }

  /**
   * Checks that a file can be written, before there is work.
   *
   * @throws IOException if there is no such directory
   */
  static void requirePlace(Path file) throws IOException {
    if (Files.isDirectory(file) || !Files.isDirectory(file.toAbsolutePath().resolveSibling(""))) {
      throw new IOException("expected a file in an existing directory, got " + file);
    }
  }
}
