/** The look-up of plugins. */
@org.jspecify.annotations.NullMarked
package org.slth.spi;
