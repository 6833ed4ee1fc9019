package org.slth.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.slth.spi.Plugins.assertContains;
import static org.slth.spi.Plugins.assertTexts;
import static org.slth.spi.Plugins.body;
import static org.slth.spi.Plugins.find;
import static org.slth.spi.Plugins.hint;
import static org.slth.spi.Plugins.under;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One broken plugin hides no other. */
class BrokenProvidersTest {

  private final Plugins plugins;

  BrokenProvidersTest(@TempDir Path folder) {
    plugins = new Plugins(folder);
  }

  @Test
  void aBrokenConstructorHidesNoOther() {
    Providers<Greeting> providers = Providers.of(Greeting.class);
    assertEquals(List.of("hello"), providers.all().stream().map(Greeting::text).toList());
    assertEquals(2, providers.failures().size(), () -> providers.failures().toString());
    assertContains(providers.failures().toString(), "Provider org.slth.spi.Missing not found");
    assertContains(
        providers.failures().toString(),
        "Greeting$Broken could not be instantiated: java.lang.IllegalStateException: broken on"
            + " purpose");
    assertEquals(
        Optional.of(5), providers.first("its length", g -> Optional.of(g.text().length())));
  }

  /** A parent, or a static field, that another jar should have brought. */
  @Test
  void whatCannotBeLinkedHidesNoOther() {
    URL jar =
        plugins
            .jar()
            .without("package gone; public class Parent {}")
            .withProvider(
                "package demo; public final class Orphan extends gone.Parent"
                    + body("test:orphan", "orphan", 0))
            .withProvider(
                "package demo; public final class Cold"
                    + body("test:cold", "cold", 0)
                        .replace(
                            "{ public", "{ static int x = 1 / Integer.parseInt(\"0\"); public"))
            .withProvider(hint("demo", "Sound", "test:sound", "sound", 0))
            .build();
    Providers<Hint> hints = find(jar);
    assertTexts(hints, "sound");
    assertContains(
        hints.failures().toString(),
        "a provider cannot be linked: java.lang.NoClassDefFoundError: gone/Parent");
    assertContains(hints.failures().toString(), "ExceptionInInitializerError");
    assertEquals(2, hints.failures().size());
  }

  /** Compiled against an older interface, it lacks a method. */
  @Test
  void oneOfAnOlderInterfaceIsTold() {
    URL jar =
        plugins
            .jar()
            .without("package org.slth.spi; public interface Provider {}")
            .without(
                "package org.slth.spi; public interface Hint extends Provider { String text(); }")
            .withProvider(
                "package demo; public final class Old implements org.slth.spi.Hint {"
                    + " public String text() { return \"old\"; } }")
            .build();
    Providers<Hint> hints = find(jar);
    assertTexts(hints);
    assertContains(hints.failures().toString(), "demo.Old of " + jar + ": ");
    assertContains(hints.failures().toString(), "AbstractMethodError");
  }

  @Test
  void whatIsNoProviderIsTold() {
    URL jar =
        plugins
            .jar()
            .withProvider("package demo; public final class Stranger {}")
            .withProvider(hint("demo", "Sound", "test:sound", "sound", 0))
            .build();
    Providers<Hint> hints = find(jar);
    assertTexts(hints, "sound");
    assertContains(hints.failures().toString(), "demo.Stranger not a subtype");
  }

  @Test
  void aClassPathThatCannotBeReadIsNotReadForEver() {
    ClassLoader unreadable =
        new ClassLoader(ClassLoader.getPlatformClassLoader()) {
          @Override
          public Enumeration<URL> getResources(String name) throws IOException {
            throw new IOException("the disk is gone");
          }
        };
    Providers<Greeting> providers = under(unreadable, () -> Providers.of(Greeting.class));
    assertTexts(providers, "hello");
    assertContains(providers.failures().toString(), "the disk is gone");
    assertEquals(3, providers.failures().size());
  }
}
