package org.slth.dl4j.training;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.TrainingConfig;
import org.deeplearning4j.nn.api.layers.LayerConstraint;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.samediff.AbstractSameDiffLayer;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffVertex;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.params.BidirectionalParamInitializer;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.NormNonlinearity;

/**
 * The configuration that holds the updater of a parameter, whatever its class: DL4J has three
 * unrelated ones.
 */
interface TrainedLayer {

  /** Sets the updater of weights. */
  void setUpdater(IUpdater updater);

  /** Sets the updater of biases, if they have none of their own or one that masks. */
  void setBiasUpdater(IUpdater updater);

  /** Returns the regularizations of weights. */
  List<Regularization> regularization();

  /** Sets the regularizations of weights. */
  void setRegularization(List<Regularization> regularization);

  /** Returns what DL4J does to parameters after a step. */
  List<LayerConstraint> constraints();

  /** Returns whether an updater masks weights of this kind. */
  boolean isMaskable(MaskScore score);

  /** Returns whether a parameter of the layer is a weight, not a bias or a statistic. */
  boolean isWeight(String parameter);

  /**
   * Returns the layer that holds the updater of a parameter.
   *
   * @param config of the layer or vertex that runs
   * @param parameter name of the parameter there
   */
  static Optional<TrainedLayer> of(TrainingConfig config, String parameter) {
    if (config instanceof Bidirectional both) {
      return of(forward(parameter) ? both.getFwd() : both.getBwd(), own(config, parameter));
    }
    if (config instanceof BaseWrapperLayer wrapper) {
      return of(wrapper.getUnderlying(), parameter);
    }
    if (config instanceof BaseLayer layer) {
      return Optional.of(new Standard(layer));
    }
    if (config instanceof AbstractSameDiffLayer layer) {
      return Optional.of(new SameDiff(layer));
    }
    return config instanceof SameDiffVertex vertex
        ? Optional.of(new Vertex(vertex))
        : Optional.empty();
  }

  /** Returns the name of a parameter in the layer that {@link #of} returns. */
  static String own(TrainingConfig config, String parameter) {
    return config instanceof Bidirectional ? parameter.substring(1) : parameter;
  }

  private static boolean forward(String parameter) {
    return parameter.startsWith(BidirectionalParamInitializer.FORWARD_PREFIX);
  }

  /** Lets an array be seen by the updater, once. */
  default void link() {
    setRegularization(new MaskLink().joining(regularization()));
  }

  /** A layer of DL4J's. */
  record Standard(BaseLayer layer) implements TrainedLayer {

    @Override
    public void setUpdater(IUpdater updater) {
      layer.setIUpdater(updater);
    }

    @Override
    public void setBiasUpdater(IUpdater updater) {
      if (layer.getBiasUpdater() == null || layer.getBiasUpdater() instanceof MaskScore) {
        layer.setBiasUpdater(updater);
      }
    }

    @Override
    public List<Regularization> regularization() {
      return layer.getRegularization() == null ? List.of() : layer.getRegularization();
    }

    @Override
    public void setRegularization(List<Regularization> regularization) {
      layer.setRegularization(regularization);
    }

    @Override
    public List<LayerConstraint> constraints() {
      return layer.getConstraints() == null ? List.of() : layer.getConstraints();
    }

    @Override
    public boolean isMaskable(MaskScore score) {
      boolean embedding =
          layer instanceof EmbeddingLayer || layer instanceof EmbeddingSequenceLayer;
      return embedding
          ? score.masksEmbeddings()
          : !(layer instanceof BatchNormalization || layer instanceof PReLULayer);
    }

    @Override
    public boolean isWeight(String parameter) {
      return layer.initializer().isWeightParam(layer, parameter);
    }
  }

  /** A SameDiff layer, ours among them. */
  record SameDiff(AbstractSameDiffLayer layer) implements TrainedLayer {

    @Override
    public void setUpdater(IUpdater updater) {
      layer.setUpdater(updater);
    }

    @Override
    public void setBiasUpdater(IUpdater updater) {
      if (layer.getBiasUpdater() == null || layer.getBiasUpdater() instanceof MaskScore) {
        layer.setBiasUpdater(updater);
      }
    }

    @Override
    public List<Regularization> regularization() {
      return layer.getRegularization() == null ? List.of() : layer.getRegularization();
    }

    @Override
    public void setRegularization(List<Regularization> regularization) {
      layer.setRegularization(regularization);
    }

    @Override
    public List<LayerConstraint> constraints() {
      return layer.getConstraints() == null ? List.of() : layer.getConstraints();
    }

    @Override
    public boolean isMaskable(MaskScore score) {
      return !(layer instanceof FieldBatchNormalization || layer instanceof NormNonlinearity);
    }

    @Override
    public boolean isWeight(String parameter) {
      return layer.getLayerParams().isWeightParam(parameter);
    }
  }

  /** A SameDiff vertex, such as attention in a graph. */
  record Vertex(SameDiffVertex vertex) implements TrainedLayer {

    @Override
    public void setUpdater(IUpdater updater) {
      vertex.setUpdater(updater);
    }

    @Override
    public void setBiasUpdater(IUpdater updater) {
      if (vertex.getBiasUpdater() == null || vertex.getBiasUpdater() instanceof MaskScore) {
        vertex.setBiasUpdater(updater);
      }
    }

    @Override
    public List<Regularization> regularization() {
      return vertex.getRegularization() == null ? List.of() : vertex.getRegularization();
    }

    @Override
    public void setRegularization(List<Regularization> regularization) {
      vertex.setRegularization(regularization);
    }

    @Override
    public List<LayerConstraint> constraints() {
      return List.of(); // DL4J has none for vertices
    }

    @Override
    public boolean isMaskable(MaskScore score) {
      return true;
    }

    @Override
    public boolean isWeight(String parameter) {
      return vertex.getVertexParams().isWeightParam(parameter);
    }
  }
}
