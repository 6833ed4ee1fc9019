package org.slth.dl4j.certificate;

/**
 * How one pruned layer enters a bound. With the linear part A of the target's layer and the numbers
 * D by which the two signs of its coefficients are off, the error behind it is
 *
 * <pre>
 * |g(y) - f(x)|  ≤  |A| |y - x|  +  |D| |y|  +  bias
 * </pre>
 *
 * @param layer name of the layer
 * @param norm a bound of |A|
 * @param difference a bound of |D|
 * @param bias a bound of what the biases are off, over the whole output
 * @param size a bound of the target's activation behind it
 * @param error a bound of the difference of the activations behind it
 */
public record LayerBound(
    String layer, double norm, double difference, double bias, double size, double error) {}
