/**
 * Networks of DL4J's own layers and their tickets: LeNet-5 beside the published figures ({@link
 * org.slth.examples.stock.LeNet}) and a residual network ({@link
 * org.slth.examples.stock.Residual}).
 */
@org.jspecify.annotations.NullMarked
package org.slth.examples.stock;
