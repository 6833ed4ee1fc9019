package org.slth.spi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;

/**
 * What {@link ServiceLoader} finds for one interface: highest {@linkplain Provider#priority()
 * priority} first, then by id.
 *
 * <p>The loader of the current thread is asked first, then the one of the interface itself, so that
 * worker threads and application servers find the same plugins. A provider that cannot be loaded,
 * whose id is malformed or reserved, or that exists twice, is left out and kept as one of the
 * {@link #failures()}; it hides no other.
 *
 * <p>The cost is that of a search of the class path: look up once, not in a loop.
 *
 * @param <T> the interface that plugins implement
 */
public final class Providers<T extends Provider> {

  private final List<T> all;
  private final List<String> failures;

  private Providers(List<T> all, List<String> failures) {
    this.all = all.stream().sorted(order()).toList();
    this.failures = List.copyOf(failures);
  }

  private static <T extends Provider> Comparator<T> order() {
    return Comparator.<T>comparingInt(Provider::priority).reversed().thenComparing(Provider::id);
  }

  /**
   * {@return the providers that can be used now}
   *
   * @param type the interface that plugins implement
   * @param <T> the same
   */
  public static <T extends Provider> Providers<T> of(Class<T> type) {
    ProviderSearch<T> search = new ProviderSearch<>();
    search.collect(ServiceLoader.load(type));
    search.collect(ServiceLoader.load(type, type.getClassLoader()));
    return new Providers<>(search.usable(), search.failures());
  }

  /** {@return every provider that can be used, highest priority first, then by id} */
  public List<T> all() {
    return all;
  }

  /** {@return why others cannot be used, one text each} */
  public List<String> failures() {
    return failures;
  }

  /**
   * {@return where a provider comes from, such as the path of its jar}
   *
   * @param provider any provider
   */
  public static String location(Provider provider) {
    return ProviderSearch.location(provider.getClass());
  }

  /**
   * {@return the provider of that id}
   *
   * @param kind what is looked for, such as {@code subset-sum solver}
   * @param id its id
   * @param remedy what usually mends it, such as the jar to add
   * @throws IllegalArgumentException if there is none; the message lists what there is
   */
  public T named(String kind, String id, String remedy) {
    return all.stream()
        .filter(provider -> provider.id().equals(id))
        .findFirst()
        .orElseThrow(() -> unknown(kind, id, ids(all), remedy));
  }

  /**
   * {@return the answer of the provider of highest priority that has one}
   *
   * <p>A provider that throws counts as one without an answer as long as another has one.
   *
   * @param asked what is asked, for the messages
   * @param question asked of each provider
   * @param <R> what is looked for
   * @throws IllegalArgumentException if two providers of one priority answer, or if none does and
   *     one threw
   */
  public <R> Optional<R> first(String asked, Function<T, Optional<R>> question) {
    List<T> answering = new ArrayList<>();
    List<R> answers = new ArrayList<>();
    List<IllegalArgumentException> thrown = new ArrayList<>();
    for (T provider : all) {
      try {
        question
            .apply(provider)
            .ifPresent(
                answer -> {
                  answering.add(provider);
                  answers.add(answer);
                });
      } catch (RuntimeException | LinkageError e) {
        thrown.add(
            new IllegalArgumentException(
                "%s of %s failed when asked for %s: %s"
                    .formatted(provider.id(), location(provider), asked, e),
                e));
      }
    }
    if (answers.isEmpty() && !thrown.isEmpty()) {
      throw thrown.get(0);
    }
    requireOne(asked, answering);
    return answers.stream().findFirst();
  }

  private void requireOne(String asked, List<T> answering) {
    if (answering.size() > 1 && answering.get(0).priority() == answering.get(1).priority()) {
      T one = answering.get(0);
      T other = answering.get(1);
      throw new IllegalArgumentException(
          "%s of %s and %s of %s both answer for %s with priority %d; remove one, or give one a"
                  .formatted(
                      one.id(), location(one), other.id(), location(other), asked, one.priority())
              + " higher priority");
    }
  }

  private static List<String> ids(List<? extends Provider> providers) {
    return providers.stream().map(Provider::id).sorted().toList();
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
