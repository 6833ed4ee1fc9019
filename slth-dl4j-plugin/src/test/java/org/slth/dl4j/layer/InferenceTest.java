package org.slth.dl4j.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.slth.representation.FieldType;

/** The expanded kernel is kept for inference, but never outlives the coefficients it is made of. */
class InferenceTest {

  private static final FieldType IMAGE = FieldType.parse("D4: trivial");
  private static final FieldType HIDDEN = FieldType.parse("D4: 2*regular");

  private static MultiLayerNetwork network() {
    return Networks.of(
        DataType.FLOAT,
        InputType.convolutional(9, 9, 1),
        List.of(
            new SteerableConvolution2D.Builder(IMAGE, HIDDEN).padding(1).build(),
            new FieldActivation.Builder(HIDDEN).build(),
            new SteerableConvolution2D.Builder(HIDDEN, HIDDEN).padding(1).build()));
  }

  @Test
  void noticesEveryChangeOfTheCoefficients() {
    MultiLayerNetwork network = network();
    INDArray images = Networks.images(DataType.FLOAT, 2, 1, 9, 9);
    INDArray before = network.output(images);
    assertEquals(0, before.distance1(network.output(images)));
    INDArray weight = network.getParam("2_W"); // a view: nobody is told of the change
    weight.putScalar(0, 5, weight.getDouble(0, 5) + 1e-3);
    assertTrue(before.distance1(network.output(images)) > 0);
    weight.putScalar(0, 5, weight.getDouble(0, 5) - 1e-3);
    assertEquals(0, before.distance1(network.output(images)), 1e-5);
  }

  @Test
  void trainingAndInferenceUseTheSameKernel() {
    MultiLayerNetwork network = network();
    INDArray images = Networks.images(DataType.FLOAT, 2, 1, 9, 9);
    assertEquals(0, network.output(images, true).distance1(network.output(images, false)), 1e-6);
  }

  @Test
  void dropoutActsOnConvolutionsInTrainingOnly() {
    MultiLayerNetwork network =
        Networks.of(
            DataType.FLOAT,
            InputType.convolutional(9, 9, 1),
            List.of(
                new SteerableConvolution2D.Builder(IMAGE, HIDDEN).dropOut(0.5).build(),
                new FieldActivation.Builder(HIDDEN).dropOut(0.5).build()));
    INDArray images = Networks.images(DataType.FLOAT, 2, 1, 9, 9);
    INDArray first = network.feedForward(images, false).get(1);
    assertEquals(0, first.distance1(network.feedForward(images, false).get(1)));
    List<INDArray> training = network.feedForward(images, true);
    assertTrue(first.distance1(training.get(1)) > 1);
    INDArray relu = Transforms.relu(training.get(1), true);
    assertEquals(0, relu.distance1(training.get(2)), 1e-5);
  }

  @Test
  void imagesMayChangeInNumberAndSize() {
    MultiLayerNetwork network = network();
    for (int size : new int[] {9, 12, 5}) {
      INDArray images = Networks.images(DataType.FLOAT, size, 1, size, size);
      INDArray all = network.output(images);
      INDArray one = network.output(images.get(NDArrayIndex.interval(0, 1)));
      assertEquals(0, all.getRow(0).distance1(one.getRow(0)), 1e-5);
    }
  }

  @Test
  void twoThreadsMayUseTheLayersOfOneNetwork() throws ExecutionException, InterruptedException {
    MultiLayerNetwork network = network();
    INDArray[] images = new INDArray[8];
    INDArray[] expected = new INDArray[images.length];
    for (int i = 0; i < images.length; i++) {
      images[i] = Networks.images(DataType.FLOAT, 3, 1, 9, 9).muli(i + 1);
      expected[i] = network.output(images[i]);
    }
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<INDArray>> results = new ArrayList<>();
      for (int round = 0; round < 10; round++) {
        for (INDArray image : images) {
          results.add(threads.submit(() -> network.output(image)));
        }
      }
      for (int i = 0; i < results.size(); i++) {
        INDArray result = results.get(i).get();
        assertEquals(0, result.distance1(expected[i % images.length]), 1e-4);
      }
    } finally {
      threads.shutdown();
    }
  }
}
