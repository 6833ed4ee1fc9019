package org.slth.examples.inertia;

import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.slth.dl4j.layer.EquivariantDense;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.representation.FieldType;
import org.slth.representation.Representation;

/**
 * Three dense layers that commute with a group, and ReLU between them.
 *
 * @param input masses and positions
 * @param hidden the fields between the layers, which the group permutes
 * @param output a tensor of order 2
 */
record InertiaNetwork(FieldType input, FieldType hidden, FieldType output) {

  /**
   * The network of a group.
   *
   * @param space how the group acts on positions
   * @param field how it permutes the channels of a field, to which positions are {@link Lift}ed
   * @param points how many there are
   * @param width the number of hidden fields
   */
  static InertiaNetwork of(Representation space, Representation field, int points, int width) {
    return new InertiaNetwork(
        FieldType.trivial(space.group(), points).plus(FieldType.of(field, points)),
        FieldType.of(field, width),
        FieldType.of(Representation.tensorProduct(space, space), 1));
  }

  /**
   * The types of a network that was saved.
   *
   * @throws IllegalArgumentException if it is not one of this command
   */
  static InertiaNetwork of(MultiLayerNetwork network) {
    List<EquivariantDense> layers =
        network.getLayerWiseConfigurations().getConfs().stream()
            .map(NeuralNetConfiguration::getLayer)
            .filter(EquivariantDense.class::isInstance)
            .map(EquivariantDense.class::cast)
            .toList();
    if (layers.size() != 3) {
      throw new IllegalArgumentException(
          "expected a network that this command saved, got one with %d equivariant dense layers"
              .formatted(layers.size()));
    }
    return new InertiaNetwork(
        layers.get(0).inputType(), layers.get(1).inputType(), layers.get(2).outputType());
  }

  /**
   * What it is to learn.
   *
   * @param space how the group acts on positions
   * @throws IllegalArgumentException if its outputs are not tensors of that space
   */
  PointMasses points(Representation space) {
    Representation tensors = Representation.tensorProduct(space, space);
    if (!output.fields().equals(List.of(tensors))) {
      throw new IllegalArgumentException(
          "expected a network whose output is %s, got %s; give its --space"
              .formatted(tensors.name(), output));
    }
    return new PointMasses(input.size() / 2, Lift.of(space, hidden.fields().get(0)));
  }

  MultiLayerConfiguration configuration(IUpdater updater, long seed) {
    return new NeuralNetConfiguration.Builder()
        .seed(seed)
        .updater(updater)
        .list()
        .layer(new EquivariantDense.Builder(input, hidden).build())
        .layer(new FieldBatchNormalization.Builder(hidden).build())
        .layer(new FieldActivation.Builder(hidden).build())
        .layer(new EquivariantDense.Builder(hidden, hidden).build())
        .layer(new FieldBatchNormalization.Builder(hidden).build())
        .layer(new FieldActivation.Builder(hidden).build())
        .layer(new EquivariantDense.Builder(hidden, output).build())
        .layer(
            new LossLayer.Builder(LossFunctions.LossFunction.MSE)
                .activation(Activation.IDENTITY)
                .build())
        .setInputType(InputType.feedForward(input.dimension()))
        .build();
  }
}
