/** Pruning by subset sums. */
@org.jspecify.annotations.NullMarked
package org.slth.dl4j.pruning;
