package org.slth.dl4j.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Sgd;
import org.slth.dl4j.layer.GroupPooling;
import org.slth.dl4j.layer.NormNonlinearity;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.representation.FieldType;

/**
 * The gradient of scores against its definition, with difference quotients of the loss:
 *
 * <pre>
 * dL/ds = dL/de w sign(s)
 * </pre>
 *
 * A step of gradient descent at rate 1 subtracts it from the scores.
 */
@Tag("slow")
class MaskGradientTest {

  private static final double H = 1e-5;
  private static final double TOLERANCE =
      1e-8; // quotients of doubles have errors of h² and 1e-16/h

  /** What the gradient should be, of the difference quotient, weight and score. */
  private interface Law {
    double gradient(double quotient, double weight, double score);
  }

  private static final Law POPUP = (quotient, w, s) -> quotient * w * Math.signum(s);

  @Test
  void scoresOfDenseLayersDescendAlongTheDerivative() {
    assertTrue(largestError(dense(), data(12, 6), POPUP) < TOLERANCE, "dense layer");
  }

  @Test
  void scoresOfSteerableLayersDescendAlongTheDerivative() {
    assertTrue(largestError(steerable(), data(6, 1, 5, 5), POPUP) < TOLERANCE, "steerable layer");
  }

  /** The control: were the check blind, these would pass. */
  @Test
  void otherSignsAreFound() {
    Law unsigned = (quotient, w, s) -> quotient * w;
    Law opposite = (quotient, w, s) -> -quotient * w * Math.signum(s);
    for (Law wrong : new Law[] {unsigned, opposite}) {
      assertTrue(largestError(dense(), data(12, 6), wrong) > 1e4 * TOLERANCE, "dense layer");
      assertTrue(
          largestError(steerable(), data(6, 1, 5, 5), wrong) > 1e4 * TOLERANCE, "steerable layer");
    }
  }

  /** Makes one step, and returns how far the scores are from where the law takes them. */
  private static double largestError(MultiLayerNetwork network, DataSet data, Law law) {
    MaskTraining.start(network);
    INDArray before = Masks.state(network).dup();
    double[][] expected = new double[Masks.names(network).size()][];
    int place = 0;
    for (int number = 0; number < expected.length; number++) {
      double[] quotients = quotients(network, data, Masks.names(network).get(number));
      int size = quotients.length;
      expected[number] = new double[size];
      for (int i = 0; i < size; i++) {
        double w = before.getDouble(place + i); // [weights, scores] of an array, then of the next
        double s = before.getDouble(place + size + i);
        expected[number][i] = s - law.gradient(quotients[i], w, s);
      }
      place += 2 * size;
    }
    assertEquals(before.length(), place, "gradient descent has no state of its own");
    network.fit(data);
    return largestDifference(expected, Masks.state(network));
  }

  private static double largestDifference(double[][] expected, INDArray state) {
    double largest = 0;
    int place = 0;
    for (double[] scores : expected) {
      place += scores.length; // the weights
      for (double score : scores) {
        largest = Math.max(largest, Math.abs(score - state.getDouble(place++)));
      }
    }
    return largest;
  }

  /** Returns (L(e + h) - L(e - h)) / 2h for each effective weight e of an array, kept or not. */
  private static double[] quotients(MultiLayerNetwork network, DataSet data, String name) {
    INDArray all = network.params();
    INDArray array = network.getParam(name);
    long first = array.offset() - all.offset();
    double[] quotients = new double[(int) array.length()];
    for (int i = 0; i < quotients.length; i++) {
      double value = all.getDouble(first + i);
      all.putScalar(first + i, value + H);
      double above = network.score(data, true);
      all.putScalar(first + i, value - H);
      double below = network.score(data, true);
      all.putScalar(first + i, value);
      quotients[i] = (above - below) / (2 * H);
    }
    return quotients;
  }

  private static DataSet data(long... shape) {
    DataSet data = Masks.data(shape);
    return new DataSet(
        data.getFeatures().castTo(DataType.DOUBLE), data.getLabels().castTo(DataType.DOUBLE));
  }

  private static NeuralNetConfiguration.Builder configuration() {
    return Masks.configuration(new MaskScore.Builder(0.4).inner(new Sgd(1)).build())
        .dataType(DataType.DOUBLE);
  }

  private static MultiLayerNetwork dense() {
    return Masks.network(configuration());
  }

  private static MultiLayerNetwork steerable() {
    FieldType hidden = FieldType.parse("C4: regular + trivial + irrep(1)");
    FieldType image = FieldType.trivial(hidden.group(), 1);
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            configuration()
                .list()
                .layer(new SteerableConvolution2D.Builder(image, hidden).padding(1).build())
                .layer(new NormNonlinearity.Builder(hidden).build())
                .layer(new SteerableConvolution2D.Builder(hidden, hidden).padding(1).build())
                .layer(new GroupPooling.Builder(hidden).poolingType(PoolingType.AVG).build())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
                .layer(Masks.output())
                .setInputType(InputType.convolutional(5, 5, 1))
                .build());
    network.init();
    return network;
  }
}
