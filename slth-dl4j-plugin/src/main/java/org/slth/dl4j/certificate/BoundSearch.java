package org.slth.dl4j.certificate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.network.Stage;
import org.slth.dl4j.internal.network.TargetNetwork;
import org.slth.dl4j.layer.SteerableLayer;
import org.slth.pruning.TargetLayer;
import org.slth.ticket.SubsetSumTicket;
import org.slth.ticket.certificate.Certificate;
import org.slth.ticket.certificate.CertifiedInput;
import org.slth.ticket.certificate.CertifiedLayer;
import org.slth.ticket.certificate.Claim;

/** Follows sizes and errors through a network; see {@link OutputBound}. */
final class BoundSearch {

  private final TargetNetwork<?> network;
  private final SubsetSumTicket ticket;
  private final Certificate certificate;
  private final double radius;
  private final Map<String, INDArray> activations;
  private final Map<String, Deviation> deviations = new HashMap<>();
  private final List<LayerBound> bounds = new ArrayList<>();

  BoundSearch(
      Model target,
      SubsetSumTicket ticket,
      Certificate certificate,
      double radius,
      INDArray... examples) {
    this.ticket = ticket;
    this.certificate = certificate;
    this.radius = radius;
    this.network = TargetNetwork.of(target, true);
    this.activations = activations(target, network, examples);
    for (String input : network.inputs()) {
      deviations.put(input, new Deviation(radius, 0));
    }
  }

  private static Map<String, INDArray> activations(
      Model target, TargetNetwork<?> network, INDArray... examples) {
    if (target instanceof ComputationGraph graph) {
      Map<String, INDArray> activations = new HashMap<>(graph.feedForward(examples, false));
      for (int i = 0; i < examples.length; i++) {
        activations.put(network.inputs().get(i), examples[i]);
      }
      return activations;
    }
    Map<String, INDArray> activations = new HashMap<>();
    List<INDArray> list = ((MultiLayerNetwork) target).feedForward(examples[0], false);
    for (int i = 0; i < list.size(); i++) {
      activations.put(i == 0 ? network.inputs().get(0) : Integer.toString(i - 1), list.get(i));
    }
    return activations;
  }

  OutputBound bound() {
    if (ticket.construction().equals(SubsetSumTicket.DEPTH_PLUS_ONE)) {
      String obstacle = "the copies of one output of a layer err by different amounts";
      return new OutputBound(radius, OptionalDouble.empty(), obstacle, bounds);
    }
    int layer = 0;
    for (Stage stage : network.stages()) {
      Optional<Deviation> after =
          stage instanceof Stage.Replaced replaced
              ? replaced(replaced, layer++)
              : copied((Stage.Copied) stage);
      String name = name(stage);
      if (after.isEmpty()) {
        String obstacle = "%s is not known to grow by a bounded factor".formatted(name);
        return new OutputBound(radius, OptionalDouble.empty(), obstacle, bounds);
      }
      deviations.put(name, after.get());
    }
    double error = 0;
    for (String output : network.outputs()) {
      error = Math.hypot(error, Objects.requireNonNull(deviations.get(output)).error());
    }
    return new OutputBound(radius, OptionalDouble.of(error), "", bounds);
  }

  private static String name(Stage stage) {
    return stage instanceof Stage.Replaced replaced
        ? replaced.name()
        : ((Stage.Copied) stage).vertex().name();
  }

  private Optional<Deviation> copied(Stage.Copied stage) {
    if (!stage.vertex().parameters().isEmpty()) {
      return Optional.empty();
    }
    List<Deviation> inputs = stage.vertex().inputs().stream().map(deviations::get).toList();
    INDArray first = input(stage.vertex().inputs().get(0), stage.vertex().preProcessor());
    return Growth.after(stage.vertex().configuration(), inputs, perExample(first));
  }

  /** What a layer sees behind its pre-processor. */
  private INDArray input(String name, Optional<InputPreProcessor> preProcessor) {
    INDArray array = Objects.requireNonNull(activations.get(name));
    return preProcessor
        .map(
            each ->
                each.preProcess(
                    array.dup(), (int) array.size(0), LayerWorkspaceMgr.noWorkspacesImmutable()))
        .orElse(array);
  }

