package org.slth.dl4j.internal.network;

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
   * made from settings. What is not set is as the builder of the class leaves it, or its
   * constructor without arguments, or where both want more, as DL4J reads JSON without it.
   *
   * @throws IllegalArgumentException if it is neither, has no such settings, or DL4J cannot make it
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

  private static Object made(LayerSettings settings) {
    Class<?> type = type(settings);
    boolean layer = Layer.class.isAssignableFrom(type);
    if (!layer && !GraphVertex.class.isAssignableFrom(type)) {
      throw new IllegalArgumentException(
          "expected the configuration of a Layer or GraphVertex, got " + settings.type());
    }
    try {
      Class<?> base = layer ? Layer.class : GraphVertex.class;
      Object configuration = mapper().treeToValue(json(settings), base);
      requireKnown(settings, mapper().valueToTree(configuration));
      return configuration;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "DL4J cannot make a layer of %s: %s".formatted(settings, e.getOriginalMessage()), e);
    }
  }

  /** Looks where DL4J does: the loader of the thread first, then that of the library. */
  private static Class<?> type(LayerSettings settings) {
    String name = settings.type();
    return load(name, Thread.currentThread().getContextClassLoader())
        .or(() -> load(name, ConfigurationJson.class.getClassLoader()))
        .orElseThrow(
            () -> new IllegalArgumentException("there is no class " + name + " on the class path"));
  }

  private static Optional<Class<?>> load(String name, ClassLoader loader) {
    try {
      return Optional.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Jackson overlooks what it does not know; a misspelt setting would keep its default. */
  private static void requireKnown(LayerSettings settings, JsonNode written) {
    for (String name : settings.names()) {
      if (!written.has(name)) {
        TreeSet<String> known = new TreeSet<>();
        written.fieldNames().forEachRemaining(known::add);
        known.remove(CLASS);
        throw new IllegalArgumentException(
            "%s has no setting %s; it has %s"
                .formatted(settings.type(), name, String.join(", ", known)));
      }
      if (settings.value(name) instanceof LayerSettings part) {
        requireKnown(part, written.get(name));
      }
    }
  }

  private static ObjectNode json(LayerSettings settings) {
    ObjectNode json = defaults(type(settings)).orElseGet(mapper()::createObjectNode);
    json.put(CLASS, settings.type());
    settings.names().forEach(name -> json.set(name, json(settings.value(name))));
    return json;
  }

  /** Returns the JSON of what a class's builder, or constructor, makes of nothing, if it does. */
  private static Optional<ObjectNode> defaults(Class<?> type) {
    try {
      Object made = made(type);
      JsonNode json = mapper().valueToTree(made);
      return made.getClass() == type && json instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Object made(Class<?> type) throws ReflectiveOperationException {
    for (Class<?> builder : type.getDeclaredClasses()) {
      if (builder.getSimpleName().equals("Builder")) {
        return builder.getMethod("build").invoke(builder.getConstructor().newInstance());
      }
    }
    return type.getConstructor().newInstance();
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
