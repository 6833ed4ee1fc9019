package org.slth.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Pattern;

/** Loads the providers of one interface one by one, and sorts out those that cannot be used. */
final class ProviderSearch<T extends Provider> {

  private static final Pattern ID = Pattern.compile("[a-z0-9-]+:[a-z0-9-]+");
  private static final String RESERVED = "slth:";
  private static final String OWN = "org.slth.";

  private final Map<String, T> byClass = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();

  /** Adds what a loader finds, except for classes of a name that is known already. */
  void collect(ServiceLoader<T> loader) {
    var providers = loader.stream().iterator();
    while (true) {
      try {
        if (!providers.hasNext()) {
          return;
        }
        var provider = providers.next();
        String name = provider.type().getName();
        if (!byClass.containsKey(name)) {
          byClass.put(name, provider.get());
        }
      } catch (NoSuchElementException e) {
        return;
      } catch (ServiceConfigurationError | LinkageError e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Those with a proper id that nobody else has; the others become failures. */
  List<T> usable() {
    Map<String, List<T>> byId = new LinkedHashMap<>();
    for (T provider : byClass.values()) {
      Optional<String> fault = fault(provider);
      if (fault.isPresent()) {
        failures.add(fault.get());
      } else {
        byId.computeIfAbsent(provider.id(), id -> new ArrayList<>()).add(provider);
      }
    }
    List<T> usable = new ArrayList<>();
    byId.forEach(
        (id, providers) -> {
          if (providers.size() == 1) {
            usable.add(providers.get(0));
          } else {
            failures.add(
                "%s is the id of %s and of %s; remove one of them"
                    .formatted(id, named(providers.get(0)), named(providers.get(1))));
          }
        });
    return usable;
  }

  List<String> failures() {
    return failures.stream().distinct().toList();
  }

  private static Optional<String> fault(Provider provider) {
    String id;
    try {
      id = provider.id();
      int unused = provider.priority();
    } catch (RuntimeException | LinkageError e) {
      return Optional.of("%s: %s".formatted(named(provider), e));
    }
    if (id == null || !ID.matcher(id).matches()) {
      return Optional.of(
          "%s: expected an id as vendor:name, of a-z, 0-9 and hyphens, got %s"
              .formatted(named(provider), id));
    }
    if (id.startsWith(RESERVED) && !provider.getClass().getName().startsWith(OWN)) {
      return Optional.of(
          "%s: the vendor slth is reserved, so its id cannot be %s".formatted(named(provider), id));
    }
    return versions(provider.getClass());
  }

  /** Two jars with one class are harmless if the class is the same, as in a jar and its shade. */
  private static Optional<String> versions(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    if (loader == null) {
      return Optional.empty();
    }
    try {
      List<URL> files =
          Collections.list(loader.getResources(type.getName().replace('.', '/') + ".class"));
      for (URL other : files.subList(Math.min(1, files.size()), files.size())) {
        if (!Arrays.equals(bytes(files.get(0)), bytes(other))) {
          return Optional.of(
              "%s is there in two versions, %s and %s; remove one of them"
                  .formatted(type.getName(), files.get(0), other));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(URL file) throws IOException {
    URLConnection connection = file.openConnection();
    connection.setUseCaches(false); // else the jar stays open after its loader is closed
    try (InputStream stream = connection.getInputStream()) {
      return stream.readAllBytes();
    }
  }

  private static String named(Provider provider) {
    return provider.getClass().getName() + " of " + location(provider.getClass());
  }

  /** The jar or folder of a class. */
  static String location(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null
        ? "an unknown place"
        : source.getLocation().toString();
  }
}
