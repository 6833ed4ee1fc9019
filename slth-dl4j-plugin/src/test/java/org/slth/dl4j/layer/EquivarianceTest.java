package org.slth.dl4j.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.slth.representation.FieldType;

class EquivarianceTest {

  private static final double FLOAT = 1e-5;

  static Stream<Stack> stacks() {
    return Stacks.fast();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stacks")
  void everyLayerCommutesWithTheGroup(Stack stack) {
    MultiLayerNetwork network = Networks.of(DataType.FLOAT, stack.inputType(), stack.layers());
    Networks.perturb(network.params());
    assertCommutes(stack, network, false);
    assertCommutes(stack, network, true);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stacks")
  void everyLayerStillCommutesAfterTrainingAndUnderARandomMask(Stack stack) {
    MultiLayerNetwork network =
        Networks.of(DataType.FLOAT, new Adam(0.01), stack.inputType(), stack.layers());
    INDArray images = stack.images(DataType.FLOAT);
    for (int step = 0; step < 3; step++) {
      network.fit(new DataSet(images, Networks.labels(DataType.FLOAT, images.size(0))));
    }
    assertCommutes(stack, network, false);
    for (int i = 0; i < stack.layers().size(); i++) {
      if (stack.layers().get(i) instanceof SteerableLayer) {
        INDArray weight = network.getParam(i + "_" + SteerableLayer.WEIGHT);
        INDArray kept = Nd4j.rand(DataType.FLOAT, weight.shape()).gt(0.3);
        weight.muli(kept.castTo(DataType.FLOAT).putScalar(0, 1));
      }
    }
    assertCommutes(stack, network, false);
  }

  /** By the output of the last layer; whatever is random in training is drawn alike. */
  private static void assertCommutes(Stack stack, MultiLayerNetwork network, boolean training) {
    INDArray images = stack.images(DataType.FLOAT);
    EquivarianceError error =
        EquivarianceError.of(
            x -> {
              Nd4j.getRandom().setSeed(5);
              return network.feedForward(x, training).get(stack.layers().size());
            },
            stack.input(),
            stack.output(),
            images,
            stack.elements(images));
    assertTrue(error.maximum() <= FLOAT * Math.max(1, error.scale()), error::toString);
    assertTrue(error.scale() > 0.01, error::toString);
  }

  static Stream<Arguments> grids() {
    List<Arguments> grids = new ArrayList<>();
    for (String group : List.of("C4", "D4")) {
      for (int kernel = 1; kernel <= 5; kernel++) {
        for (int stride = 1; stride <= 3; stride++) {
          for (int padding = 0; padding <= kernel / 2; padding++) {
            grids.add(Arguments.of(group, kernel, stride, padding));
          }
        }
      }
    }
    return grids.stream();
  }

  @ParameterizedTest(name = "{0}, kernel {1}, stride {2}, padding {3}")
  @MethodSource("grids")
  void aTrainedNetworkCommutesUpToTheBorders(String group, int kernel, int stride, int padding) {
    int size = fitting(kernel, stride, padding);
    FieldType image = FieldType.parse(group + ": trivial");
    MultiLayerNetwork network =
        Networks.of(
            DataType.FLOAT,
            new Adam(0.01),
            InputType.convolutional(size, size, 1),
            blocks(image, FieldType.parse(group + ": regular"), kernel, stride, padding));
    INDArray images = Networks.images(DataType.FLOAT, 6, 1, size, size);
    network.fit(new DataSet(images, Networks.labels(DataType.FLOAT, 6)));
    FieldType classes = FieldType.trivial(image.group(), Networks.CLASSES);
    EquivarianceError whole = EquivarianceError.of(network, image, classes, images);
    assertTrue(whole.maximum() <= FLOAT, whole::toString);
    FieldType hidden = FieldType.parse(group + ": regular");
    EquivarianceError first =
        EquivarianceError.of(x -> network.feedForward(x, false).get(3), image, hidden, images);
    assertTrue(first.maximum() <= FLOAT * Math.max(1, first.scale()), first::toString);
  }

  /** The smallest size from 9 on for which both convolutions are symmetric. */
  private static int fitting(int kernel, int stride, int padding) {
    int size = 9;
    while ((size + 2 * padding - kernel) % stride != 0) {
      size++;
    }
    return size;
  }

  /** A strided convolution and, after it, one with stride 1. */
  private static List<Layer> blocks(
      FieldType image, FieldType hidden, int kernel, int stride, int padding) {
    return List.of(
        new SteerableConvolution2D.Builder(image, hidden)
            .kernelSize(kernel)
            .stride(stride)
            .padding(padding)
            .build(),
        new FieldBatchNormalization.Builder(hidden).build(),
        new FieldActivation.Builder(hidden).build(),
        new SteerableConvolution2D.Builder(hidden, hidden).kernelSize(3).padding(1).build(),
        new FieldActivation.Builder(hidden).build(),
        new GroupPooling.Builder(hidden).build());
  }

  @ParameterizedTest(name = "{0}, kernel {1}, stride {2}, padding {3}")
  @MethodSource("grids")
  void aDeconvolutionCommutesAtEverySize(String group, int kernel, int stride, int padding) {
    FieldType image = FieldType.parse(group + ": trivial + irrep(1)");
    FieldType hidden = FieldType.parse(group + ": regular");
    SteerableDeconvolution2D layer =
        new SteerableDeconvolution2D.Builder(image, hidden)
            .kernelSize(kernel)
            .stride(stride)
            .padding(padding)
            .build();
    for (int size : new int[] {5, 6}) {
      int channels = image.dimension();
      MultiLayerNetwork network =
          Networks.of(
              DataType.FLOAT, InputType.convolutional(size, size, channels), List.of(layer));
      EquivarianceError error =
          EquivarianceError.of(
              x -> network.feedForward(x, false).get(1),
              image,
              hidden,
              Networks.images(DataType.FLOAT, 2, channels, size, size));
      assertTrue(error.maximum() <= FLOAT * Math.max(1, error.scale()), error::toString);
      assertTrue(error.scale() > 0.01, error::toString);
    }
  }

  /** Rotations by 45 degrees are not exact, yet far better than those of another type of field. */
  @Test
  void circularHarmonicsCommuteApproximatelyWithTheOtherRotations() {
    FieldType image = FieldType.parse("C8: trivial");
    FieldType hidden = FieldType.parse("C8: regular");
    MultiLayerNetwork network =
        Networks.of(
            DataType.FLOAT,
            InputType.convolutional(29, 29, 1),
            List.of(
                new SteerableConvolution2D.Builder(image, hidden)
                    .kernelSize(7)
                    .padding(3)
                    .build()));
    INDArray images = blobs(29);
    EquivarianceError right =
        EquivarianceError.of(x -> network.feedForward(x, false).get(1), image, hidden, images);
    EquivarianceError wrong =
        EquivarianceError.of(
            x -> network.feedForward(x, false).get(1),
            image,
            FieldType.trivial(hidden.group(), 8),
            images);
    for (int g = 0; g < 8; g++) {
      assertEquals(g % 2 == 0, right.isExact(g));
    }
    assertTrue(right.maximumOfExact() <= FLOAT * Math.max(1, right.scale()), right::toString);
    assertTrue(right.maximum() < 0.1 * right.scale(), right::toString);
    assertTrue(wrong.maximum() > 3 * right.maximum(), wrong::toString);
  }

  /** Smooth images, away from the border: on noise interpolation fails, not the network. */
  private static INDArray blobs(int size) {
    INDArray images = Nd4j.zeros(DataType.FLOAT, 1, 1, size, size);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double x = column - 0.6 * size;
        double y = row - 0.4 * size;
        images.putScalar(0, 0, row, column, Math.exp(-(x * x + 3 * y * y + x * y) / 20));
      }
    }
    return images;
  }

  @Test
  void typesOfDifferentGroupsCannotBeCompared() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            EquivarianceError.of(
                x -> x,
                FieldType.parse("C4: trivial"),
                FieldType.parse("C8: trivial"),
                Networks.images(DataType.FLOAT, 1, 1, 3, 3)));
  }
}
