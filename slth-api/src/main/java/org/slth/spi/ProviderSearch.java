package org.slth.spi;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Loads the providers of one interface one by one, and sorts out those that cannot be used. */
final class ProviderSearch<T extends Provider> {

  private static final Pattern ID = Pattern.compile("[a-z0-9-]+:[a-z0-9-]+");
  private static final String RESERVED = "slth:";
  private static final String OWN = "org.slth.";

  /** A class path that cannot be read at all fails for ever. */
  private static final int MOST_FAILURES = 100;

  private final Map<String, Candidate<T>> byClass = new LinkedHashMap<>();
  private final Set<String> failures = new LinkedHashSet<>();
  private final Set<String> absent = new LinkedHashSet<>();

  /** A provider that can be used, with what it said of itself: it is asked once. */
  record Usable<T>(T provider, String id, int priority) {}

  /** The classes of one name that the loaders have, and the first instance that could be made. */
  private static final class Candidate<T> {
    private final Set<Class<?>> classes = new LinkedHashSet<>();
    private Optional<T> instance = Optional.empty();
  }

  /** Adds what a loader finds; classes of one name are one provider. */
  void collect(ServiceLoader<T> loader) {
    Iterator<ServiceLoader.Provider<T>> found = loader.stream().iterator();
    for (int failed = 0; failed < MOST_FAILURES; ) {
      try {
        if (!found.hasNext()) {
          return;
        }
        add(found.next());
      } catch (ServiceConfigurationError | LinkageError | AssertionError e) {
        failures.add(text(e));
        failed++;
      }
    }
  }

  private static String text(Error e) {
    if (!(e instanceof ServiceConfigurationError)) {
      return "a provider cannot be linked: " + e;
    }
    String told = String.valueOf(e.getMessage());
    return e.getCause() == null ? told : told + ": " + e.getCause();
  }

  private void add(ServiceLoader.Provider<T> found) {
    Class<? extends T> type = found.type();
    @Nullable NeedsModule needed = type.getAnnotation(NeedsModule.class);
    if (needed != null && ModuleLayer.boot().findModule(needed.value()).isEmpty()) {
      absent.add(type.getName() + " needs java --add-modules " + needed.value());
      return;
    }
    Candidate<T> candidate = byClass.computeIfAbsent(type.getName(), name -> new Candidate<>());
    if (candidate.classes.add(type) && candidate.instance.isEmpty()) {
      candidate.instance = Optional.of(found.get());
    }
  }

  /** Those with a proper id that nobody else has; the others become failures. */
  List<Usable<T>> usable() {
    Map<String, List<Usable<T>>> byId = new LinkedHashMap<>();
    for (Candidate<T> candidate : byClass.values()) {
      Optional<String> versions = ClassFiles.versions(candidate.classes);
      if (versions.isPresent()) {
        failures.add(versions.get());
      } else {
        candidate
            .instance
            .flatMap(this::asked)
            .ifPresent(u -> byId.computeIfAbsent(u.id(), id -> new ArrayList<>()).add(u));
      }
    }
    List<Usable<T>> usable = new ArrayList<>();
    byId.forEach(
        (id, several) -> {
          if (several.size() == 1) {
            usable.addAll(several);
          } else {
            failures.add(
                several.stream()
                        .map(u -> named(u.provider()))
                        .collect(Collectors.joining(" and of ", id + " is the id of ", ""))
                    + "; keep one of them");
          }
        });
    return usable;
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  List<String> absent() {
    return List.copyOf(absent);
  }

  private Optional<Usable<T>> asked(T provider) {
    try {
      Usable<T> usable = new Usable<>(provider, provider.id(), provider.priority());
      Optional<String> fault = fault(provider, usable.id());
      fault.ifPresent(text -> failures.add(named(provider) + ": " + text));
      return fault.isPresent() ? Optional.empty() : Optional.of(usable);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      failures.add(named(provider) + ": " + e);
      return Optional.empty();
    }
  }

  private static Optional<String> fault(Provider provider, String id) {
    if (id == null || !ID.matcher(id).matches()) {
      return Optional.of("expected an id as vendor:name, of a-z, 0-9 and hyphens, got " + id);
    } else if (id.startsWith(RESERVED) && !provider.getClass().getName().startsWith(OWN)) {
      return Optional.of("the vendor slth is reserved, so its id cannot be " + id);
    }
    return Optional.empty();
  }

  private static String named(Provider provider) {
    return provider.getClass().getName() + " of " + ClassFiles.location(provider.getClass());
  }
}
