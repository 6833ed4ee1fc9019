package org.slth.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.slth.spi.Plugins.assertTexts;
import static org.slth.spi.Plugins.find;
import static org.slth.spi.Plugins.hint;
import static org.slth.spi.Plugins.tip;
import static org.slth.spi.Plugins.under;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where plugins are looked for, and what counts as one. */
class ClassLoadersTest {

  private final Plugins plugins;

  ClassLoadersTest(@TempDir Path folder) {
    plugins = new Plugins(folder);
  }

  /** As a worker thread of an application server has it. */
  @Test
  void theLoaderOfTheThreadIsAsked() {
    URL jar = plugins.jar().withProvider(hint("demo", "Tip", "test:tip", "tip", 0)).build();
    assertTexts(Providers.of(Hint.class));
    assertTexts(find(jar), "tip");
  }

  /** As a thread of a pool has it, which knows nothing of the application. */
  @Test
  void theLoaderOfTheInterfaceIsAskedToo() throws IOException {
    try (URLClassLoader empty =
        new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
      assertTexts(under(empty, () -> Providers.of(Greeting.class)), "hello");
      assertTexts(under(null, () -> Providers.of(Greeting.class)), "hello");
    }
  }

  /** Each loader sees one of two plugins. */
  @Test
  void whatOnlyOneOfTheLoadersSeesIsFound() throws Exception {
    URL service = plugins.service();
    URL here =
        plugins
            .jar("demo.Advice")
            .against(service)
            .withProvider(tip("here", "Here", "here"))
            .build();
    URL there =
        plugins
            .jar("demo.Advice")
            .against(service)
            .withProvider(tip("there", "There", "there"))
            .build();
    try (URLClassLoader own = new URLClassLoader(new URL[] {service, here}, Plugins.parent());
        URLClassLoader thread = new Isolated(there, own)) {
      Providers<? extends Provider> found = under(thread, () -> Providers.of(Plugins.tips(own)));
      assertEquals(
          List.of("test:here", "test:there"), found.all().stream().map(Provider::id).toList());
      assertEquals(List.of(), found.failures());
    }
  }

  /** Both loaders define a class of that name, so there are two classes. */
  @Test
  void oneClassOfTwoLoadersIsOneProviderIfItIsTheSame() throws Exception {
    URL service = plugins.service();
    URL first =
        plugins.jar("demo.Advice").against(service).withProvider(tip("demo", "Tip", "one")).build();
    URL copy =
        plugins.jar("demo.Advice").against(service).withProvider(tip("demo", "Tip", "one")).build();
    URL other =
        plugins.jar("demo.Advice").against(service).withProvider(tip("demo", "Tip", "two")).build();
    try (URLClassLoader own = new URLClassLoader(new URL[] {service, first}, Plugins.parent());
        URLClassLoader same = new Isolated(copy, own);
        URLClassLoader different = new Isolated(other, own)) {
      Providers<? extends Provider> one = under(same, () -> Providers.of(Plugins.tips(own)));
      assertEquals(1, one.all().size());
      assertEquals(copy.toString(), Providers.location(one.all().get(0)));
      assertEquals(List.of(), one.failures());
      Providers<? extends Provider> none = under(different, () -> Providers.of(Plugins.tips(own)));
      assertEquals(List.of(), none.all());
      assertEquals(
          List.of(
              "demo.Tip is there in two versions, jar:%s!/demo/Tip.class and jar:%s!/demo/Tip.class;"
                      .formatted(other, first)
                  + " remove one of them"),
          none.failures());
    }
  }

  @Test
  void twoVersionsOfOneClassAreRefusedWithBothPlaces() {
    URL old = plugins.jar().withProvider(hint("demo", "Tip", "test:tip", "old", 0)).build();
    URL young = plugins.jar().withProvider(hint("demo", "Tip", "test:tip", "young", 0)).build();
    Providers<Hint> hints = find(old, young);
    assertTexts(hints);
    assertEquals(
        List.of(
            "demo.Tip is there in two versions, jar:%s!/demo/Tip.class and jar:%s!/demo/Tip.class;"
                    .formatted(old, young)
                + " remove one of them"),
        hints.failures());
  }

  @Test
  void copiesOfOneClassAreOneProvider() {
    String source = hint("demo", "Tip", "test:tip", "tip", 0);
    Providers<Hint> hints =
        find(
            plugins.jar().withProvider(source).build(), plugins.jar().withProvider(source).build());
    assertTexts(hints, "tip");
    assertEquals(List.of(), hints.failures());
  }

  /**
   * Has classes of its own, and takes only what it lacks from its parent; its files are its own.
   */
  private static final class Isolated extends URLClassLoader {

    Isolated(URL jar, ClassLoader parent) {
      super(new URL[] {jar}, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      try {
        return findClass(name);
      } catch (ClassNotFoundException e) {
        return super.loadClass(name, resolve);
      }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return findResources(name);
    }
  }
}
