package org.slth.dl4j.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.slth.dl4j.layer.EquivarianceError;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.group.CompactGroup;
import org.slth.group.Group;
import org.slth.group.PlanarGroup;
import org.slth.representation.FieldType;
import org.slth.representation.FourierTransform;

/** Masks choose coefficients of equivariant kernels, so no mask breaks the symmetry. */
@Tag("slow")
class SteerableMaskTest {

  private static final int STEPS = 25;
  private static final String MIXED = "C4: regular + 2*trivial + irrep(1) + irrep(2)";
  private static final String O2 = "O2: 2*trivial + irrep(1) + 2*irrep(2) + irrep(3)";

  private static MultiLayerNetwork network(Kind kind, IUpdater updater) {
    return (MultiLayerNetwork) kind.network().apply(updater);
  }

  private static EquivarianceError trainedError(
      Kind kind, FieldType input, MultiLayerNetwork network) {
    for (int step = 0; step < STEPS; step++) {
      network.fit(kind.data());
    }
    return EquivarianceError.of(
        x -> network.output(x, false),
        input,
        FieldType.trivial(input.group(), Masks.CLASSES),
        kind.data().getFeatures(0),
        elements(input.group()));
  }

  private static int[] elements(Group group) {
    return group instanceof CompactGroup
        ? FourierTransform.turns((PlanarGroup) group, 16)
        : IntStream.range(0, group.samples().order()).toArray();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"C4: 3*regular", "C8: 2*regular", MIXED, "SO2: 2*fourier(2)", O2})
  void aTrainedMaskCommutesAsATrainedNetworkDoes(String hidden) {
    FieldType image = FieldType.trivial(FieldType.parse(hidden).group(), 1);
    assertMaskCommutes(Kind.steerable(hidden), image);
  }

  @Test
  void aTrainedMaskOfADenseLayerCommutes() {
    assertMaskCommutes(Kind.dense("S3: 2*regular + irrep(2)"), FieldType.parse("S3: regular"));
  }

  private static void assertMaskCommutes(Kind kind, FieldType input) {
    MultiLayerNetwork masked = network(kind, Masks.score(Masks.KEEP).build());
    MaskTraining.start(masked);
    EquivarianceError ticket = trainedError(kind, input, masked);
    EquivarianceError dense = trainedError(kind, input, network(kind, new Adam(3e-2)));
    assertTrue(ticket.maximumOfExact() < 1e-5 * ticket.scale(), ticket::toString);
    assertTrue(
        ticket.maximum() < 2 * dense.maximum() + 1e-5,
        () -> "ticket: " + ticket + "; trained: " + dense);
  }

  /** The control: the same mask training of ordinary convolutions does not commute. */
  @Test
  void aTrainedMaskOfAnOrdinaryConvolutionDoesNot() {
    Kind kind =
        Kind.all().filter(one -> one.name().equals("convolution")).findFirst().orElseThrow();
    MultiLayerNetwork network =
        (MultiLayerNetwork) kind.network().apply(Masks.score(Masks.KEEP).build());
    MaskTraining.start(network);
    network.fit(kind.data());
    EquivarianceError error =
        EquivarianceError.of(
            network,
            FieldType.parse("C4: 3*trivial"),
            FieldType.parse("C4: 3*trivial"),
            kind.data().getFeatures(0));
    assertTrue(error.maximumOfExact() > 0.01 * error.scale(), error::toString);
  }

  /** Fields of several kinds have kernels of several counts, and weights of several scales. */
  @Test
  void eachWeightHasTheScaleOfItsFanIn() {
    MultiLayerNetwork network = network(Kind.steerable(MIXED), Masks.score(1).build());
    MaskTraining.start(network);
    SteerableConvolution2D layer = (SteerableConvolution2D) network.getLayer(3).conf().getLayer();
    INDArray weights = network.getParam("3_W");
    Set<Integer> fanIns = new TreeSet<>();
    int at = 0;
    for (var run : layer.fanIns()) {
      fanIns.add(run.fanIn());
      for (int i = 0; i < run.length(); i++) {
        double sigma = Math.sqrt(2.0 / run.fanIn());
        assertEquals(sigma, Math.abs(weights.getDouble(at++)), 1e-6, "weight of " + run);
      }
    }
    assertEquals(weights.length(), at);
    assertTrue(fanIns.size() > 1, fanIns::toString);
  }
}
