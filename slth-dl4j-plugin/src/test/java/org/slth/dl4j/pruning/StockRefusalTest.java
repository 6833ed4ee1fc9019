package org.slth.dl4j.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers of DL4J that no layer type knows are named before any subset sum is solved. */
class StockRefusalTest {

  private static final InputType IMAGE = InputType.convolutional(5, 5, 3);
  private static final InputType SEQUENCE = InputType.recurrent(3, 5);
  private static final InputType ROW = InputType.feedForward(3);

  private static Stream<Arguments> unknown() {
    return Stream.of(
        Arguments.of(new LocallyConnected1D.Builder().kernelSize(2).nOut(2).build(), SEQUENCE),
        Arguments.of(locallyConnected(), IMAGE),
        Arguments.of(new LSTM.Builder().nOut(2).build(), SEQUENCE),
        Arguments.of(new EmbeddingLayer.Builder().nIn(3).nOut(2).build(), ROW),
        Arguments.of(
            new Convolution3D.Builder(2, 2, 2).nOut(2).build(),
            InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, 5, 5, 5, 3)),
        Arguments.of(new Deconvolution2D.Builder(2, 2).nOut(2).build(), IMAGE),
        Arguments.of(new PReLULayer.Builder().inputShape(3).build(), ROW),
        Arguments.of(new CenterLossOutputLayer.Builder().nOut(2).build(), ROW));
  }

  private static Layer locallyConnected() {
    return new LocallyConnected2D.Builder().kernelSize(2, 2).nOut(2).build();
  }

  private static final class Started implements PruningListener {

    private final List<String> layers = new ArrayList<>();

    @Override
    public void layerStarted(String layer, long problems) {
      layers.add(layer);
    }
  }

  private static String refusal(InputType input, Layer... layers) {
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    MultiLayerNetwork network = new MultiLayerNetwork(list.setInputType(input).build());
    network.init();
    Started started = new Started();
    SubsetSumPruner pruner = new SubsetSumPruner.Builder(1).listener(started).build();
    String message =
        assertThrows(IllegalArgumentException.class, () -> pruner.prune(network)).getMessage();
    assertEquals(List.of(), started.layers, "work had started");
    return message;
  }

  @ParameterizedTest
  @MethodSource("unknown")
  void aLayerOfAnotherKindIsNamed(Layer layer, InputType input) {
    String message = refusal(input, layer);
    String kind = layer.getClass().getSimpleName();
    assertTrue(message.contains("layer 0 (%s): no layer type handles it".formatted(kind)), message);
    assertTrue(message.contains("slth:convolution"), message);
  }

  @Test
  void allOfThemAreNamed() {
    Layer known = new ConvolutionLayer.Builder(2, 2).nOut(3).build();
    Layer other = new Deconvolution2D.Builder(2, 2).nOut(2).build();
    String message = refusal(IMAGE, known, other, locallyConnected());
    assertFalse(message.contains("layer 0"), message);
    assertTrue(message.contains("layer 1 (Deconvolution2D)"), message);
    assertTrue(message.contains("layer 2 (LocallyConnected2D)"), message);
  }
}
