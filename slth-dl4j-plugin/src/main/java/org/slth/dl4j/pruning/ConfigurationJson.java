package org.slth.dl4j.pruning;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ObjectNode;
import org.slth.pruning.LayerConfiguration;
import org.slth.pruning.LayerSettings;

/** Configurations of DL4J as settings, and settings as configurations of DL4J, by its own JSON. */
final class ConfigurationJson {

  private static final String CLASS = "@class";

  private ConfigurationJson() {}

  /** Returns a {@code Layer} or {@code GraphVertex} with its settings, read at their first use. */
  static LayerConfiguration neutral(Object configuration) {
    return LayerConfiguration.of(configuration, () -> settings(configuration));
  }

  private static LayerSettings settings(Object configuration) {
    try {
      JsonNode json = mapper().valueToTree(configuration);
      return (LayerSettings) value(json);
    } catch (IllegalArgumentException e) { // what Jackson makes of all that goes wrong
      throw new IllegalArgumentException(
          "DL4J cannot write %s as JSON: %s"
              .formatted(configuration.getClass().getName(), e.getMessage()),
          e);
    }
  }

  private static Object value(JsonNode json) {
    if (json.isObject()) {
      return object(json);
    }
    if (json.isArray()) {
      List<Object> list = new ArrayList<>();
      json.forEach(each -> list.add(value(each)));
      return list;
    }
    if (json.isBoolean()) {
      return json.booleanValue();
    }
    if (json.isIntegralNumber()) {
      return json.longValue();
    }
    return json.isNumber() ? (Object) json.doubleValue() : json.asText();
  }

  private static Object object(JsonNode json) {
    Map<String, Object> values = new TreeMap<>();
    json.fields()
        .forEachRemaining(
            entry -> {
              if (!entry.getValue().isNull()) {
                values.put(entry.getKey(), value(entry.getValue()));
              }
            });
    if (!(values.remove(CLASS) instanceof String type)) {
      return values;
    }
    LayerSettings settings = LayerSettings.of(type);
    for (Map.Entry<String, Object> entry : values.entrySet()) {
      settings = settings.with(entry.getKey(), entry.getValue());
    }
    return settings;
  }

  /**
   * Returns the {@code Layer} or {@code GraphVertex} of a planned layer, which is one already or is
   * made from settings.
   *
   * @throws IllegalArgumentException if it is none, or DL4J cannot make it
   */
  static Object configuration(Object planned) {
    if (planned instanceof LayerSettings settings) {
      return made(settings);
    }
    if (planned instanceof Layer || planned instanceof GraphVertex) {
      return planned;
    }
    throw new IllegalArgumentException(
        "expected settings, or the configuration of a Layer or GraphVertex, got "
            + planned.getClass().getName());
  }

  /**
   * Returns the {@code Layer} or {@code GraphVertex} of some settings. What is not set is as the
   * class's {@code Builder} leaves it, or where that wants more, as DL4J reads JSON without it.
   *
   * @throws IllegalArgumentException if the class is neither, if it has no such settings, or if
   *     DL4J cannot make one of these
   */
  private static Object made(LayerSettings settings) {
    Class<?> type = type(settings.type());
    ObjectNode json = json(settings);
    Optional<ObjectNode> defaults = defaults(type);
    if (defaults.isPresent()) {
      json = defaults.get().setAll(json);
    }
    try {
      Class<?> base = Layer.class.isAssignableFrom(type) ? Layer.class : GraphVertex.class;
      Object configuration = mapper().treeToValue(json, base);
      requireKnown(settings, mapper().valueToTree(configuration));
      return configuration;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "DL4J cannot make a layer of %s: %s".formatted(settings, e.getOriginalMessage()), e);
    }
  }

  private static Class<?> type(String name) {
    Class<?> type;
    try {
      type = Class.forName(name, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("there is no class " + name + " on the class path", e);
    }
    if (Layer.class.isAssignableFrom(type) || GraphVertex.class.isAssignableFrom(type)) {
      return type;
    }
    throw new IllegalArgumentException(
        "expected the configuration of a Layer or GraphVertex, got " + name);
  }

  /** Returns the JSON of what the class's builder makes with no option set, if it does. */
  private static Optional<ObjectNode> defaults(Class<?> type) {
    try {
      Class<?> builder = Class.forName(type.getName() + "$Builder", true, type.getClassLoader());
      Method build = builder.getMethod("build");
      Object made = build.invoke(builder.getConstructor().newInstance());
      return made.getClass() == type
          ? Optional.of(mapper().<ObjectNode>valueToTree(made))
          : Optional.empty();
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Jackson overlooks what it does not know; a misspelt setting would keep its default. */
  private static void requireKnown(LayerSettings settings, JsonNode written) {
    TreeSet<String> unknown = new TreeSet<>(settings.names());
    TreeSet<String> known = new TreeSet<>();
    written.fieldNames().forEachRemaining(known::add);
    known.remove(CLASS);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no setting %s; it has %s"
              .formatted(settings.type(), unknown.first(), String.join(", ", known)));
    }
  }

  private static ObjectNode json(LayerSettings settings) {
    ObjectNode json = mapper().createObjectNode().put(CLASS, settings.type());
    settings.names().forEach(name -> json.set(name, json(settings.value(name))));
    return json;
  }

  private static JsonNode json(Object value) {
    if (value instanceof LayerSettings settings) {
      return json(settings);
    }
    if (value instanceof List<?> list) {
      return mapper().createArrayNode().addAll(list.stream().map(ConfigurationJson::json).toList());
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode json = mapper().createObjectNode();
      map.forEach((name, each) -> json.set((String) name, json(each)));
      return json;
    }
    return mapper().valueToTree(value);
  }

  private static ObjectMapper mapper() {
    return NeuralNetConfiguration.mapper();
  }
}
