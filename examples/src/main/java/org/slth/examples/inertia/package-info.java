/**
 * The command {@code inertia}: a network on vectors and tensors of any group, found by its name.
 *
 * <p>Start from {@link org.slth.examples.inertia.Inertia}. Nothing here knows which groups there
 * are: what {@code --group}, {@code --space} and {@code --field} name is looked up, in plugins too.
 */
@org.jspecify.annotations.NullMarked
package org.slth.examples.inertia;
