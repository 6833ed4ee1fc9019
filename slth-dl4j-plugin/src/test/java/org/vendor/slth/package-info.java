/** A plugin as a third party writes it: it sees public types alone. */
@org.jspecify.annotations.NullMarked
package org.vendor.slth;
