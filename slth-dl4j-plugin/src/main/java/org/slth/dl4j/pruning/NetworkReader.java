package org.slth.dl4j.pruning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.NormNonlinearity;
import org.slth.dl4j.layer.SteerableConvolution2D;

/** Reads a trained network, layer by layer, and leaves it as it is. */
final class NetworkReader {

  private final MultiLayerNetwork network;
  private final List<Stage> stages = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private boolean nonNegative;
  private int next;

  private NetworkReader(MultiLayerNetwork network, boolean nonNegativeInput) {
    this.network = network;
    this.nonNegative = nonNegativeInput;
  }

  /**
   * Reads a network.
   *
   * @param nonNegativeInput whether the input of the first layer is never negative
   * @throws IllegalArgumentException if layers cannot be pruned; the message names all of them
   */
  static TargetNetwork read(MultiLayerNetwork network, boolean nonNegativeInput) {
    NetworkReader reader = new NetworkReader(network, nonNegativeInput);
    while (reader.next < network.getnLayers()) {
      reader.readNext();
    }
    if (reader.refused.isEmpty()
        && reader.stages.stream().noneMatch(Stage.Replaced.class::isInstance)) {
      reader.refused.add("it has no layer with coefficients");
    }
    if (!reader.refused.isEmpty()) {
      throw new IllegalArgumentException(
          "this network cannot be pruned: " + String.join("; ", reader.refused));
    }
    return new TargetNetwork(reader.stages, network.getLayerWiseConfigurations().getDataType());
  }

  private void readNext() {
    Layer layer = layer(next);
    org.deeplearning4j.nn.conf.layers.Layer conf = layer.conf().getLayer();
    refuseUnlessFinite(layer);
    int consumed = 1;
    if (conf instanceof SteerableConvolution2D convolution) {
      Optional<Layer> normalization = normalizationBehind();
      readConvolution(convolution, layer, normalization);
      consumed += normalization.isPresent() ? 1 : 0;
    } else if (conf instanceof DenseLayer || conf instanceof OutputLayer) {
      readDense((FeedForwardLayer) conf, layer);
    } else if (layer.numParams() == 0 || conf instanceof NormNonlinearity) {
      stages.add(new Stage.Copied(copy(layer)));
    } else {
      refuse(layer, advice(conf));
    }
    nonNegative = NonNegativity.after(conf, nonNegative);
    next += consumed;
  }

  private void readConvolution(
      SteerableConvolution2D conf, Layer layer, Optional<Layer> normalization) {
    normalization.ifPresent(this::refuseUnlessFinite);
    if (!conf.inputType().isPermutation()) {
      refuse(
          layer,
          "its input type %s has fields on which a pointwise ReLU is not equivariant; use trivial,"
                  .formatted(conf.inputType())
              + " regular or quotient fields");
      return;
    }
    if (conf.kernelSize() % 2 == 0 && (conf.hasBias() || normalization.isPresent())) {
      refuse(layer, "its even kernel has no centre cell to carry the bias; use an odd kernel size");
      return;
    }
    replace(SteerableTarget.of(name(layer), layer, normalization));
  }

  private void readDense(FeedForwardLayer conf, Layer layer) {
    if (conf instanceof DenseLayer dense && dense.hasLayerNorm()) {
      refuse(layer, "layer normalization depends on the data; train the layer without it");
      return;
    }
    replace(DenseTarget.of(name(layer), layer));
  }

  private void replace(TargetLayer target) {
    stages.add(new Stage.Replaced(target, !nonNegative, preProcessor()));
  }

  private PlannedLayer copy(Layer layer) {
    Map<String, double[]> parameters = new LinkedHashMap<>();
    for (Map.Entry<String, INDArray> entry : parameters(layer).entrySet()) {
      parameters.put(entry.getKey(), entry.getValue().dup('c').data().asDouble());
    }
    return new PlannedLayer(layer.conf().getLayer().clone(), parameters, preProcessor());
  }

  private Optional<InputPreProcessor> preProcessor() {
    return Optional.ofNullable(network.getLayerWiseConfigurations().getInputPreProcess(next));
  }

  private Optional<Layer> normalizationBehind() {
    return Optional.of(next + 1)
        .filter(i -> i < network.getnLayers())
        .map(this::layer)
        .filter(layer -> layer.conf().getLayer() instanceof FieldBatchNormalization);
  }

  /** Returns a layer of the network, without the wrapper that transfer learning freezes it in. */
  private Layer layer(int index) {
    Layer layer = network.getLayer(index);
    return layer instanceof FrozenLayer frozen ? frozen.getInsideLayer() : layer;
  }

  private void refuseUnlessFinite(Layer layer) {
    parameters(layer)
        .forEach(
            (key, values) -> {
              if (!Double.isFinite(values.sumNumber().doubleValue())) {
                refuse(layer, "its parameter %s is not finite; train it again".formatted(key));
              }
            });
  }

  private static Map<String, INDArray> parameters(Layer layer) {
    return layer.numParams() == 0 ? Map.of() : layer.paramTable();
  }

  private void refuse(Layer layer, String reason) {
    refused.add(name(layer) + ": " + reason);
  }

  private String name(Layer layer) {
    return "layer %d (%s)".formatted(next, layer.conf().getLayer().getClass().getSimpleName());
  }

  private static String advice(org.deeplearning4j.nn.conf.layers.Layer conf) {
    if (conf instanceof FieldBatchNormalization) {
      return "it can only be folded into a SteerableConvolution2D directly before it";
    }
    if (conf instanceof BatchNormalization) {
      return "it normalises channels, not fields; use FieldBatchNormalization directly behind a"
          + " SteerableConvolution2D";
    }
    return "only SteerableConvolution2D, FieldBatchNormalization behind it, DenseLayer, OutputLayer"
        + " and layers without parameters can be pruned; replace it by one of these";
  }
}
