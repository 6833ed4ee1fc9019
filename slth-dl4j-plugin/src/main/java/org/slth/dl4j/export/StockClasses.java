package org.slth.dl4j.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.slth.dl4j.internal.network.PlannedVertex;

/** Which classes a configuration needs to be read, and which of them DL4J and ND4J bring along. */
final class StockClasses {

  private static final List<String> PACKAGES = List.of("org.deeplearning4j.", "org.nd4j.", "java.");

  private StockClasses() {}

  /** Returns whether a class comes with DL4J or ND4J. */
  static boolean contains(Class<?> type) {
    return contains(type.getName());
  }

  private static boolean contains(String type) {
    return PACKAGES.stream().anyMatch(type::startsWith);
  }

  /** Returns the other classes that are named in the JSON of a configuration, sorted. */
  static Set<String> missing(PlannedVertex vertex) {
    Set<String> missing = new TreeSet<>();
    collect(NeuralNetConfiguration.mapper().valueToTree(vertex.configuration()), missing);
    vertex
        .preProcessor()
        .ifPresent(p -> collect(NeuralNetConfiguration.mapper().valueToTree(p), missing));
    return missing;
  }

  private static void collect(JsonNode json, Set<String> missing) {
    JsonNode type = json.get("@class");
    if (type != null && !contains(type.asText())) {
      missing.add(type.asText());
    }
    json.forEach(child -> collect(child, missing));
  }

  /** Leaves behind how a layer was trained: its updater, and regularisations of others. */
  static void withoutTraining(Layer layer) {
    if (layer instanceof BaseLayer base) {
      base.setIUpdater(null); // DL4J fills in its default
      base.setBiasUpdater(null);
      base.setRegularization(stock(base.getRegularization()));
      base.setRegularizationBias(stock(base.getRegularizationBias()));
    }
  }

  private static List<Regularization> stock(List<Regularization> all) {
    List<Regularization> stock = new ArrayList<>(all == null ? List.of() : all);
    stock.removeIf(each -> !contains(each.getClass()));
    return stock;
  }
}
