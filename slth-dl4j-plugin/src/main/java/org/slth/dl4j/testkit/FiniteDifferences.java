package org.slth.dl4j.testkit;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Compares the gradients of <i>s</i> = Σ <i>c y</i>, with random numbers <i>c</i> and the output
 * <i>y</i> of a network, to central differences.
 */
final class FiniteDifferences {

  private static final double STEP = 1e-6;

  /** Errors of the differences are near 1e-9 of the largest number involved. */
  private static final double TOLERANCE = 1e-5;

  /** So many entries of each parameter and of the input are tried. */
  private static final int ENTRIES = 24;

  private final MultiLayerNetwork network;
  private final INDArray x;
  private final INDArray c;

  private FiniteDifferences(MultiLayerNetwork network, INDArray x) {
    this.network = network;
    this.x = x.dup();
    this.c = Nd4j.createUninitialized(DataType.DOUBLE, network.output(x.dup(), true).shape());
    SplittableRandom random = new SplittableRandom(1);
    for (long i = 0; i < c.length(); i++) {
      c.putScalar(i, random.nextDouble(-1, 1));
    }
  }

  static void check(MultiLayerNetwork network, INDArray x) {
    FiniteDifferences differences = new FiniteDifferences(network, x);
    differences.check();
  }

  private void check() {
    network.setInput(x.dup());
    network.feedForward(true, false);
    Pair<Gradient, INDArray> gradients =
        network.backpropGradient(c, LayerWorkspaceMgr.noWorkspaces());
    INDArray byInput = gradients.getSecond().dup();
    gradients
        .getFirst()
        .gradientForVariable()
        .forEach(
            (name, gradient) -> {
              if (isTrained(name)) {
                compare("parameter " + name, network.getParam(name), gradient.dup());
              }
            });
    compare("input", x, byInput);
  }

  /** Running statistics are parameters to DL4J, but have an update in place of a gradient. */
  private boolean isTrained(String name) {
    String own = name.substring(name.indexOf('_') + 1);
    return !(network.getLayer(0).getConfig().getUpdaterByParam(own) instanceof NoOp);
  }

  private void compare(String what, INDArray variable, INDArray gradient) {
    LayerLaws.require(
        variable.equalShapes(gradient) || variable.length() == gradient.length(),
        "the gradient by the %s has its shape",
        what);
    long stride = Math.max(1, variable.length() / ENTRIES);
    double scale = 1 + gradient.amaxNumber().doubleValue();
    for (long i = 0; i < variable.length(); i += stride) {
      double expected = difference(variable, i);
      double actual = gradient.getDouble(i);
      LayerLaws.require(
          Math.abs(actual - expected) <= TOLERANCE * scale,
          "the gradient by entry %d of the %s is %s by finite differences, got %s",
          i,
          what,
          expected,
          actual);
    }
  }

  private double difference(INDArray variable, long i) {
    double value = variable.getDouble(i);
    DoubleSupplier sum = () -> network.output(x.dup(), true).mul(c).sumNumber().doubleValue();
    variable.putScalar(i, value + STEP);
    double above = sum.getAsDouble();
    variable.putScalar(i, value - STEP);
    double below = sum.getAsDouble();
    variable.putScalar(i, value);
    return (above - below) / (2 * STEP);
  }
}
