package org.slth.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a module of the JDK that a provider needs and that a virtual machine has only if asked to.
 * Without it the provider is left out: one of {@link Providers#absent()}, and no failure.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NeedsModule {

  /** {@return the name of the module, such as {@code jdk.incubator.vector}} */
  String value();
}
