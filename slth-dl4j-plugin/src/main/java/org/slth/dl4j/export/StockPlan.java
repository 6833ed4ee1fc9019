package org.slth.dl4j.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.slth.dl4j.internal.network.PlannedVertex;
import org.slth.dl4j.internal.network.Rank;
import org.slth.dl4j.internal.network.Ranks;
import org.slth.dl4j.internal.network.TargetGraph;
import org.slth.dl4j.internal.network.TargetVertex;
import org.slth.dl4j.internal.samediff.SameDiffNetwork;
import org.slth.dl4j.layer.EquivariantDense;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.FieldDropout;
import org.slth.dl4j.layer.FieldPooling2D;
import org.slth.dl4j.layer.FieldRestriction;
import org.slth.dl4j.layer.FieldUpsampling2D;
import org.slth.dl4j.layer.FourierNonlinearity;
import org.slth.dl4j.layer.GatedNonlinearity;
import org.slth.dl4j.layer.GroupPooling;
import org.slth.dl4j.layer.NormNonlinearity;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.dl4j.layer.SteerableDeconvolution2D;

/** Decides, layer by layer, which stock layers stand for a network. */
final class StockPlan {

  private final TargetGraph network;
  private final Ranks ranks;
  private final Set<String> names = new HashSet<>();
  private final List<PlannedVertex> vertices = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  private StockPlan(TargetGraph network) {
    this.network = network;
    this.ranks = Ranks.of(network);
    names.addAll(network.inputs());
    network.vertices().forEach(vertex -> names.add(vertex.name()));
  }

  /**
   * Returns stock layers that compute what a network does, in topological order; the last of those
   * that stand for a layer has its name.
   *
   * @param others whether vertices on graphs stay as they are, else they are refused
   * @throws IllegalArgumentException if some layer has no such form; the message names all of them
   */
  static List<PlannedVertex> of(TargetGraph network, boolean others) {
    StockPlan plan = new StockPlan(network);
    for (TargetVertex vertex : network.vertices()) {
      plan.add(vertex, others);
    }
    if (!plan.refused.isEmpty()) {
      throw new IllegalArgumentException(
          "this network cannot leave SLTH: " + String.join("; ", plan.refused));
    }
    return plan.vertices;
  }

  private void add(TargetVertex vertex, boolean others) {
    if (StockClasses.contains(vertex.configuration().getClass())) {
      copy(vertex);
    } else if (SameDiffNetwork.knowsVertex(vertex.configuration())) {
      if (others) {
        vertices.add(vertex.copy());
      } else {
        refuse(vertex, "DL4J has no such layer; TicketExporter.sameDiff takes it");
      }
    } else {
      Sketch sketch = new Sketch(vertex, names);
      if (draw(sketch, vertex)) {
        sketch.finished().forEach(this::addIfStock);
      }
    }
  }

  private void copy(TargetVertex vertex) {
    PlannedVertex copy = vertex.copy();
    if (copy.configuration() instanceof Layer layer) {
      StockClasses.withoutTraining(layer);
    }
    addIfStock(copy);
  }

  private void addIfStock(PlannedVertex planned) {
    Set<String> missing = StockClasses.missing(planned);
    if (missing.isEmpty()) {
      vertices.add(planned);
    } else {
      refused.add(
          "layer %s needs %s, which is neither DL4J's nor SLTH's"
              .formatted(planned.name(), String.join(", ", missing)));
    }
  }

  /** Returns whether it could be done. */
  private boolean draw(Sketch sketch, TargetVertex vertex) {
    Object layer = vertex.configuration();
    if (layer instanceof EquivariantDense dense) {
      KernelForms.dense(sketch, dense);
    } else if (layer instanceof SteerableConvolution2D convolution) {
      KernelForms.convolution(sketch, convolution);
    } else if (layer instanceof SteerableDeconvolution2D deconvolution) {
      KernelForms.deconvolution(sketch, deconvolution);
    } else if (layer instanceof FieldBatchNormalization normalization) {
      KernelForms.normalization(sketch, normalization);
    } else if (layer instanceof FieldPooling2D pooling) {
      WindowForms.pooling(sketch, pooling);
    } else if (layer instanceof FieldUpsampling2D upsampling) {
      WindowForms.upsampling(sketch, upsampling);
    } else if (layer instanceof FieldRestriction) {
      sketch.identity();
    } else {
      return drawByRank(sketch, vertex);
    }
    return true;
  }

  private boolean drawByRank(Sketch sketch, TargetVertex vertex) {
    Object layer = vertex.configuration();
    Rank rank = ranks.at(vertex).orElse(null);
    boolean known =
        layer instanceof FieldActivation
            || layer instanceof FieldDropout
            || layer instanceof FourierNonlinearity
            || layer instanceof GatedNonlinearity
            || layer instanceof NormNonlinearity
            || layer instanceof GroupPooling;
    if (!known) {
      refuse(vertex, "SLTH does not know this class; replace it by a layer of DL4J or SLTH");
    } else if (rank == null) {
      refuse(
          vertex,
          "nothing says whether it is fed vectors or images; put a layer before or behind it that"
              + " takes only one of them, such as GlobalPoolingLayer or OutputLayer");
    } else if (layer instanceof FieldActivation activation) {
      int channels = activation.inputType().dimension();
      boolean shared = isShared(sketch.input());
      sketch.activated(rank, sketch.input(), channels, activation.activation(), shared);
    } else if (layer instanceof FieldDropout dropout) {
      sketch.layer(sketch.input(), dropout(rank, dropout.keepProbability()));
    } else if (layer instanceof FourierNonlinearity fourier) {
      FieldForms.fourier(sketch, rank, fourier);
    } else if (layer instanceof GatedNonlinearity gated) {
      GatedForm.draw(sketch, rank, gated, isShared(sketch.input()));
    } else if (layer instanceof NormNonlinearity norm) {
      NormForm.draw(sketch, rank, norm);
    } else if (layer instanceof GroupPooling pooling) {
      FieldForms.groupPooling(sketch, rank, pooling);
    }
    return known && rank != null;
  }

  /** Returns whether somebody else sees the array that a vertex, or network input, gives. */
  private boolean isShared(String name) {
    Optional<TargetVertex> maker =
        network.vertices().stream().filter(vertex -> vertex.name().equals(name)).findFirst();
    if (maker.isEmpty() || network.onlyConsumer(name).isEmpty()) {
      return true;
    }
    Object layer = maker.get().configuration();
    boolean passes =
        layer instanceof FieldRestriction
            || layer instanceof FieldDropout
            || layer instanceof DropoutLayer
            || layer instanceof ActivationLayer;
    return passes && isShared(maker.get().inputs().get(0));
  }

  /** In inference the identity; in training whole channels where there are images. */
  private static Layer dropout(Rank rank, double keepProbability) {
    return new DropoutLayer.Builder(
            rank == Rank.IMAGES
                ? new SpatialDropout(keepProbability)
                : new Dropout(keepProbability))
        .build();
  }

  private void refuse(TargetVertex vertex, String reason) {
    refused.add(vertex.title() + ": " + reason);
  }
}
