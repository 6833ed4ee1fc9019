package org.slth.dl4j.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.layers.samediff.SameDiffLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * DL4J's SameDiff layer with what 1.0.0-M2.1 leaves out: {@link #setParam} assigns, the score holds
 * the regularisation, and running statistics are not divided by the batch size.
 */
public abstract class RuntimeLayer extends SameDiffLayer {

  private final Set<String> statistics;

  RuntimeLayer(NeuralNetConfiguration conf, DataType type, Set<String> statistics) {
    super(conf, type);
    this.statistics = statistics;
  }

  @Override
  public void setParam(String key, INDArray val) {
    super.setParam(key, val); // checks, and stops there
    Objects.requireNonNull(paramTable.get(key)).assign(val);
  }

  @Override
  public double calcRegularizationScore(boolean backpropParamsOnly) {
    double score = 0;
    for (Map.Entry<String, INDArray> parameter : paramTable.entrySet()) {
      List<Regularization> terms = layerConf().getRegularizationByParam(parameter.getKey());
      for (Regularization term : terms == null ? List.<Regularization>of() : terms) {
        score += term.score(parameter.getValue(), getIterationCount(), getEpochCount());
      }
    }
    return score;
  }

  @Override
  public boolean updaterDivideByMinibatch(String paramName) {
    return !statistics.contains(paramName);
  }
}
