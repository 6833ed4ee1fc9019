/**
 * The look-up of plugins through {@link java.util.ServiceLoader}, with errors that help.
 *
 * <p>Start from {@link org.slth.spi.Providers}. This package depends on no other, so every other
 * may use it. A provider that cannot be loaded is reported where nothing else fits, and never hides
 * the ones that can.
 */
@org.jspecify.annotations.NullMarked
package org.slth.spi;
