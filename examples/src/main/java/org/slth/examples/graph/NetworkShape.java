package org.slth.examples.graph;

/**
 * How large a network is.
 *
 * @param width channels of each layer
 * @param layers how many there are
 * @param normalize whether batch normalisation follows each of them
 * @param dropout fraction of the last features that are dropped in training
 */
record NetworkShape(int width, int layers, boolean normalize, double dropout) {}
