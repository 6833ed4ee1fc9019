package org.slth.dl4j.pruning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** DL4J's dense and output layers: every space is ℝ, every basis {1} (Pensia et al. 2020). */
final class DenseTarget implements TargetLayer {

  private final String name;
  private final FeedForwardLayer configuration;
  private final double[][] weight; // [input][output], the bias as last row

  private DenseTarget(String name, FeedForwardLayer configuration, double[][] weight) {
    this.name = name;
    this.configuration = configuration;
    this.weight = weight;
  }

  /** Reads the weights of a trained dense or output layer. */
  static DenseTarget of(String name, Layer layer) {
    INDArray rows = layer.getParam(DefaultParamInitializer.WEIGHT_KEY);
    INDArray bias = layer.paramTable().get(DefaultParamInitializer.BIAS_KEY);
    if (bias != null) {
      rows = Nd4j.vstack(rows, bias.reshape(1, bias.length()));
    }
    return new DenseTarget(
        name,
        (FeedForwardLayer) layer.conf().getLayer(),
        rows.castTo(DataType.DOUBLE).toDoubleMatrix());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int inputs() {
    return weight.length;
  }

  @Override
  public boolean hasConstant() {
    return weight.length > configuration.getNIn();
  }

  @Override
  public int outputs() {
    return (int) configuration.getNOut();
  }

  @Override
  public int size(int output, int input) {
    return 1;
  }

  @Override
  public double coefficient(int output, int input, int k) {
    return weight[input][output];
  }

  @Override
  public long sourceParameters(int[] copies) {
    return IntStream.of(copies).asLongStream().sum() * (inputs() + outputs());
  }

  @Override
  public List<PlannedLayer> pair(MaskedPair kept) {
    int hidden = IntStream.range(0, inputs()).map(q -> kept.copies(q).size()).sum();
    hidden = Math.max(1, hidden);
    int nIn = (int) configuration.getNIn();
    double[] u = new double[nIn * hidden];
    double[] bias = new double[hidden];
    double[] v = new double[hidden * outputs()];
    int h = 0;
    for (int q = 0; q < inputs(); q++) {
      for (int copy : kept.copies(q)) {
        if (q < nIn) {
          u[q * hidden + h] = kept.u(q, copy);
        } else {
          bias[h] = kept.u(q, copy);
        }
        for (int p = 0; p < outputs(); p++) {
          v[h * outputs() + p] = kept.v(q, p, copy);
        }
        h++;
      }
    }
    return List.of(hiddenLayer(hidden, u, bias), outputLayer(hidden, v));
  }

  private PlannedLayer hiddenLayer(int hidden, double[] u, double[] bias) {
    DenseLayer layer =
        new DenseLayer.Builder()
            .nIn(configuration.getNIn())
            .nOut(hidden)
            .activation(Activation.RELU)
            .hasBias(hasConstant())
            .build();
    Map<String, double[]> parameters = new LinkedHashMap<>();
    parameters.put(DefaultParamInitializer.WEIGHT_KEY, u);
    if (hasConstant()) {
      parameters.put(DefaultParamInitializer.BIAS_KEY, bias);
    }
    return new PlannedLayer(layer, parameters);
  }

  private PlannedLayer outputLayer(int hidden, double[] v) {
    FeedForwardLayer layer = (FeedForwardLayer) configuration.clone();
    layer.setNIn(hidden);
    if (layer instanceof DenseLayer dense) {
      dense.setHasBias(false);
    } else if (layer instanceof BaseOutputLayer output) {
      output.setHasBias(false);
    }
    return new PlannedLayer(layer, Map.of(DefaultParamInitializer.WEIGHT_KEY, v));
  }
}
