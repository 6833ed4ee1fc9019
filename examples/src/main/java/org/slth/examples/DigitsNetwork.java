package org.slth.examples;

import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.slth.dl4j.layer.FieldPooling2D;
import org.slth.dl4j.layer.FieldRestriction;
import org.slth.dl4j.layer.GroupPooling;
import org.slth.group.CompactGroup;
import org.slth.group.Group;
import org.slth.group.PlanarGroup;
import org.slth.group.Subgroup;
import org.slth.representation.FieldType;

/**
 * A classifier of 28 x 28 digits that does not see by how much they are turned: five steerable
 * convolutions, each with batch normalization and a nonlinearity, then the mean over the image.
 *
 * <p>Fields between are regular and the nonlinearity is ReLU, unless a {@link FieldFamily} says
 * otherwise, and end in the maximum over the group. Other fields have no such maximum: there the
 * last convolution leads to trivial fields.
 *
 * <p>Sizes go 28 → 14 → 7 → 3. Every kernel is odd and every pooling window divides its image, so
 * that the grid of each layer is mapped to that of the next by every quarter turn and mirroring
 * about the centre: there the network is invariant up to rounding.
 */
final class DigitsNetwork {

  private static final int SIZE = 28;
  private static final int CLASSES = 10;
  private static final int[] CHANNELS = {64, 96, 128, 128, 192};
  private static final int[] KERNELS = {7, 5, 5, 5, 5};
  private static final int[] PADDING = {3, 2, 2, 2, 0};
  private static final boolean[] POOLED = {true, false, true, false, false};

  private final PlanarGroup group;
  private final FieldFamily family;
  private final double width;
  private final int features;
  private final int whole;

  /**
   * Describes a network.
   *
   * @param family what fields there are, and what is between the convolutions
   * @param width factor of the numbers of channels, 64-96-128-128-192; fields are as many as fill
   *     them, so a training step takes about as long for every group, and the parameters are the
   *     fewer the larger the group is
   */
  DigitsNetwork(PlanarGroup group, FieldFamily family, double width) {
    this(group, family, width, 0, CHANNELS.length);
  }

  /**
   * Describes a network with a last layer of its own width, which may know rotations only.
   *
   * <p>Pooling over the group leaves one number per field, so a large group wants more fields there
   * than fill the channels. It also makes mirrored digits equal; behind the restriction to the
   * rotations they differ again (Weiler and Cesa 2019, section 2.7).
   *
   * @param family what fields there are, and what is between the convolutions
   * @param features number of fields of the last convolution; 0 for as many as fill its channels
   * @param whole how many convolutions commute with the whole group, 1 to 5; those behind them
   *     commute with the rotations in it
   */
  DigitsNetwork(PlanarGroup group, FieldFamily family, double width, int features, int whole) {
    this.group = group;
    this.family = family;
    this.width = width;
    this.features = features;
    this.whole = whole;
  }

  /**
   * Returns the group as one that acts on the plane.
   *
   * @throws IllegalArgumentException if it does not
   */
  static PlanarGroup planar(Group group) {
    if (group instanceof PlanarGroup planar) {
      return planar;
    }
    throw new IllegalArgumentException(
        "expected a group that acts on the plane, such as C8 or D4, got " + group.name());
  }

  /**
   * Returns the network and how it is trained: Adam, its rate falling from {@code rate} along half
   * a cosine.
   */
  MultiLayerConfiguration configuration(int epochs, double rate, long seed) {
    return configuration(TrainingUpdater.ADAM.falling(rate, epochs), seed);
  }

  /** Returns the network with an updater for all layers. */
  MultiLayerConfiguration configuration(IUpdater updater, long seed) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder().seed(seed).updater(updater).list();
    FieldType fields = FieldType.trivial(group, 1);
    for (int i = 0; i < CHANNELS.length; i++) {
      if (i == whole) {
        FieldRestriction restriction =
            new FieldRestriction.Builder(fields, rotations(group)).build();
        layers.layer(restriction);
        fields = restriction.outputType();
      }
      FieldType next = fields(i, fields.group());
      family.block(fields, next, KERNELS[i], PADDING[i]).forEach(layers::layer);
      fields = next;
      if (POOLED[i]) {
        layers.layer(new FieldPooling2D.Builder(fields).poolingType(PoolingType.AVG).build());
      }
    }
    if (!fields.isTrivial()) {
      layers.layer(new GroupPooling.Builder(fields).build());
    }
    return layers
        .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
        .layer(
            new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nOut(CLASSES)
                .build())
        .setInputType(InputType.convolutional(SIZE, SIZE, 1))
        .build();
  }

  private FieldType fields(int layer, Group group) {
    double channels = CHANNELS[layer] * width;
    boolean last = layer == CHANNELS.length - 1;
    if (last && family.nonlinearity() != FieldFamily.Nonlinearity.RELU) {
      return FieldType.trivial(group, features > 0 ? features : (int) Math.ceil(channels));
    }
    FieldType fields = family.fields(group, channels);
    return last && features > 0 ? FieldType.of(fields.fields().get(0), features) : fields;
  }

  /** Returns the elements that do not mirror the plane. */
  private static Subgroup rotations(PlanarGroup group) {
    if (group instanceof CompactGroup) {
      return Subgroup.of(group, Group.named("SO2"));
    }
    int[] elements =
        IntStream.range(0, group.samples().order()).filter(g -> !group.reflects(g)).toArray();
    return Subgroup.ofElements(group, elements);
  }
}
