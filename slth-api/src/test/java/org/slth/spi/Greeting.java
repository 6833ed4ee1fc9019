package org.slth.spi;

/** Listed in META-INF/services of the tests themselves, with two that cannot be loaded. */
public interface Greeting extends Provider {

  /** Some text. */
  String text();

  /** One that works. */
  final class Hello implements Greeting {
    @Override
    public String id() {
      return "test:hello";
    }

    @Override
    public String text() {
      return "hello";
    }
  }

  /** One that does not. */
  final class Broken implements Greeting {

    /** Fails. */
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
}
