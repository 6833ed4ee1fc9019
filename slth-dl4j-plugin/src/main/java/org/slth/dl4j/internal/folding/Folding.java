package org.slth.dl4j.internal.folding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.slth.dl4j.internal.network.NonNegativity;
import org.slth.dl4j.internal.network.PlannedVertex;
import org.slth.dl4j.internal.network.TargetGraph;
import org.slth.dl4j.internal.network.TargetVertex;

/** Folds the pairs of a network. */
public final class Folding {

  private final TargetGraph network;
  private final List<PlannedVertex> vertices;
  private final Map<String, PlannedVertex> byName = new HashMap<>();
  private final Set<String> nonNegative = new HashSet<>();
  private final double tolerance;
  private final List<PlannedVertex> kept = new ArrayList<>();
  private final List<Folded> folded = new ArrayList<>();

  /**
   * What became of a pair.
   *
   * @param layer the name of its second layer
   * @param gap the largest |W⁺ - W⁻| / 2
   * @param bound the sum of the norms of (W⁺ - W⁻) / 2 over the maps of the layer
   * @param biasError how far the bias is from what the pair adds, at most
   */
  public record Folded(String layer, double gap, double bound, double biasError) {}

  /**
   * A network without pairs.
   *
   * @param vertices its layers, in topological order
   * @param folded the pairs that are gone
   */
  public record Result(List<PlannedVertex> vertices, List<Folded> folded) {}

  private Folding(TargetGraph network, List<PlannedVertex> vertices, double tolerance) {
    this.network = network;
    this.vertices = vertices;
    this.tolerance = tolerance;
    vertices.forEach(vertex -> byName.put(vertex.name(), vertex));
  }

  /**
   * Folds all pairs whose gap is at most the tolerance.
   *
   * @param network the network as it was
   * @param vertices what stands for it, in topological order
   * @param nonNegativeInput whether the inputs of the network are never negative
   */
  public static Result of(
      TargetGraph network,
      List<PlannedVertex> vertices,
      boolean nonNegativeInput,
      double tolerance) {
    Folding folding = new Folding(network, vertices, tolerance);
    if (nonNegativeInput) {
      folding.nonNegative.addAll(network.inputs());
    }
    network.vertices().forEach(folding::follow);
    vertices.forEach(folding::add);
    return new Result(List.copyOf(folding.kept), List.copyOf(folding.folded));
  }

  private void follow(TargetVertex vertex) {
    List<Boolean> inputs =
        vertex.inputs().stream().map(input -> isNonNegative(input, vertex.preProcessor())).toList();
    boolean after =
        vertex.parameters().isEmpty()
            ? NonNegativity.after(vertex.configuration(), inputs)
            : NonNegativity.activates(vertex.configuration());
    if (after) {
      nonNegative.add(vertex.name());
    }
  }

  private boolean isNonNegative(
      String name, Optional<org.deeplearning4j.nn.conf.InputPreProcessor> reshaping) {
    return nonNegative.contains(name) && reshaping.map(NonNegativity::isKeptBy).orElse(true);
  }

  private void add(PlannedVertex vertex) {
    Optional<Mixing> mixing =
        vertex.preProcessor().isEmpty() ? Mixing.of(vertex) : Optional.empty();
    Optional<PlannedVertex> rectified =
        mixing.flatMap(any -> onlyFor(vertex.inputs().get(0), vertex));
    Optional<PlannedVertex> first = rectified.flatMap(this::copies);
    Optional<Fold> fold =
        first
            .flatMap(HiddenCopies::of)
            .map(copies -> Fold.of(copies, mixing.orElseThrow(), isSigned(first.get())))
            .filter(found -> Math.max(found.gap(), found.biasError()) <= tolerance);
    if (fold.isEmpty()) {
      kept.add(vertex);
      return;
    }
    kept.remove(rectified.orElseThrow());
    kept.remove(first.orElseThrow());
    kept.add(folded(vertex, first.get(), mixing.orElseThrow(), fold.get()));
    Fold found = fold.get();
    folded.add(new Folded(vertex.name(), found.gap(), found.bound(), found.biasError()));
  }

  private boolean isSigned(PlannedVertex first) {
    return !isNonNegative(first.inputs().get(0), first.preProcessor());
  }

  /** Returns the maker of what one vertex alone is fed. */
  private Optional<PlannedVertex> onlyFor(String name, PlannedVertex consumer) {
    long consumers = vertices.stream().filter(vertex -> vertex.inputs().contains(name)).count();
    boolean once = consumer.inputs().stream().filter(name::equals).count() == 1;
    return consumers == 1 && once && !network.outputs().contains(name)
        ? Optional.ofNullable(byName.get(name))
        : Optional.empty();
  }

  /** Returns the linear layer whose output a vertex rectifies, perhaps that vertex itself. */
  private Optional<PlannedVertex> copies(PlannedVertex rectified) {
    if (rectified.configuration() instanceof ActivationLayer layer) {
      return isRelu(layer.getActivationFn()) && rectified.preProcessor().isEmpty()
          ? onlyFor(rectified.inputs().get(0), rectified)
              .filter(first -> activation(first) instanceof ActivationIdentity)
          : Optional.empty();
    }
    return Optional.of(rectified).filter(first -> isRelu(activation(first)));
  }

  private static boolean isRelu(IActivation activation) {
    return new ActivationReLU().equals(activation);
  }

  private static IActivation activation(PlannedVertex vertex) {
    return vertex.configuration() instanceof BaseLayer layer
        ? layer.getActivationFn()
        : new ActivationIdentity();
  }

  private static PlannedVertex folded(
      PlannedVertex last, PlannedVertex first, Mixing mixing, Fold fold) {
    List<String> inputs = new ArrayList<>(last.inputs());
    inputs.set(0, first.inputs().get(0));
    int channels = fold.kernel().length / (mixing.elements() * mixing.outputs());
    return new PlannedVertex(
        last.name(),
        inputs,
        mixing.configuration(channels, fold.bias().length > 0),
        mixing.parameters(channels, fold.kernel(), fold.bias()),
        first.preProcessor());
  }
}
