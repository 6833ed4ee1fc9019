/**
 * How much overparametrisation tickets need: the log law of candidates, and the constructions side
 * by side. Each class is a command of {@code experiments}.
 */
@org.jspecify.annotations.NullMarked
package org.slth.examples.bounds;
