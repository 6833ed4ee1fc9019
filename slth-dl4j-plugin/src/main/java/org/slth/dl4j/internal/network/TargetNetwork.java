package org.slth.dl4j.internal.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.slth.pruning.MaskedPair;
import org.slth.pruning.PlannedLayer;
import org.slth.pruning.SourceLaw;
import org.slth.pruning.SourcePair;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.SubsetSumTicket;
import org.slth.ticket.TicketLayer;

/**
 * A trained network as layers to be replaced and layers to be copied.
 *
 * @param stages the layers, in topological order
 * @param inputs the names of the network's inputs
 * @param outputs the names of the layers that are its outputs
 * @param names those that are taken
 * @param assembly what makes a network of planned layers
 * @param <M> MultiLayerNetwork or ComputationGraph
 */
public record TargetNetwork<M extends Model>(
    List<Stage> stages,
    List<String> inputs,
    List<String> outputs,
    Set<String> names,
    Function<List<PlannedVertex>, M> assembly) {

  /** Copies the collections. */
  public TargetNetwork {
    stages = List.copyOf(stages);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    names = Set.copyOf(names);
  }

  /**
   * Reads a chain.
   *
   * @param nonNegativeInput whether its input is never negative
   * @throws IllegalArgumentException if layers cannot be pruned; the message names all of them
   */
  public static TargetNetwork<MultiLayerNetwork> of(
      MultiLayerNetwork network, boolean nonNegativeInput) {
    TargetGraph shape = TargetGraph.of(network);
    return read(shape, nonNegativeInput, vertices -> NetworkAssembly.chain(shape, vertices));
  }

  /**
   * Reads a graph.
   *
   * @param nonNegativeInput whether its inputs are never negative
   * @throws IllegalArgumentException if layers cannot be pruned; the message names all of them
   */
  public static TargetNetwork<ComputationGraph> of(
      ComputationGraph network, boolean nonNegativeInput) {
    TargetGraph shape = TargetGraph.of(network);
    return read(shape, nonNegativeInput, vertices -> NetworkAssembly.graph(shape, vertices));
  }

  /**
   * Reads a chain or a graph.
   *
   * @param nonNegativeInput whether its inputs are never negative
   * @throws IllegalArgumentException if it is neither, or layers cannot be pruned
   */
  public static TargetNetwork<?> of(Model network, boolean nonNegativeInput) {
    if (network instanceof MultiLayerNetwork chain) {
      return of(chain, nonNegativeInput);
    }
    if (network instanceof ComputationGraph graph) {
      return of(graph, nonNegativeInput);
    }
    throw new IllegalArgumentException(
        "expected a MultiLayerNetwork or a ComputationGraph, got " + network.getClass().getName());
  }

  private static <M extends Model> TargetNetwork<M> read(
      TargetGraph shape, boolean nonNegativeInput, Function<List<PlannedVertex>, M> assembly) {
    Set<String> names = new HashSet<>(shape.inputs());
    shape.vertices().forEach(vertex -> names.add(vertex.name()));
    List<Stage> stages = NetworkReader.read(shape, nonNegativeInput);
    return new TargetNetwork<>(stages, shape.inputs(), shape.outputs(), names, assembly);
  }

  /** Returns the layers to be replaced, in topological order. */
  public List<Stage.Replaced> replaced() {
    return stages.stream()
        .filter(Stage.Replaced.class::isInstance)
        .map(Stage.Replaced.class::cast)
        .toList();
  }

  /** Returns this network with other layers in the places of its own. */
  public TargetNetwork<M> withStages(List<Stage> stages) {
    return new TargetNetwork<>(stages, inputs, outputs, names, assembly);
  }

  /**
   * Checks that a ticket has as many layers as are replaced.
   *
   * @throws IllegalArgumentException if not
   */
  public void requireLayersOf(SubsetSumTicket ticket) {
    if (replaced().size() != ticket.layers().size()) {
      throw new IllegalArgumentException(
          "the ticket has %d pruned layers, the network %d; give the architecture it was made for"
              .formatted(ticket.layers().size(), replaced().size()));
    }
  }

  /**
   * Returns the random network of a ticket under its masks.
   *
   * @throws IllegalArgumentException if the ticket is not one of this architecture
   */
  public M masked(SubsetSumTicket ticket) {
    requireLayersOf(ticket);
    Set<String> taken = new HashSet<>(names);
    List<PlannedVertex> vertices = new ArrayList<>();
    int next = 0;
    for (Stage stage : stages) {
      if (stage instanceof Stage.Replaced replaced) {
        SourceDraw draw = SourceDraw.of(ticket.seed()).stream(next);
        List<PlannedLayer> pair = pair(replaced, draw, ticket.layers().get(next));
        vertices.addAll(placed(replaced, pair, taken));
        next++;
      } else if (stage instanceof Stage.Copied copied) {
        vertices.add(copied.vertex());
      }
    }
    return assembly.apply(vertices);
  }

  private static List<PlannedLayer> pair(Stage.Replaced stage, SourceDraw draw, TicketLayer masks) {
    SourceLaw law = SourceLaw.of(masks);
    SourcePair pair = new SourcePair(draw, stage.layer(), law, masks.signedInput());
    return stage.planned(new MaskedPair(stage.layer(), pair, masks));
  }

  /** Chains the layers of a pair; the last keeps the name, and takes the further inputs. */
  private static List<PlannedVertex> placed(
      Stage.Replaced stage, List<PlannedLayer> pair, Set<String> taken) {
    List<PlannedVertex> vertices = new ArrayList<>();
    List<String> inputs = stage.inputs().subList(0, 1);
    for (int i = 0; i < pair.size(); i++) {
      boolean last = i == pair.size() - 1;
      String name = last ? stage.name() : freeName(stage.name() + "-hidden", taken);
      if (last) {
        inputs = new ArrayList<>(inputs);
        inputs.addAll(stage.inputs().subList(1, stage.inputs().size()));
      }
      PlannedLayer layer = pair.get(i);
      Optional<InputPreProcessor> preProcessor = i == 0 ? stage.preProcessor() : Optional.empty();
      vertices.add(
          new PlannedVertex(
              name, List.copyOf(inputs), layer.configuration(), layer.parameters(), preProcessor));
      inputs = List.of(name);
    }
    return vertices;
  }

  private static String freeName(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "-" + i;
    }
    return name;
  }
}
