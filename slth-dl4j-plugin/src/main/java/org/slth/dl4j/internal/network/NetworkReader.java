package org.slth.dl4j.internal.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.NormNonlinearity;
import org.slth.pruning.LayerType;
import org.slth.pruning.MaskedPair;
import org.slth.pruning.TargetLayer;

/** Decides, layer by layer of a trained network, what is replaced and what is copied. */
final class NetworkReader {

  private final TargetGraph network;
  private final LayerTypes types = LayerTypes.installed();
  private final List<Stage> stages = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final Set<String> folded = new HashSet<>();
  private final Set<String> nonNegative = new HashSet<>();

  private NetworkReader(TargetGraph network, boolean nonNegativeInput) {
    this.network = network;
    if (nonNegativeInput) {
      nonNegative.addAll(network.inputs());
    }
  }

  /**
   * Returns what becomes of each layer, in topological order.
   *
   * @param nonNegativeInput whether the inputs of the network are never negative
   * @throws IllegalArgumentException if layers cannot be pruned; the message names all of them
   */
  static List<Stage> read(TargetGraph network, boolean nonNegativeInput) {
    NetworkReader reader = new NetworkReader(network, nonNegativeInput);
    for (TargetVertex vertex : network.vertices()) {
      if (!reader.folded.contains(vertex.name())) {
        reader.read(vertex);
      }
    }
    if (reader.refused.isEmpty()
        && reader.stages.stream().noneMatch(Stage.Replaced.class::isInstance)) {
      reader.refused.add("it has no layer with coefficients");
    }
    if (!reader.refused.isEmpty()) {
      throw new IllegalArgumentException(
          "this network cannot be pruned: " + String.join("; ", reader.refused));
    }
    return reader.stages;
  }

  private void read(TargetVertex vertex) {
    refuseUnlessFinite(vertex);
    try {
      if (isCopied(vertex)) {
        copy(vertex);
        return;
      }
      Optional<LayerType> type = types.of(vertex.neutral());
      if (type.isPresent()) {
        replace(vertex, type.get());
      } else {
        refuse(vertex, advice(vertex.configuration()));
      }
    } catch (IllegalArgumentException e) {
      refuse(vertex, String.valueOf(e.getMessage()));
    }
  }

  private static boolean isCopied(TargetVertex vertex) {
    return vertex.parameters().isEmpty() || vertex.configuration() instanceof NormNonlinearity;
  }

  private void replace(TargetVertex vertex, LayerType type) {
    Optional<TargetVertex> normalization = normalizationBehind(vertex, type);
    normalization.ifPresent(this::refuseUnlessFinite);
    boolean signed = !isNonNegative(vertex).get(0);
    TargetLayer layer = type.read(vertex.trained(signed, normalization));
    String name = normalization.orElse(vertex).name();
    Stage.Replaced stage =
        new Stage.Replaced(
            name,
            vertex.inputs(),
            vertex.title(),
            vertex.configuration(),
            type.id(),
            layer,
            signed,
            vertex.preProcessor());
    stage.planned(MaskedPair.nothing(layer)); // a pair that cannot be built is refused now
    stages.add(stage);
    if (normalization.isEmpty() && NonNegativity.activates(vertex.configuration())) {
      nonNegative.add(name);
    }
  }

  /** Returns the normalisation to fold in; from now on it is no layer of its own. */
  private Optional<TargetVertex> normalizationBehind(TargetVertex vertex, LayerType type) {
    Optional<TargetVertex> normalization =
        network
            .onlyConsumer(vertex.name())
            .filter(next -> next.inputs().size() == 1 && next.preProcessor().isEmpty())
            .filter(next -> type.folds(vertex.neutral(), next.neutral()));
    normalization.ifPresent(next -> folded.add(next.name()));
    return normalization;
  }

  private void copy(TargetVertex vertex) {
    stages.add(new Stage.Copied(vertex.copy()));
    if (NonNegativity.after(vertex.configuration(), isNonNegative(vertex))) {
      nonNegative.add(vertex.name());
    }
  }

  /** Returns which inputs of a vertex are known to be non-negative, as it sees them. */
  private List<Boolean> isNonNegative(TargetVertex vertex) {
    boolean reshaped = vertex.preProcessor().map(NonNegativity::isKeptBy).orElse(true);
    return vertex.inputs().stream().map(name -> reshaped && nonNegative.contains(name)).toList();
  }

  private void refuseUnlessFinite(TargetVertex vertex) {
    for (String parameter : vertex.notFinite()) {
      refuse(vertex, "its parameter %s is not finite; train it again".formatted(parameter));
    }
  }

  private void refuse(TargetVertex vertex, String reason) {
    refused.add(vertex.title() + ": " + reason);
  }

  private String advice(Object configuration) {
    if (configuration instanceof FieldBatchNormalization) {
      return "it can only be folded into a steerable layer, such as SteerableConvolution2D or"
          + " EquivariantDense, or where its fields are trivial into another layer without"
          + " activation, directly before it and feeding nothing else";
    }
    if (configuration instanceof BatchNormalization) {
      return "it can only be folded into a layer without activation, such as DenseLayer or"
          + " ConvolutionLayer, directly before it and feeding nothing else; behind a steerable layer"
          + " use FieldBatchNormalization";
    }
    return types.unknown() + "; apart from these, only layers without parameters can be pruned";
  }
}
