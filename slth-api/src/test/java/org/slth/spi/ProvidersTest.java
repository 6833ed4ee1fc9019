package org.slth.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvidersTest {

  /** Listed with two that cannot be loaded, see META-INF/services. */
  public interface Greeting extends Provider {
    String text();
  }

  public static final class Hello implements Greeting {
    @Override
    public String id() {
      return "test:hello";
    }

    @Override
    public String text() {
      return "hello";
    }
  }

  public static final class Broken implements Greeting {
    public Broken() {
      throw new IllegalStateException("broken on purpose");
    }

    @Override
    public String id() {
      return "test:never";
    }

    @Override
    public String text() {
      return "never";
    }
  }

  @Test
  void aBrokenProviderHidesNoOther() {
    Providers<Greeting> providers = Providers.of(Greeting.class);
    assertEquals(List.of("hello"), providers.all().stream().map(Greeting::text).toList());
    assertEquals(2, providers.failures().size());
    assertEquals(
        Optional.of(5), providers.first("its length", g -> Optional.of(g.text().length())));
  }

  @Test
  void theErrorTellsWhatIsKnownAndWhatIsBroken() {
    String message =
        Providers.of(Greeting.class)
            .unknown("greeting", "moin", List.of("hello"), "is its jar missing")
            .getMessage();
    assertTrue(
        message.startsWith(
            "unknown greeting \"moin\": known are hello; is its jar missing; could not load: "),
        message);
    assertTrue(message.contains("org.slth.spi.Missing"), message);
    assertTrue(message.contains("ProvidersTest$Broken"), message);
  }
}
