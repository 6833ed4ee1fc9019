package org.slth.spi;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where classes come from, and whether it matters. */
final class ClassFiles {

  private ClassFiles() {}

  /**
   * What is wrong if the loaders of some classes of one name hold it in several versions. Copies of
   * one version, as in a jar and its shade, are harmless.
   */
  static Optional<String> versions(Set<Class<?>> classes) {
    String name = classes.iterator().next().getName();
    try {
      Map<String, URL> files = new LinkedHashMap<>();
      for (Class<?> type : classes) {
        for (URL file : files(type)) {
          files.putIfAbsent(file.toString(), file);
        }
      }
      List<URL> all = List.copyOf(files.values());
      for (URL other : all.subList(Math.min(1, all.size()), all.size())) {
        if (!Arrays.equals(bytes(all.get(0)), bytes(other))) {
          return Optional.of(
              "%s is there in two versions, %s and %s; remove one of them"
                  .formatted(name, all.get(0), other));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // the loader read the class itself: no reason to refuse it
    }
  }

  private static List<URL> files(Class<?> type) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    ClassLoader loader = type.getClassLoader();
    return loader == null ? List.of() : Collections.list(loader.getResources(file));
  }

  private static byte[] bytes(URL file) throws IOException {
    URLConnection connection = file.openConnection();
    connection.setUseCaches(false); // else the jar stays open after its loader is closed
    try (InputStream stream = connection.getInputStream()) {
      return stream.readAllBytes();
    }
  }

  /** The jar or folder of a class. */
  static String location(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null
        ? "an unknown place"
        : source.getLocation().toString();
  }
}
