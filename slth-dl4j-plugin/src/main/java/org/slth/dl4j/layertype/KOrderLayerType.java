package org.slth.dl4j.layertype;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slth.dl4j.graph.KOrderLayer;
import org.slth.pruning.LayerConfiguration;
import org.slth.pruning.LayerType;
import org.slth.pruning.PlannedLayer;
import org.slth.pruning.TargetLayer;
import org.slth.pruning.TrainedLayer;
import org.slth.tensor.DiagramBasis;

/**
 * {@link KOrderLayer}, whose basis are the diagrams from tensors of order <i>k</i> to those of
 * order <i>l</i>, with a {@code BatchNormalization}, or a {@code FieldBatchNormalization} of
 * trivial fields, behind it folded in.
 *
 * <p>A bias is one coefficient for each diagram from order 0: V makes it of a hidden channel of
 * ones, each by one diagram ({@link DiagramBasis#constant}). To order 0 that diagram is a
 * contraction, which gives ones only if it is a mean.
 */
public final class KOrderLayerType implements LayerType {

  @Override
  public String id() {
    return "slth:k-order";
  }

  @Override
  public boolean handles(LayerConfiguration configuration) {
    return configuration.as(KOrderLayer.class).isPresent();
  }

  @Override
  public boolean folds(LayerConfiguration configuration, LayerConfiguration normalization) {
    return ColumnNormalization.is(normalization);
  }

  @Override
  public TargetLayer read(TrainedLayer layer) {
    KOrderLayer conf = layer.configuration().as(KOrderLayer.class).orElseThrow();
    DiagramBasis diagrams = DiagramBasis.of(conf.inputOrder(), conf.outputOrder());
    boolean biased = conf.hasBias() || layer.normalization().isPresent();
    if (conf.outputOrder() == 0 && conf.inputOrder() > 0 && biased && !conf.isMean()) {
      throw new IllegalArgumentException(
          "no channel of ones gives it a bias, its own or that of the normalization behind it, since"
              + " its contractions depend on the number of nodes; use hasBias(false) and no"
              + " normalization, or contractions that are means");
    }
    int biases = diagrams.biases().size();
    List<Integer> ofBias = IntStream.range(0, biases).map(diagrams::constant).boxed().toList();
    RowWiseCoefficients coefficients =
        RowWiseCoefficients.dense(
            conf.nIn(),
            conf.nOut(),
            layer.parameter(KOrderLayer.WEIGHT),
            layer.has(KOrderLayer.BIAS) ? layer.parameter(KOrderLayer.BIAS) : new double[0]);
    return RowWiseTarget.ofRows(
        coefficients.folded(layer.normalization(), biases),
        new RowWiseBasis(diagrams.size(), ofBias, false),
        (hidden, weights) -> last(conf, hidden, weights));
  }

  private static PlannedLayer last(KOrderLayer conf, int hidden, double[] weights) {
    KOrderLayer layer =
        new KOrderLayer.Builder(conf.inputOrder(), conf.outputOrder(), hidden, conf.nOut())
            .hasBias(false)
            .contractionSize(conf.contractionSize())
            .runtime(conf.runtime())
            .build();
    return new PlannedLayer(layer, Map.of(KOrderLayer.WEIGHT, weights));
  }
}
