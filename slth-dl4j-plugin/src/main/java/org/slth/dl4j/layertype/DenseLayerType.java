package org.slth.dl4j.layertype;

import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.slth.pruning.LayerConfiguration;
import org.slth.pruning.LayerType;
import org.slth.pruning.PlannedLayer;
import org.slth.pruning.TargetLayer;
import org.slth.pruning.TrainedLayer;

/**
 * DL4J's {@link DenseLayer} and {@link OutputLayer}: every space is ℝ, every basis {1} (Pensia et
 * al. 2020). A {@code BatchNormalization}, or a {@code FieldBatchNormalization} of trivial fields,
 * behind a dense layer without activation is folded in.
 */
public final class DenseLayerType implements LayerType {

  @Override
  public String id() {
    return "slth:dense";
  }

  @Override
  public boolean handles(LayerConfiguration configuration) {
    return configuration.type().equals(DenseLayer.class.getName())
        || configuration.type().equals(OutputLayer.class.getName());
  }

  @Override
  public boolean folds(LayerConfiguration configuration, LayerConfiguration normalization) {
    return configuration
            .as(DenseLayer.class)
            .filter(dense -> dense.getActivationFn() instanceof ActivationIdentity)
            .isPresent()
        && ColumnNormalization.is(normalization);
  }

  @Override
  public TargetLayer read(TrainedLayer layer) {
    FeedForwardLayer conf = layer.configuration().as(FeedForwardLayer.class).orElseThrow();
    if (conf instanceof DenseLayer dense && dense.hasLayerNorm()) {
      throw new IllegalArgumentException(
          "layer normalization depends on the data; train the layer without it");
    }
    double[] bias =
        layer.has(DefaultParamInitializer.BIAS_KEY)
            ? layer.parameter(DefaultParamInitializer.BIAS_KEY)
            : new double[0];
    RowWiseCoefficients coefficients =
        RowWiseCoefficients.dense(
            (int) conf.getNIn(),
            (int) conf.getNOut(),
            layer.parameter(DefaultParamInitializer.WEIGHT_KEY),
            bias);
    return RowWiseTarget.ofRows(
        coefficients.folded(layer.normalization(), 1),
        RowWiseBasis.IDENTITY,
        (hidden, weights) -> last(conf, hidden, weights));
  }

  private static PlannedLayer last(FeedForwardLayer conf, int hidden, double[] weights) {
    FeedForwardLayer layer = (FeedForwardLayer) conf.clone();
    layer.setNIn(hidden);
    if (layer instanceof DenseLayer dense) {
      dense.setHasBias(false);
    } else if (layer instanceof BaseOutputLayer output) {
      output.setHasBias(false);
    }
    return new PlannedLayer(layer, Map.of(DefaultParamInitializer.WEIGHT_KEY, weights));
  }
}
