/**
 * Graph networks: their tickets ({@link org.slth.examples.graph.GraphTickets}) and what they can
 * tell apart ({@link org.slth.examples.graph.Expressivity}).
 */
@org.jspecify.annotations.NullMarked
package org.slth.examples.graph;
