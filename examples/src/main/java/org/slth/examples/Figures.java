package org.slth.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Named results in the order they were added: a table for people, one JSON object for programs. */
public final class Figures {

  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, String> lines = new LinkedHashMap<>();

  /**
   * Adds a figure to both.
   *
   * @param key its name in JSON
   * @param label what the table calls it
   * @param format for {@link String#format}, of the value
   */
  public Figures add(String key, Object value, String label, String format) {
    lines.put(label, String.format(Locale.ROOT, format, value));
    return add(key, value);
  }

  /**
   * Adds a figure to the JSON alone: a number, string, boolean, record, or a list or map of such.
   */
  public Figures add(String key, Object value) {
    if (values.putIfAbsent(key, value) != null) {
      throw new IllegalStateException("expected every figure once, got two of " + key);
    }
    return this;
  }

  /** Adds a line to the table alone; of equal labels the last one stays. */
  public Figures addLine(String label, String text) {
    lines.put(label, text);
    return this;
  }

  /** Returns the figures as one line of JSON. */
  String toJson() {
    try {
      return new ObjectMapper()
          .setPropertyNamingStrategy(
              PropertyNamingStrategies.SNAKE_CASE) // of records among the values
          .writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("expected plain values, got " + values, e);
    }
  }

  /** Returns the table. */
  @Override
  public String toString() {
    int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
    return lines.entrySet().stream()
        .map(line -> String.format("%-" + width + "s  %s%n", line.getKey(), line.getValue()))
        .collect(Collectors.joining());
  }
}
