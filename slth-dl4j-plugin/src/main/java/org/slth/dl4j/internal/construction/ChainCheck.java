package org.slth.dl4j.internal.construction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.network.PlannedVertex;
import org.slth.dl4j.internal.network.Stage;

/** Whether a network is a chain that {@link DepthPlusOne} knows, and what is not so. */
final class ChainCheck {

  private static final Set<Class<?>> POINTWISE =
      Set.of(
          ActivationIdentity.class,
          ActivationReLU.class,
          ActivationLReLU.class,
          ActivationReLU6.class);

  private static final Set<PoolingType> KEEPS_ONE = Set.of(PoolingType.MAX, PoolingType.AVG);

  private final List<Stage> stages;
  private final List<String> obstacles = new ArrayList<>();
  private final int first; // of the layers to be replaced
  private final int last;

  private ChainCheck(List<Stage> stages) {
    this.stages = stages;
    List<Boolean> replaced = stages.stream().map(Stage.Replaced.class::isInstance).toList();
    this.first = replaced.indexOf(true);
    this.last = replaced.lastIndexOf(true);
  }

  /** Returns what is in the way, each with the name of a layer. */
  static List<String> obstacles(List<Stage> stages) {
    ChainCheck check = new ChainCheck(stages);
    for (int i = check.first; i <= check.last; i++) {
      check.check(i);
    }
    return check.obstacles;
  }

  private void check(int i) {
    if (stages.get(i) instanceof Stage.Replaced stage) {
      requireChain(i, stage.title(), stage.inputs());
      check(i, stage);
    } else if (stages.get(i) instanceof Stage.Copied copied) {
      PlannedVertex vertex = copied.vertex();
      String type = vertex.configuration().getClass().getSimpleName();
      String title = "layer %s (%s)".formatted(vertex.name(), type);
      requireChain(i, title, vertex.inputs());
      if (vertex.preProcessor().isPresent() || !keepsOne(vertex.configuration())) {
        obstacles.add(title + " does not act on channels alone and leave a constant 1 as it is");
      }
    }
  }

  private void requireChain(int i, String title, List<String> inputs) {
    if (inputs.size() != 1 || (i > first && !inputs.get(0).equals(name(stages.get(i - 1))))) {
      obstacles.add(title + " is fed by other layers than the one before it");
    }
  }

  private static String name(Stage stage) {
    return stage instanceof Stage.Replaced replaced
        ? replaced.name()
        : ((Stage.Copied) stage).vertex().name();
  }

  private void check(int i, Stage.Replaced stage) {
    if (!LastLayer.knows(stage.configuration())) {
      obstacles.add(stage.title() + " is none of these");
    } else if (i < last && !keepsOne(((BaseLayer) stage.configuration()).getActivationFn())) {
      obstacles.add(stage.title() + " has an activation that is not pointwise or changes 1");
    }
    if (i > first && !stage.preProcessor().map(ChainCheck::flattens).orElse(true)) {
      obstacles.add(stage.title() + " has its input reshaped by more than flattening channels");
    }
  }

  private static boolean flattens(InputPreProcessor preProcessor) {
    return preProcessor instanceof CnnToFeedForwardPreProcessor flatten
        && flatten.getFormat() == CNN2DFormat.NCHW;
  }

  private static boolean keepsOne(Object configuration) {
    if (configuration instanceof ActivationLayer activation) {
      return keepsOne(activation.getActivationFn());
    }
    if (configuration instanceof SubsamplingLayer pooling) {
      return pooling.getPoolingType() == PoolingType.MAX || averages(pooling);
    }
    return configuration instanceof DropoutLayer
        || (configuration instanceof GlobalPoolingLayer global
            && KEEPS_ONE.contains(global.getPoolingType()));
  }

  /** Padding would count as zeros. */
  private static boolean averages(SubsamplingLayer pooling) {
    boolean padded = pooling.getPadding()[0] > 0 || pooling.getPadding()[1] > 0;
    return pooling.getPoolingType() == PoolingType.AVG
        && !padded
        && pooling.getConvolutionMode() != ConvolutionMode.Same;
  }

  private static boolean keepsOne(IActivation activation) {
    return POINTWISE.contains(activation.getClass())
        && activation.getActivation(Nd4j.scalar(DataType.DOUBLE, 1), false).getDouble(0) == 1;
  }
}
