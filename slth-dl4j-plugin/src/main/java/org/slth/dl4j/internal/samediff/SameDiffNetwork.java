package org.slth.dl4j.internal.samediff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.ComposableInputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.slth.dl4j.graph.GraphIsomorphism;
import org.slth.dl4j.graph.GraphReadout;
import org.slth.dl4j.graph.KOrderLayer;
import org.slth.dl4j.graph.MatrixProduct;
import org.slth.dl4j.graph.MessagePassing;
import org.slth.dl4j.graph.SetPooling;
import org.slth.dl4j.internal.network.PlannedVertex;
import org.slth.dl4j.internal.network.Ranks;
import org.slth.dl4j.internal.network.TargetGraph;
import org.slth.dl4j.internal.network.TargetVertex;

/** Makes a SameDiff graph of a network. */
public final class SameDiffNetwork {

  private static final Set<Class<?>> VERTICES =
      Set.of(
          MessagePassing.class,
          GraphIsomorphism.class,
          KOrderLayer.class,
          MatrixProduct.class,
          GraphReadout.class,
          SetPooling.class);

  private final SameDiff graph = SameDiff.create();
  private final TargetGraph network;
  private final Ranks ranks;
  private final Map<String, SDVariable> variables = new HashMap<>();
  private final List<String> refused = new ArrayList<>();

  private SameDiffNetwork(TargetGraph network) {
    this.network = network;
    this.ranks = Ranks.of(network);
    for (String input : network.inputs()) {
      variables.put(input, graph.placeHolder(input, network.type()));
    }
  }

  /** Returns whether a configuration is that of a layer on graphs. */
  public static boolean knowsVertex(Object configuration) {
    return VERTICES.contains(configuration.getClass());
  }

  /**
   * Returns a network as a graph.
   *
   * @param frame whose inputs, outputs and data type the network has
   * @param vertices its layers, in topological order: stock layers, and layers on graphs
   * @throws IllegalArgumentException if some layer has no form; the message names all of them
   */
  public static SameDiff of(TargetGraph frame, List<PlannedVertex> vertices) {
    List<TargetVertex> layers = vertices.stream().map(SameDiffNetwork::layer).toList();
    SameDiffNetwork network =
        new SameDiffNetwork(new TargetGraph(frame.inputs(), layers, frame.outputs(), frame.type()));
    for (int i = 0; i < vertices.size(); i++) {
      network.add(vertices.get(i), layers.get(i));
    }
    if (!network.refused.isEmpty()) {
      throw new IllegalArgumentException(
          "this network cannot leave as a SameDiff graph: " + String.join("; ", network.refused));
    }
    network.graph.setOutputs(frame.outputs());
    return network.graph;
  }

  private static TargetVertex layer(PlannedVertex vertex) {
    return new TargetVertex(
        vertex.name(),
        vertex.inputs(),
        vertex.configuration(),
        vertex.parameters(),
        vertex.preProcessor());
  }

  private void add(PlannedVertex vertex, TargetVertex layer) {
    SDVariable output;
    try {
      List<SDVariable> inputs = new ArrayList<>();
      for (String input : vertex.inputs()) {
        SDVariable from = Objects.requireNonNull(variables.get(input), input);
        inputs.add(reshaped(from, vertex.preProcessor()));
      }
      Place place = new Place(graph, vertex, inputs, ranks.at(layer), network.type());
      output = form(vertex.configuration()).define(place);
      output = inputs.contains(output) ? graph.identity(output) : output;
    } catch (IllegalArgumentException e) {
      refused.add(layer.title() + ": " + e.getMessage());
      output = graph.placeHolder("refused " + vertex.name(), network.type());
    }
    variables.put(vertex.name(), named(output, vertex.name()));
  }

  /** SameDiff calls operations by their kind, such as "add"; a layer of this name goes first. */
  private SDVariable named(SDVariable output, String name) {
    if (output.name().equals(name)) {
      return output;
    }
    if (graph.hasVariable(name)) {
      String other = name + "-inner";
      while (graph.hasVariable(other)) {
        other += "-inner";
      }
      graph.getVariable(name).rename(other);
    }
    return output.rename(name);
  }

  private static Form form(Object configuration) {
    if (knowsVertex(configuration)) {
      return VertexForms::onGraphs;
    }
    Form form = StockForms.FORMS.get(configuration.getClass());
    if (form == null) {
      throw new IllegalArgumentException("SameDiff has no form of it here");
    }
    return form;
  }

  private static SDVariable reshaped(SDVariable x, Optional<InputPreProcessor> preProcessor) {
    if (preProcessor.isEmpty()) {
      return x;
    }
    InputPreProcessor reshaping = preProcessor.get();
    if (reshaping instanceof ComposableInputPreProcessor all) {
      SDVariable result = x;
      for (InputPreProcessor each : all.getInputPreProcessors()) {
        result = reshaped(result, Optional.of(each));
      }
      return result;
    }
    if (reshaping instanceof FeedForwardToCnnPreProcessor images) {
      return x.reshape(
          -1, images.getNumChannels(), images.getInputHeight(), images.getInputWidth());
    }
    if (reshaping instanceof CnnToFeedForwardPreProcessor rows) {
      return x.reshape(-1, rows.getNumChannels() * rows.getInputHeight() * rows.getInputWidth());
    }
    throw new IllegalArgumentException(
        "it has no form for " + reshaping.getClass().getSimpleName());
  }
}
