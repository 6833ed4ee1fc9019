package org.slth.pruning;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a layer, or of a part of one such as its activation, in neutral terms: a class
 * name, and values by the names that the framework's own JSON gives them.
 *
 * <p>DL4J's dense layer from 3 to 4 channels, whose other settings have their defaults, is
 *
 * <pre>{@code
 * LayerSettings.of("org.deeplearning4j.nn.conf.layers.DenseLayer").with("nin", 3).with("nout", 4)
 * }</pre>
 *
 * <p>A value is a boolean, a whole number ({@code Long}), a number ({@code Double}), a text, a
 * list, a map by texts, or the settings of a part. What is not set, or null in JSON, is not there.
 * Instances never change, and are equal if class name, names and values are.
 */
public final class LayerSettings {

  private final String type;
  private final SortedMap<String, Object> values;

  private LayerSettings(String type, SortedMap<String, Object> values) {
    this.type = type;
    this.values = Collections.unmodifiableSortedMap(values);
  }

  /**
   * Returns the settings of a class of which nothing is set.
   *
   * @param type the full name of the class
   * @throws IllegalArgumentException if it is blank
   */
  public static LayerSettings of(String type) {
    if (type.isBlank()) {
      throw new IllegalArgumentException("expected the name of a class, got \"" + type + "\"");
    }
    return new LayerSettings(type, new TreeMap<>());
  }

  /**
   * Returns a copy in which a value is set.
   *
   * @param name as the framework's JSON writes it, such as {@code nin}
   * @param value {@code Boolean}, {@code Number}, {@code String}, {@code LayerSettings}, or a
   *     {@code List} or a {@code Map} by texts of such; copied
   * @throws IllegalArgumentException if it is of another class
   */
  public LayerSettings with(String name, Object value) {
    SortedMap<String, Object> changed = new TreeMap<>(values);
    changed.put(name, neutral(name, value));
    return new LayerSettings(type, changed);
  }

  private static Object neutral(String name, Object value) {
    if (value instanceof Boolean || value instanceof String || value instanceof LayerSettings) {
      return value;
    }
    if (value instanceof Long || value instanceof Integer || value instanceof Short) {
      return ((Number) value).longValue();
    }
    if (value instanceof Double || value instanceof Float) {
      return ((Number) value).doubleValue();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(each -> neutral(name, each)).toList();
    }
    if (value instanceof Map<?, ?> map) {
      SortedMap<String, Object> copy = new TreeMap<>();
      map.forEach((key, each) -> copy.put(String.valueOf(key), neutral(name, each)));
      return Collections.unmodifiableSortedMap(copy);
    }
    throw new IllegalArgumentException(
        "setting %s: expected a boolean, a number, a text, settings, or a list or map of them, got %s"
            .formatted(name, value.getClass().getName()));
  }

  /** Returns the full name of the class. */
  public String type() {
    return type;
  }

  /** Returns the names of what is set, in the order of the alphabet. */
  public Set<String> names() {
    return values.keySet();
  }

  /** Returns whether there is a setting of that name. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /**
   * Returns a setting as it is.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public Object value(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "%s has no setting %s; it has %s".formatted(type, name, String.join(", ", names())));
    }
    return value;
  }

  private <T> T value(String name, Class<T> kind, String expected) {
    Object value = value(name);
    if (!kind.isInstance(value)) {
      throw unexpected(name, expected, value);
    }
    return kind.cast(value);
  }

  private IllegalArgumentException unexpected(String name, String expected, Object value) {
    return new IllegalArgumentException(
        "setting %s of %s: expected %s, got %s".formatted(name, type, expected, value));
  }

  /**
   * Returns a whole number.
   *
   * @throws IllegalArgumentException if it is not there, or no whole number of 32 bits
   */
  public int integer(String name) {
    return integer(name, value(name));
  }

  private int integer(String name, Object value) {
    if (value instanceof Long number && number == number.intValue()) {
      return number.intValue();
    }
    throw unexpected(name, "a whole number of 32 bits", value);
  }

  /**
   * Returns a list of whole numbers.
   *
   * @throws IllegalArgumentException if it is not there, or not such a list
   */
  public List<Integer> integers(String name) {
    List<?> list = value(name, List.class, "a list of whole numbers");
    return list.stream().map(each -> integer(name, each)).toList();
  }

  /**
   * Returns a number, perhaps infinite or NaN.
   *
   * @throws IllegalArgumentException if it is not there, or no number
   */
  public double number(String name) {
    return value(name, Number.class, "a number").doubleValue();
  }

  /**
   * Returns whether something is so.
   *
   * @throws IllegalArgumentException if it is not there, or neither true nor false
   */
  public boolean flag(String name) {
    return value(name, Boolean.class, "true or false");
  }

  /**
   * Returns a text; what is an enum in the framework is the text of its name.
   *
   * @throws IllegalArgumentException if it is not there, or no text
   */
  public String text(String name) {
    return value(name, String.class, "a text");
  }

  /**
   * Returns the settings of a part, such as {@code activationFn}.
   *
   * @throws IllegalArgumentException if it is not there, or has no class
   */
  public LayerSettings nested(String name) {
    return value(name, LayerSettings.class, "the settings of a part");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LayerSettings that
        && type.equals(that.type)
        && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, values);
  }

  /** Returns class name and values, for people. */
  @Override
  public String toString() {
    return type + values;
  }
}
