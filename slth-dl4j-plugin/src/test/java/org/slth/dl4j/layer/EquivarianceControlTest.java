package org.slth.dl4j.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.slth.representation.FieldType;

/** What does the same as our layers without regard to the group does not commute. */
class EquivarianceControlTest {

  private static void assertDoesNotCommute(
      UnaryOperator<INDArray> map, FieldType input, FieldType output, INDArray x) {
    EquivarianceError error = EquivarianceError.of(map, input, output, x);
    assertEquals(0, error.of(0));
    for (int g = 1; g < error.size(); g++) {
      assertTrue(error.of(g) > 0.1, error::toString);
    }
  }

  /** The output of a layer of DL4J, which draws what is random alike in every call. */
  private static UnaryOperator<INDArray> layer(Layer layer, InputType input, boolean training) {
    MultiLayerNetwork network = Networks.of(DataType.FLOAT, input, List.of(layer));
    return x -> {
      Nd4j.getRandom().setSeed(5);
      return network.feedForward(x, training).get(1);
    };
  }

  @Test
  void aPlainConvolutionDoesNotCommute() {
    assertDoesNotCommute(
        layer(
            new ConvolutionLayer.Builder(3, 3).nOut(4).padding(1, 1).build(),
            InputType.convolutional(9, 9, 1),
            false),
        FieldType.parse("C4: trivial"),
        FieldType.parse("C4: regular"),
        Networks.images(DataType.FLOAT, 3, 1, 9, 9));
  }

  @Test
  void aPlainDeconvolutionDoesNotCommute() {
    assertDoesNotCommute(
        layer(
            new Deconvolution2D.Builder(3, 3).nOut(4).stride(2, 2).build(),
            InputType.convolutional(5, 5, 1),
            false),
        FieldType.parse("C4: trivial"),
        FieldType.parse("C4: regular"),
        Networks.images(DataType.FLOAT, 3, 1, 5, 5));
  }

  @Test
  void aPlainDenseLayerDoesNotCommute() {
    FieldType type = FieldType.parse("S3: regular");
    assertDoesNotCommute(
        layer(new DenseLayer.Builder().nOut(6).build(), InputType.feedForward(6), false),
        type,
        type,
        Networks.images(DataType.FLOAT, 3, 6));
  }

  @Test
  void dropoutOfChannelsDoesNotCommute() {
    FieldType type = FieldType.parse("C4: 2*regular");
    assertDoesNotCommute(
        layer(new DropoutLayer(0.5), InputType.feedForward(8), true),
        type,
        type,
        Networks.images(DataType.FLOAT, 3, 8));
  }

  /** A gate of each channel, rather than of each field. */
  @Test
  void channelsThatGateThemselvesDoNotCommute() {
    FieldType type = FieldType.parse("C8: 2*irrep(2)");
    assertDoesNotCommute(
        x -> x.mul(Transforms.sigmoid(x)), type, type, Networks.images(DataType.FLOAT, 9, 4));
  }

  /** Each pixel as the upper left one of four. */
  @Test
  void upsamplingToOneSideDoesNotCommute() {
    FieldType type = FieldType.parse("C4: trivial");
    assertDoesNotCommute(
        x -> {
          INDArray larger = Nd4j.zeros(x.dataType(), x.size(0), x.size(1), 10, 10);
          larger
              .get(
                  NDArrayIndex.all(),
                  NDArrayIndex.all(),
                  NDArrayIndex.interval(0, 2, 10),
                  NDArrayIndex.interval(0, 2, 10))
              .assign(x);
          return larger;
        },
        type,
        type,
        Networks.images(DataType.FLOAT, 1, 1, 5, 5));
  }

  @Test
  void aGridThatIsNotSymmetricDoesNotCommute() {
    FieldType image = FieldType.parse("C4: trivial");
    FieldType hidden = FieldType.parse("C4: regular");
    SteerableConvolution2D layer =
        new SteerableConvolution2D.Builder(image, hidden)
            .stride(2)
            .padding(1)
            .allowInexactGrid(true)
            .build();
    MultiLayerNetwork network =
        Networks.of(DataType.FLOAT, InputType.convolutional(8, 8, 1), List.of(layer));
    EquivarianceError error =
        EquivarianceError.of(
            x -> network.feedForward(x, false).get(1),
            image,
            hidden,
            Networks.images(DataType.FLOAT, 3, 1, 8, 8));
    assertTrue(error.of(1) > 0.1, error::toString);
  }
}
