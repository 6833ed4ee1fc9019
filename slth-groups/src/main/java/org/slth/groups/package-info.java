/** The built-in groups. */
@org.jspecify.annotations.NullMarked
package org.slth.groups;
