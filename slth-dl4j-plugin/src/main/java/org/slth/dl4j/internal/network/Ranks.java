package org.slth.dl4j.internal.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffVertex;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
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

/**
 * Whether vectors or images flow between the layers of a network. Configurations do not say it; but
 * some layers take only one of them, and others give what they take, so it is spread from layer to
 * layer, in both directions, until nothing new comes of it.
 */
public final class Ranks {

  private static final Set<Class<?>> TAKE_ROWS =
      Set.of(EquivariantDense.class, DenseLayer.class, OutputLayer.class, LossLayer.class);

  private static final Set<Class<?>> TAKE_IMAGES =
      Set.of(
          SteerableConvolution2D.class,
          SteerableDeconvolution2D.class,
          FieldPooling2D.class,
          FieldUpsampling2D.class,
          ConvolutionLayer.class,
          Deconvolution2D.class,
          DepthwiseConvolution2D.class,
          SeparableConvolution2D.class,
          SubsamplingLayer.class,
          Upsampling2D.class,
          ZeroPaddingLayer.class,
          Cropping2D.class,
          LocalResponseNormalization.class,
          CnnLossLayer.class);

  private static final Set<Class<?>> KEEP =
      Set.of(
          FieldActivation.class,
          FieldBatchNormalization.class,
          FieldDropout.class,
          FieldRestriction.class,
          FourierNonlinearity.class,
          GatedNonlinearity.class,
          GroupPooling.class,
          NormNonlinearity.class,
          ActivationLayer.class,
          BatchNormalization.class,
          DropoutLayer.class,
          MergeVertex.class,
          ElementWiseVertex.class,
          SubsetVertex.class,
          ScaleVertex.class,
          ShiftVertex.class);

  private final Map<String, Rank> known = new HashMap<>(); // of outputs, and of network inputs

  private Ranks() {}

  /** Follows what flows through a network. */
  public static Ranks of(TargetGraph network) {
    Ranks ranks = new Ranks();
    int before = -1;
    while (ranks.known.size() > before) {
      before = ranks.known.size();
      network.vertices().forEach(ranks::spread);
    }
    return ranks;
  }

  /** Returns what a layer is fed, behind its pre-processor. */
  public Optional<Rank> at(TargetVertex vertex) {
    Optional<Rank> taken = taken(vertex);
    return taken.isPresent() || vertex.inputs().isEmpty()
        ? taken
        : behind(vertex.preProcessor(), vertex.inputs().get(0));
  }

  private void spread(TargetVertex vertex) {
    boolean keeps = KEEP.contains(vertex.configuration().getClass());
    Optional<Rank> inside = at(vertex);
    if (keeps && inside.isEmpty()) {
      inside = Optional.ofNullable(known.get(vertex.name()));
    }
    if (keeps || isImageLayer(vertex) || isRowLayer(vertex)) {
      inside.ifPresent(rank -> known.putIfAbsent(vertex.name(), rank));
    } else if (vertex.configuration() instanceof GlobalPoolingLayer) {
      known.putIfAbsent(vertex.name(), Rank.ROWS);
    }
    Optional<Rank> rank = inside;
    for (String input : vertex.inputs()) {
      before(vertex.preProcessor(), rank).ifPresent(found -> known.putIfAbsent(input, found));
    }
  }

  private static Optional<Rank> taken(TargetVertex vertex) {
    if (isRowLayer(vertex)) {
      return Optional.of(Rank.ROWS);
    }
    return isImageLayer(vertex) || vertex.configuration() instanceof GlobalPoolingLayer
        ? Optional.of(Rank.IMAGES)
        : Optional.empty();
  }

  private static boolean isRowLayer(TargetVertex vertex) {
    return TAKE_ROWS.contains(vertex.configuration().getClass())
        || vertex.configuration() instanceof SameDiffVertex; // those on graphs
  }

  private static boolean isImageLayer(TargetVertex vertex) {
    return TAKE_IMAGES.contains(vertex.configuration().getClass());
  }

  private Optional<Rank> behind(Optional<InputPreProcessor> preProcessor, String input) {
    if (preProcessor.isEmpty()) {
      return Optional.ofNullable(known.get(input));
    }
    return ends(preProcessor.get()).map(ends -> ends.get(1));
  }

  private static Optional<Rank> before(
      Optional<InputPreProcessor> preProcessor, Optional<Rank> inside) {
    return preProcessor.isEmpty() ? inside : ends(preProcessor.get()).map(ends -> ends.get(0));
  }

  /** What a pre-processor takes, and what it gives. */
  private static Optional<List<Rank>> ends(InputPreProcessor preProcessor) {
    if (preProcessor instanceof FeedForwardToCnnPreProcessor) {
      return Optional.of(List.of(Rank.ROWS, Rank.IMAGES));
    }
    return preProcessor instanceof CnnToFeedForwardPreProcessor
        ? Optional.of(List.of(Rank.IMAGES, Rank.ROWS))
        : Optional.empty();
  }
}
