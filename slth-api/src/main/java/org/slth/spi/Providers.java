package org.slth.spi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.slth.spi.ProviderSearch.Usable;

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

  private final List<Usable<T>> all;
  private final List<String> failures;
  private final List<String> absent;

  private Providers(List<Usable<T>> all, List<String> failures, List<String> absent) {
    this.all =
        all.stream()
            .sorted(
                Comparator.<Usable<T>>comparingInt(Usable::priority)
                    .reversed()
                    .thenComparing(Usable::id))
            .toList();
    this.failures = failures;
    this.absent = absent;
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
    if (Thread.currentThread().getContextClassLoader() != type.getClassLoader()) {
      search.collect(ServiceLoader.load(type, type.getClassLoader()));
    }
    return new Providers<>(search.usable(), search.failures(), search.absent());
  }

  /** {@return every provider that can be used, highest priority first, then by id} */
  public List<T> all() {
    return all.stream().map(Usable::provider).toList();
  }

  /** {@return why others cannot be used, one text each} */
  public List<String> failures() {
    return failures;
  }

  /** {@return why others are left out that this virtual machine could have, one text each} */
  public List<String> absent() {
    return absent;
  }

  /**
   * {@return where a provider comes from, such as the path of its jar}
   *
   * @param provider any provider
   */
  public static String location(Provider provider) {
    return ClassFiles.location(provider.getClass());
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
        .map(Usable::provider)
        .orElseThrow(
            () -> unknown(kind, id, all.stream().map(Usable::id).sorted().toList(), remedy));
  }

  /**
   * {@return the answer of the provider of highest priority that has one}
   *
   * <p>Those of lower priority are not asked. A provider that throws counts as one without an
   * answer as long as another has one.
   *
   * @param asked what is asked, for the messages
   * @param question asked of each provider
   * @param <R> what is looked for
   * @throws IllegalArgumentException if two providers of one priority answer, or if none does and
   *     one threw
   */
  public <R> Optional<R> first(String asked, Function<T, Optional<R>> question) {
    Optional<Usable<T>> answering = Optional.empty();
    Optional<R> answer = Optional.empty();
    List<IllegalArgumentException> thrown = new ArrayList<>();
    for (Usable<T> provider : all) {
      if (answering.isPresent() && provider.priority() < answering.get().priority()) {
        break;
      }
      Optional<R> next = ask(provider, asked, question, thrown);
      if (next.isPresent() && answering.isPresent()) {
        throw tie(asked, answering.get(), provider);
      } else if (next.isPresent()) {
        answering = Optional.of(provider);
        answer = next;
      }
    }
    if (answer.isEmpty() && !thrown.isEmpty()) {
      thrown.subList(1, thrown.size()).forEach(thrown.get(0)::addSuppressed);
      throw thrown.get(0);
    }
    return answer;
  }

  private <R> Optional<R> ask(
      Usable<T> provider,
      String asked,
      Function<T, Optional<R>> question,
      List<IllegalArgumentException> thrown) {
    try {
      return Objects.requireNonNull(question.apply(provider.provider()), "got null");
    } catch (RuntimeException | LinkageError | AssertionError e) {
      thrown.add(
          new IllegalArgumentException(
              "%s of %s failed when asked for %s: %s"
                  .formatted(provider.id(), location(provider.provider()), asked, e),
              e));
      return Optional.empty();
    }
  }

  private IllegalArgumentException tie(String asked, Usable<T> one, Usable<T> other) {
    return new IllegalArgumentException(
        "%s of %s and %s of %s both answer for %s with priority %d; remove one, or give one a"
                .formatted(
                    one.id(),
                    location(one.provider()),
                    other.id(),
                    location(other.provider()),
                    asked,
                    one.priority())
            + " higher priority");
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
    if (!absent.isEmpty()) {
      text.append("; left out: ").append(String.join("; ", absent));
    }
    return new IllegalArgumentException(text.toString());
  }
}
