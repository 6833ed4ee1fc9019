package org.slth.dl4j.layertype;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slth.dl4j.graph.GraphIsomorphism;
import org.slth.dl4j.graph.MessagePassing;
import org.slth.dl4j.graph.Propagation;
import org.slth.dl4j.layer.LayerRuntime;
import org.slth.pruning.LayerConfiguration;
import org.slth.pruning.LayerType;
import org.slth.pruning.PlannedLayer;
import org.slth.pruning.TargetLayer;
import org.slth.pruning.TrainedLayer;

/**
 * {@link MessagePassing} in its basis of propagations, and {@link GraphIsomorphism} in the basis
 * {I, P}, with a {@code BatchNormalization}, or a {@code FieldBatchNormalization} of trivial
 * fields, behind either folded in:
 *
 * <pre>
 * ((1 + ε) x + P x) W  =  x (1 + ε) W + P x W
 * </pre>
 *
 * <p>A bias comes from a hidden channel of ones through the identity, which no graph changes. If
 * the target's basis lacks it, as that of a graph convolution does, V has it as one more element,
 * of which the mask leaves the constant's coefficients alone.
 *
 * <p>The maximum over neighbours is not linear, but max(<i>ux</i>) = <i>u</i> max(<i>x</i>) for
 * <i>u</i> &gt; 0: it is pruned where its input is known to be non-negative.
 */
public final class MessagePassingLayerType implements LayerType {

  @Override
  public String id() {
    return "slth:message-passing";
  }

  @Override
  public boolean handles(LayerConfiguration configuration) {
    return configuration.as(MessagePassing.class).isPresent()
        || configuration.as(GraphIsomorphism.class).isPresent();
  }

  @Override
  public boolean folds(LayerConfiguration configuration, LayerConfiguration normalization) {
    return ColumnNormalization.is(normalization);
  }

  @Override
  public TargetLayer read(TrainedLayer layer) {
    Optional<MessagePassing> messages = layer.configuration().as(MessagePassing.class);
    if (messages.isPresent()) {
      MessagePassing conf = messages.get();
      double[] weights = layer.parameter(MessagePassing.WEIGHT);
      return target(
          layer,
          conf.basis(),
          conf.runtime(),
          coefficients(layer, conf.nIn(), conf.nOut(), weights));
    }
    GraphIsomorphism conf = layer.configuration().as(GraphIsomorphism.class).orElseThrow();
    List<Propagation> basis = List.of(Propagation.IDENTITY, conf.aggregation());
    return target(
        layer,
        basis,
        conf.runtime(),
        coefficients(layer, conf.nIn(), conf.nOut(), isomorphism(layer, conf)));
  }

  /** Returns (1 + ε) W and W, one behind the other. */
  private static double[] isomorphism(TrainedLayer layer, GraphIsomorphism conf) {
    double[] w = layer.parameter(GraphIsomorphism.WEIGHT);
    double epsilon =
        conf.learnEpsilon() ? layer.parameter(GraphIsomorphism.EPSILON)[0] : conf.epsilon();
    double own = 1 + epsilon;
    double[] weights = new double[2 * w.length];
    for (int i = 0; i < w.length; i++) {
      weights[i] = own * w[i];
      weights[w.length + i] = w[i];
    }
    return weights;
  }

  private static RowWiseCoefficients coefficients(
      TrainedLayer layer, int inputs, int outputs, double[] weights) {
    double[] bias =
        layer.has(MessagePassing.BIAS) ? layer.parameter(MessagePassing.BIAS) : new double[0];
    return RowWiseCoefficients.dense(inputs, outputs, weights, bias)
        .folded(layer.normalization(), 1);
  }

  private static TargetLayer target(
      TrainedLayer layer,
      List<Propagation> basis,
      LayerRuntime runtime,
      RowWiseCoefficients coefficients) {
    if (layer.signedInput() && basis.contains(Propagation.MAX)) {
      throw new IllegalArgumentException(
          "its input may be negative, and a maximum of both signs is no sum of two maxima; put a"
              + " ReLU before it, or use nonNegativeInput(true) if the network's inputs are not"
              + " negative");
    }
    List<Propagation> elements = new ArrayList<>(basis);
    if (coefficients.biasElements() > 0 && !basis.contains(Propagation.IDENTITY)) {
      elements.add(Propagation.IDENTITY);
    }
    int identity = Math.max(0, elements.indexOf(Propagation.IDENTITY));
    return RowWiseTarget.ofRows(
        coefficients,
        new RowWiseBasis(elements.size(), List.of(identity), false),
        (hidden, weights) -> {
          MessagePassing last =
              new MessagePassing.Builder(hidden, coefficients.outputs())
                  .basis(elements.toArray(Propagation[]::new))
                  .hasBias(false)
                  .runtime(runtime)
                  .build();
          return new PlannedLayer(last, Map.of(MessagePassing.WEIGHT, weights));
        });
  }
}
