package org.slth.dl4j.layer;

/**
 * Parameters side by side that feed on equally many inputs.
 *
 * @param length how many parameters
 * @param fanIn how many parameters add up in one output
 */
public record CoefficientRun(int length, int fanIn) {}
