package org.slth.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.slth.spi.Plugins.assertContains;
import static org.slth.spi.Plugins.assertTexts;
import static org.slth.spi.Plugins.find;
import static org.slth.spi.Plugins.hint;

import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of several plugins is taken, and what is told of those that are not. */
class ProvidersTest {

  private final Plugins plugins;

  ProvidersTest(@TempDir Path folder) {
    plugins = new Plugins(folder);
  }

  @Test
  void theErrorTellsWhatIsKnownAndWhatIsBroken() {
    Providers<Greeting> providers = Providers.of(Greeting.class);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> providers.named("greeting", "test:moin", "is its jar missing"))
            .getMessage();
    assertContains(
        message,
        "unknown greeting \"test:moin\": known are test:hello; is its jar missing; could not load: ");
    assertContains(message, "org.slth.spi.Missing");
    assertContains(message, "Greeting$Broken");
    assertContains(
        providers.unknown("greeting", "moin", List.of(), "add it").getMessage(),
        "unknown greeting \"moin\": none is on the class path; add it");
  }

  @Test
  void malformedAndMissingIdsAreTold() {
    URL jar =
        plugins
            .jar()
            .withProvider(hint("demo", "Loud", "Test:Loud", "loud", 0))
            .withProvider(hint("demo", "Bare", "bare", "bare", 0))
            .withProvider(
                hint("demo", "Nameless", "", "nameless", 0).replace("return \"\"", "return null"))
            .withProvider(
                hint("demo", "Angry", "", "angry", 0)
                    .replace("return \"\"", "throw new IllegalStateException(\"no id\")"))
            .withProvider(hint("demo", "Sound", "test:sound", "sound", 0))
            .build();
    Providers<Hint> hints = find(jar);
    assertTexts(hints, "sound");
    String expected =
        " of " + jar + ": expected an id as vendor:name, of a-z, 0-9 and hyphens, got ";
    String failures = hints.failures().toString();
    assertContains(failures, "demo.Loud" + expected + "Test:Loud");
    assertContains(failures, "demo.Bare" + expected + "bare");
    assertContains(failures, "demo.Nameless" + expected + "null");
    assertContains(failures, "demo.Angry of " + jar + ": java.lang.IllegalStateException: no id");
  }

  @Test
  void whatNeedsAModuleIsThereOnlyWithIt() {
    String far = "@org.slth.spi.NeedsModule(\"%s\") public final class";
    URL jar =
        plugins
            .jar()
            .withProvider(
                hint("demo", "Near", "test:near", "near", 0)
                    .replace("public final class", far.formatted("java.base")))
            .withProvider(
                hint("demo", "Far", "test:far", "far", 0)
                    .replace("public final class", far.formatted("no.such.module")))
            .build();
    Providers<Hint> hints = find(jar);
    assertTexts(hints, "near");
    assertEquals(List.of(), hints.failures());
    assertEquals(List.of("demo.Far needs java --add-modules no.such.module"), hints.absent());
    assertContains(
        hints.unknown("hint", "test:far", List.of("test:near"), "add it").getMessage(),
        "; left out: demo.Far needs java");
  }

  @Test
  void theVendorSlthIsReserved() {
    URL jar =
        plugins
            .jar()
            .withProvider(hint("demo", "Impostor", "slth:hint", "false", 0))
            .withProvider(hint("org.slth.demo", "Own", "slth:own", "own", 0))
            .build();
    Providers<Hint> hints = find(jar);
    assertTexts(hints, "own");
    assertEquals(
        List.of(
            "demo.Impostor of "
                + jar
                + ": the vendor slth is reserved, so its id cannot be slth:hint"),
        hints.failures());
  }

  @Test
  void oneIdOfTwoClassesIsRefusedWithBothPlaces() {
    URL a = plugins.jar().withProvider(hint("a", "One", "test:same", "one", 0)).build();
    URL b =
        plugins
            .jar()
            .withProvider(hint("b", "Two", "test:same", "two", 1))
            .withProvider(hint("b", "Other", "test:other", "other", 0))
            .build();
    Providers<Hint> hints = find(a, b);
    assertTexts(hints, "other");
    assertEquals(
        List.of(
            "test:same is the id of a.One of "
                + a
                + " and of b.Two of "
                + b
                + "; keep one of"
                + " them"),
        hints.failures());
  }

  @Test
  void aProviderIsAskedForItsIdOnce() {
    URL jar =
        plugins
            .jar()
            .withProvider(
                hint("demo", "Restless", "", "restless", 0)
                    .replace("{ public", "{ int calls; public")
                    .replace("return \"\"", "return \"test:\" + calls++"))
            .build();
    assertEquals("restless", find(jar).named("hint", "test:0", "").text());
  }

  @Test
  void theHighestPriorityAnswersAndNoLowerOneIsAsked() {
    URL jar =
        plugins
            .jar()
            .withProvider(hint("demo", "B", "test:b", "b", 0))
            .withProvider(hint("demo", "Low", "test:low", "low", -3))
            .withProvider(hint("demo", "High", "test:high", "high", 7))
            .withProvider(hint("demo", "A", "test:a", "a", 0))
            .build();
    Providers<Hint> hints = find(jar);
    assertTexts(hints, "high", "a", "b", "low");
    StringBuilder asked = new StringBuilder();
    Optional<String> answer =
        hints.first(
            "a hint",
            hint -> {
              asked.append(hint.text()).append(' ');
              return Optional.of(hint.text())
                  .filter(text -> !text.equals("high"))
                  .filter(text -> !text.equals("b"));
            });
    assertEquals(Optional.of("a"), answer);
    assertEquals("high a b ", asked.toString());
    assertEquals("low", hints.named("hint", "test:low", "").text());
  }

  @Test
  void aTieIsAnErrorWithBothIdsAndPlaces() {
    URL a = plugins.jar().withProvider(hint("a", "One", "test:one", "one", 2)).build();
    URL b = plugins.jar().withProvider(hint("b", "Two", "test:two", "two", 2)).build();
    Providers<Hint> hints = find(a, b);
    assertEquals(
        "test:one of "
            + a
            + " and test:two of "
            + b
            + " both answer for a hint with priority 2; remove one, or give one a higher priority",
        assertThrows(
                IllegalArgumentException.class,
                () -> hints.first("a hint", hint -> Optional.of(hint.text())))
            .getMessage());
    assertEquals(
        Optional.of("two"),
        hints.first(
            "a hint",
            hint -> hint.text().equals("two") ? Optional.of("two") : Optional.<String>empty()));
  }

  @Test
  void oneThatThrowsWhenAskedHidesNoOther() {
    URL jar =
        plugins
            .jar()
            .withProvider(
                hint("demo", "Angry", "test:angry", "", 1)
                    .replace("return \"\"", "throw new IllegalStateException(\"not me\")"))
            .withProvider(
                hint("demo", "Weak", "test:weak", "", 2)
                    .replace("return \"\"", "throw new NoClassDefFoundError(\"gone\")"))
            .withProvider(hint("demo", "Sound", "test:sound", "sound", 0))
            .build();
    Providers<Hint> hints = find(jar);
    assertEquals(Optional.of("sound"), hints.first("a hint", hint -> Optional.of(hint.text())));
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                hints.first(
                    "a hint", hint -> Optional.of(hint.text()).filter(text -> text.isEmpty())));
    assertEquals(
        "test:weak of "
            + jar
            + " failed when asked for a hint: java.lang.NoClassDefFoundError: gone",
        error.getMessage());
    assertContains(error.getSuppressed()[0].getMessage(), "IllegalStateException: not me");
  }
}
