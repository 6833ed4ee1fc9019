package org.slth.dl4j.ticket;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nd4j.shade.jackson.core.JsonFactory;
import org.nd4j.shade.jackson.core.JsonParser;
import org.nd4j.shade.jackson.core.JsonToken;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** A configuration in JSON that nobody trusts: read with bounds, and written again in one way. */
final class ConfigurationText {

  private static final int LARGEST = 1 << 24; // characters
  private static final int DEEPEST = 64; // networks of DL4J nest 10 to 20 deep
  private static final int LONGEST_NUMBER = 64; // digits; a double has 25

  /** What DL4J writes class names under; distributions have their own. */
  private static final String[] CLASS_KEYS = {"@class", "type"};

  private static final Pattern CLASS_NAME = Pattern.compile("[\\w.$]{1,200}");

  /** Settings of SLTH's layers that cost more than the parameters they make. */
  private static final Map<String, Integer> LARGEST_SETTINGS =
      Map.of("kernelSize", 64, "turns", 4096, "inputOrder", 4, "outputOrder", 4, "order", 4);

  private static final Pattern NUMBER = Pattern.compile("(\\bS)?(\\d+)");
  private static final int LARGEST_IN_TEXT = 1024;
  private static final int LARGEST_SYMMETRIC = 8;

  private ConfigurationText() {}

  /**
   * Returns the same JSON without anything that two readers could read in two ways.
   *
   * @param requireKnown is given the name of each class
   * @throws IllegalArgumentException if it is none, too large or too deep, or names no class where
   *     one is named
   */
  static String checked(String json, Consumer<String> requireKnown) {
    if (json.length() > LARGEST) {
      throw new IllegalArgumentException(
          "expected a configuration of at most %d characters, got %d"
              .formatted(LARGEST, json.length()));
    }
    ObjectMapper mapper = new ObjectMapper(); // no types, no modules
    mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    try {
      scan(mapper.getFactory(), json);
      JsonNode tree = mapper.readTree(json);
      requireKnown(tree, requireKnown);
      return mapper.writeValueAsString(tree);
    } catch (IOException e) {
      throw new IllegalArgumentException("the configuration is no JSON: " + e.getMessage(), e);
    }
  }

  private static void scan(JsonFactory factory, String json) throws IOException {
    int depth = 0;
    try (JsonParser parser = factory.createParser(json)) {
      for (JsonToken next = parser.nextToken(); next != null; next = parser.nextToken()) {
        depth += next.isStructStart() ? 1 : next.isStructEnd() ? -1 : 0;
        if (depth > DEEPEST || (next.isNumeric() && parser.getTextLength() > LONGEST_NUMBER)) {
          throw new IllegalArgumentException(
              "expected a configuration at most %d deep with numbers of at most %d digits"
                  .formatted(DEEPEST, LONGEST_NUMBER));
        }
      }
    }
  }

  private static void requireKnown(JsonNode node, Consumer<String> requireKnown) {
    for (String key : CLASS_KEYS) {
      JsonNode name = node.get(key);
      if (name != null && name.isTextual() && (key.equals("@class") || isQualified(name))) {
        if (!CLASS_NAME.matcher(name.asText()).matches()) {
          throw new IllegalArgumentException("expected the name of a class, got " + name);
        }
        requireKnown.accept(name.asText());
      }
    }
    if (node.path("@class").asText().startsWith("org.slth.")) {
      node.fields().forEachRemaining(each -> requireModest(each.getKey(), each.getValue()));
    }
    node.elements().forEachRemaining(each -> requireKnown(each, requireKnown));
  }

  private static boolean isQualified(JsonNode name) {
    return name.asText().contains(".");
  }

  private static void requireModest(String name, JsonNode value) {
    Integer largest = LARGEST_SETTINGS.get(name);
    if (largest != null && value.isNumber() && !(value.asDouble() <= largest)) {
      throw new IllegalArgumentException(
          "expected %s of at most %d, got %s".formatted(name, largest, value));
    }
    if (value.isTextual() && value.asText().contains(":")) {
      requireModestField(value.asText());
    }
  }

  /** Groups are made before anything can be counted, so their names are bounded. */
  private static void requireModestField(String text) {
    Matcher numbers = NUMBER.matcher(text);
    while (numbers.find()) {
      int largest = numbers.group(1) == null ? LARGEST_IN_TEXT : LARGEST_SYMMETRIC;
      if (numbers.group(2).length() > 6 || Integer.parseInt(numbers.group(2)) > largest) {
        throw new IllegalArgumentException(
            "expected a field type with numbers of at most %d and groups up to S%d, got %s"
                .formatted(
                    LARGEST_IN_TEXT,
                    LARGEST_SYMMETRIC,
                    text.length() > 60 ? text.substring(0, 60) + "..." : text));
      }
    }
  }
}
