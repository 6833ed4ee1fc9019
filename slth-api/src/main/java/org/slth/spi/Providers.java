package org.slth.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;

/**
 * What {@link ServiceLoader} finds for one interface, in class path order.
 *
 * <p>The loader of the current thread is asked first, then the one of the interface itself, so that
 * worker threads and application servers find the same plugins.
 *
 * @param <T> the interface that plugins implement
 */
public final class Providers<T> {

  private final List<T> all;
  private final List<String> failures;

  private Providers(List<T> all, List<String> failures) {
    this.all = List.copyOf(all);
    this.failures = List.copyOf(failures);
  }

  /**
   * {@return the providers that can be loaded; the others are kept as {@link #failures()}}
   *
   * @param type the interface that plugins implement
   * @param <T> the same
   */
  public static <T> Providers<T> of(Class<T> type) {
    Map<String, T> found = new LinkedHashMap<>();
    List<String> failures = new ArrayList<>();
    collect(ServiceLoader.load(type), found, failures);
    collect(ServiceLoader.load(type, type.getClassLoader()), found, failures);
    return new Providers<>(new ArrayList<>(found.values()), failures.stream().distinct().toList());
  }

  private static <T> void collect(
      ServiceLoader<T> loader, Map<String, T> found, List<String> failures) {
    var providers = loader.stream().iterator();
    while (true) {
      try {
        if (!providers.hasNext()) {
          return;
        }
        var provider = providers.next();
        String name = provider.type().getName();
        if (!found.containsKey(name)) {
          found.put(name, provider.get());
        }
      } catch (NoSuchElementException e) {
        return;
      } catch (ServiceConfigurationError | LinkageError e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
  }

  /** {@return every provider that could be loaded} */
  public List<T> all() {
    return all;
  }

  /** {@return why the others could not be loaded, one text each} */
  public List<String> failures() {
    return failures;
  }

  /**
   * {@return the first answer that a provider gives}
   *
   * @param question asked of each provider in turn until one answers
   * @param <R> what is looked for
   */
  public <R> Optional<R> first(Function<T, Optional<R>> question) {
    return all.stream().flatMap(provider -> question.apply(provider).stream()).findFirst();
  }

  /**
   * {@return the exception to throw when nothing fits: what was asked, what there is, what to mend}
   *
   * @param kind what was looked for, such as {@code group}
   * @param name the name that nobody knows
   * @param known the names that are known
   * @param remedy what usually mends it, such as the jar to add
   */
  public IllegalArgumentException unknown(
      String kind, String name, List<String> known, String remedy) {
    StringBuilder text = new StringBuilder();
    text.append("unknown ").append(kind).append(" \"").append(name).append("\": ");
    text.append(
        known.isEmpty() ? "none is on the class path" : "known are " + String.join(", ", known));
    text.append("; ").append(remedy);
    if (!failures.isEmpty()) {
      text.append("; could not load: ").append(String.join("; ", failures));
    }
    return new IllegalArgumentException(text.toString());
  }
}
