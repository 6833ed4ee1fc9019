package org.slth.dl4j.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.slth.dl4j.pruning.PrunedNetwork;

class OutputBoundTest {

  private static final double ROUNDING = 1e-5; // of networks in single precision

  @ParameterizedTest
  @CsvSource({
    "perceptron,1",
    "perceptron,10",
    "linear,1",
    "steerable,1",
    "steerable,4",
    "stock,1",
    "stock,4"
  })
  void noInputOfTheBallIsFartherOff(String kind, double radius) {
    MultiLayerNetwork target = target(kind);
    PrunedNetwork<MultiLayerNetwork> pruned = Tickets.pruned(target);
    INDArray x = onTheSphere(inputs(kind), radius);
    OutputBound bound = bound(target, pruned, radius, x);
    OutputDifference measured = OutputDifference.of(target, pruned.network(), x);
    assertEquals(500, measured.examples());
    double certified = bound.error().orElseThrow();
    assertTrue(measured.norm() > 20 * ROUNDING, () -> "nothing to bound: " + measured);
    assertTrue(measured.norm() <= certified, () -> measured + " and " + bound);
    assertTrue(certified < 500 * measured.norm(), () -> measured + " and " + bound);
  }

  /** Of one linear layer it is nearly attained: by the input along its largest singular vector. */
  @Test
  void isSharpForALayerWhoseErrorIsKnown() {
    MultiLayerNetwork target = target("linear");
    PrunedNetwork<MultiLayerNetwork> pruned = Tickets.pruned(target);
    OutputBound bound = bound(target, pruned, 1, Nd4j.ones(1, 6));
    LayerBound first = bound.layers().get(0);
    double norm = target.getParam("0_W").castTo(DataType.DOUBLE).norm2Number().doubleValue();
    assertTrue(first.norm() <= norm * (1 + 1e-6), "more than its Frobenius norm");
    assertTrue(
        first.norm() >= norm / Math.sqrt(5) * (1 - 1e-6), "less than a spectral norm can be");
    assertEquals(2, bound.layers().size());
  }

  @Test
  void growsWithTheBall() {
    MultiLayerNetwork target = target("linear");
    PrunedNetwork<MultiLayerNetwork> pruned = Tickets.pruned(target);
    INDArray x = Nd4j.ones(1, 6);
    double one = bound(target, pruned, 1, x).error().orElseThrow();
    double ten = bound(target, pruned, 10, x).error().orElseThrow();
    assertTrue(ten > 2 * one && ten < 10 * one, one + " and " + ten); // biases do not grow
    assertThrows(IllegalArgumentException.class, () -> bound(target, pruned, 0, x));
  }

  @Test
  void namesWhatIsNotKnownToIt() {
    MultiLayerNetwork target = Tickets.perceptron(Activation.CUBE, LossFunctions.LossFunction.MSE);
    OutputBound bound = bound(target, Tickets.pruned(target), 1, Nd4j.ones(1, 6));
    assertTrue(bound.error().isEmpty());
    assertEquals("1 is not known to grow by a bounded factor", bound.obstacle());
  }

  private static long[] inputs(String kind) {
    return switch (kind) {
      case "steerable" -> new long[] {500, 1, 8, 8};
      case "stock" -> new long[] {500, 8, 8, 1};
      default -> new long[] {500, 6};
    };
  }

  private static MultiLayerNetwork target(String kind) {
    return switch (kind) {
      case "perceptron" -> Tickets.perceptron();
      case "linear" -> Tickets.perceptron(Activation.IDENTITY, LossFunctions.LossFunction.MSE);
      case "stock" -> Tickets.stock();
      default -> Tickets.steerable();
    };
  }

  private static OutputBound bound(
      MultiLayerNetwork target,
      PrunedNetwork<MultiLayerNetwork> pruned,
      double radius,
      INDArray x) {
    NetworkCertificate certificate = NetworkCertificate.of(target, pruned.ticket());
    INDArray example = x.slice(0).reshape(example(x));
    return OutputBound.of(target, pruned.ticket(), certificate.claims(), radius, example);
  }

  private static long[] example(INDArray x) {
    long[] shape = x.shape().clone();
    shape[0] = 1;
    return shape;
  }

  private static INDArray onTheSphere(long[] shape, double radius) {
    Nd4j.getRandom().setSeed(7);
    INDArray x = Nd4j.randn(DataType.FLOAT, shape);
    for (int i = 0; i < shape[0]; i++) {
      INDArray row = x.slice(i);
      row.muli(radius / row.norm2Number().doubleValue());
    }
    return x;
  }
}