  private static long perExample(INDArray array) {
    return array.length() / array.size(0);
  }

  private Optional<Deviation> replaced(Stage.Replaced stage, int index) {
    if (stage.inputs().size() > 1) {
      return Optional.empty(); // further inputs, such as edges, are for the data to say
    }
    double ones = Math.sqrt(positions(stage)); // the constant, at every position
    TargetLayer layer = stage.layer();
    CertifiedLayer claims = certificate.layers().get(index);
    OptionalDouble norm = layer.normBound(targets(layer, false));
    if (norm.isEmpty()) {
      return Optional.empty();
    }
    double plus = layer.normBound(deviations(claims, false, false)).orElseThrow();
    double minus = layer.normBound(deviations(claims, true, false)).orElseThrow();
    double difference = Math.hypot(plus, minus);
    double bias = ones * layer.normBound(deviations(claims, false, true)).orElseThrow();
    double constant = ones * layer.normBound(targets(layer, true)).orElseThrow();
    Deviation before = Objects.requireNonNull(deviations.get(stage.inputs().get(0)));
    double size = norm.getAsDouble() * before.size() + constant;
    double error =
        norm.getAsDouble() * before.error() + difference * (before.size() + before.error()) + bias;
    Optional<Deviation> after = activated(stage, new Deviation(size, error));
    after.ifPresent(
        d ->
            bounds.add(
                new LayerBound(
                    ticket.layers().get(index).name(),
                    norm.getAsDouble(),
                    difference,
                    bias,
                    d.size(),
                    d.error())));
    return after;
  }

  /** Returns at how many positions a layer sees its input channels: 1 if they are no images. */
  private double positions(Stage.Replaced stage) {
    String input = stage.inputs().get(0);
    if (activations.containsKey(input)) {
      return perExample(input(input, stage.preProcessor())) / (double) channels(stage);
    }
    // Behind the depthwise part of a separable convolution there are as many as behind its whole.
    long outputs = ((FeedForwardLayer) stage.configuration()).getNOut();
    return perExample(Objects.requireNonNull(activations.get(stage.name()))) / (double) outputs;
  }

  private static int channels(Stage.Replaced stage) {
    if (stage.configuration() instanceof SteerableLayer layer) {
      return layer.inputType().dimension();
    }
    return stage.layer().inputs() - (stage.layer().hasConstant() ? 1 : 0);
  }

  private Optional<Deviation> activated(Stage.Replaced stage, Deviation sum) {
    if (!(stage.configuration() instanceof BaseLayer layer)) {
      return Optional.of(sum); // steerable layers are linear
    }
    INDArray output = activations.get(stage.name()); // none of the part of a separable convolution
    return Growth.activated(layer.getActivationFn(), sum, output == null ? 0 : perExample(output));
  }

  /** The coefficients of the constant alone, or of all other inputs. */
  private static double[][] targets(TargetLayer layer, boolean constant) {
    double[][] targets = new double[layer.inputs()][];
    for (int q = 0; q < targets.length; q++) {
      targets[q] = layer.targets(q);
      if (constant != isConstant(layer.hasConstant(), q, targets.length)) {
        targets[q] = new double[targets[q].length];
      }
    }
    return targets;
  }

  private static boolean isConstant(boolean hasConstant, int q, int inputs) {
    return hasConstant && q == inputs - 1;
  }

  /** By how much the sums of one sign are off, of the constant alone or of all other inputs. */
  private static double[][] deviations(CertifiedLayer layer, boolean negative, boolean constant) {
    double[][] deviations = new double[layer.inputs().size()][];
    for (int q = 0; q < deviations.length; q++) {
      CertifiedInput input = layer.inputs().get(q);
      List<Claim> claims = negative ? input.negative() : input.positive();
      deviations[q] = new double[input.positive().size()];
      if (constant == isConstant(layer.constant(), q, deviations.length)) {
        for (int j = 0; j < claims.size(); j++) {
          deviations[q][j] = claims.get(j).deviation();
        }
      }
    }
    return deviations;
  }
}
