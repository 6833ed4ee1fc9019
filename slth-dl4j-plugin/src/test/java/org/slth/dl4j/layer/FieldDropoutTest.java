package org.slth.dl4j.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.representation.FieldType;

/** Whole fields of single examples are dropped, in training only. */
class FieldDropoutTest {

  private static final double KEEP = 0.7;
  private static final FieldType TYPE = FieldType.parse("C4: 3*irrep(2) + regular + 2*trivial");
  private static final int BATCH = 200;

  private static MultiLayerNetwork network(FieldDropout.Builder layer) {
    return Networks.of(
        DataType.FLOAT, InputType.convolutional(2, 2, TYPE.dimension()), List.of(layer.build()));
  }

  private static INDArray trained(MultiLayerNetwork network, int seed) {
    INDArray ones = Nd4j.ones(DataType.FLOAT, BATCH, TYPE.dimension(), 2, 2);
    Nd4j.getRandom().setSeed(seed);
    return network.feedForward(ones, true).get(1);
  }

  @Test
  void aFieldOfAnExampleIsKeptWholeOrNotAtAll() {
    INDArray y = trained(network(new FieldDropout.Builder(TYPE, KEEP)), 1);
    int kept = 0;
    for (int b = 0; b < BATCH; b++) {
      for (int f = 0; f < TYPE.size(); f++) {
        float first = y.getFloat(b, TYPE.offset(f), 0, 0);
        assertTrue(first == 0 || Math.abs(first - 1 / KEEP) < 1e-6, () -> "factor " + first);
        kept += first == 0 ? 0 : 1;
        for (int c = TYPE.offset(f); c < TYPE.offset(f + 1); c++) {
          for (int pixel = 0; pixel < 4; pixel++) {
            assertEquals(first, y.getFloat(b, c, pixel / 2, pixel % 2));
          }
        }
      }
    }
    int draws = BATCH * TYPE.size();
    double deviation = Math.sqrt(KEEP * (1 - KEEP) * draws);
    assertEquals(KEEP * draws, kept, 4 * deviation);
  }

  @Test
  void theSeedDecides() {
    MultiLayerNetwork network = network(new FieldDropout.Builder(TYPE, KEEP));
    INDArray first = trained(network, 1).dup();
    assertEquals(first, trained(network, 1).dup());
    assertNotEquals(first, trained(network, 2).dup());
  }

  @Test
  void inferenceAndCertaintyAreTheIdentity() {
    INDArray images = Networks.images(DataType.FLOAT, 3, TYPE.dimension(), 2, 2);
    MultiLayerNetwork network = network(new FieldDropout.Builder(TYPE, KEEP));
    assertEquals(images, network.feedForward(images, false).get(1));
    MultiLayerNetwork certain = network(new FieldDropout.Builder(TYPE, 1));
    assertEquals(images, certain.feedForward(images, true).get(1));
  }

  /** Such a layer goes forward as in inference, so its gradient is that of the identity. */
  @Test
  void aFrozenLayerDropsNothingBackwardEither() {
    FieldDropout dropout = new FieldDropout.Builder(TYPE, KEEP).build();
    InputType input = InputType.convolutional(2, 2, TYPE.dimension());
    MultiLayerNetwork frozen =
        Networks.of(DataType.FLOAT, input, List.of(new FrozenLayerWithBackprop(dropout)));
    MultiLayerNetwork certain = network(new FieldDropout.Builder(TYPE, 1));
    certain.setParams(frozen.params());
    INDArray images = Networks.images(DataType.FLOAT, 3, TYPE.dimension(), 2, 2);
    INDArray labels = Networks.labels(DataType.FLOAT, 3);
    assertEquals(
        certain.calculateGradients(images, labels, null, null).getSecond(),
        frozen.calculateGradients(images, labels, null, null).getSecond());
  }

  @Test
  void theReferenceRuntimeCannotDrawTwiceAlike() {
    MultiLayerNetwork network =
        network(new FieldDropout.Builder(TYPE, KEEP).runtime(LayerRuntime.REFERENCE));
    UnsupportedOperationException error =
        assertThrows(UnsupportedOperationException.class, () -> trained(network, 1));
    assertTrue(error.getMessage().contains("use LayerRuntime.FAST"), error::getMessage);
  }
}
