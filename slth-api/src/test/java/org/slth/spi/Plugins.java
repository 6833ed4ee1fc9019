package org.slth.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Jars of plugins, and looking for them. */
final class Plugins {

  private final Path folder;
  private int jars;

  Plugins(Path folder) {
    this.folder = folder;
  }

  /** A jar of hints. */
  PluginJar jar() {
    return jar("org.slth.spi.Hint");
  }

  /** A jar of providers of another service. */
  PluginJar jar(String service) {
    return PluginJar.of(folder.resolve("" + jars++), service);
  }

  static String hint(String in, String name, String id, String text, int priority) {
    return "package %s; public final class %s%s".formatted(in, name, body(id, text, priority));
  }

  static String body(String id, String text, int priority) {
    return " implements org.slth.spi.Hint"
        + " { public String id() { return \"%s\"; }".formatted(id)
        + " public String text() { return \"%s\"; }".formatted(text)
        + " public int priority() { return %d; } }".formatted(priority);
  }

  /** An interface that only a plugin loader knows. */
  URL service() {
    return jar("demo.Advice")
        .with("package demo; public interface Advice extends org.slth.spi.Provider {}")
        .build();
  }

  static String tip(String in, String name, String id) {
    return "package %s; public final class %s implements demo.Advice".formatted(in, name)
        + " { public String id() { return \"test:%s\"; } }".formatted(id);
  }

  static ClassLoader parent() {
    return ProvidersTest.class.getClassLoader();
  }

  static Class<? extends Provider> tips(ClassLoader loader) {
    try {
      return loader.loadClass("demo.Advice").asSubclass(Provider.class);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  static Providers<Hint> find(URL... jars) {
    try (URLClassLoader loader = new URLClassLoader(jars, parent())) {
      return under(loader, () -> Providers.of(Hint.class));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static <T> T under(ClassLoader loader, Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  static void assertTexts(Providers<?> providers, String... texts) {
    List<String> found =
        providers.all().stream()
            .map(p -> p instanceof Hint hint ? hint.text() : ((Greeting) p).text())
            .toList();
    assertEquals(List.of(texts), found, () -> providers.failures().toString());
  }

  static void assertContains(String text, String part) {
    assertTrue(text.contains(part), text);
  }
}
