package org.slth.dl4j.export;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.slth.dl4j.internal.network.Rank;

/** Configurations of DL4J's layers that forms are made of. */
final class StockLayers {

  static final IActivation IDENTITY = Activation.IDENTITY.getActivationFunction();

  private StockLayers() {}

  static Layer activation(IActivation activation) {
    return new ActivationLayer.Builder().activation(activation).build();
  }

  /** The same linear map everywhere. */
  static Layer linear(Rank rank, int in, int out, boolean hasBias, IActivation activation) {
    return rank == Rank.ROWS
        ? new DenseLayer.Builder().nIn(in).nOut(out).hasBias(hasBias).activation(activation).build()
        : new ConvolutionLayer.Builder(1, 1)
            .stride(1, 1)
            .convolutionMode(ConvolutionMode.Truncate)
            .nIn(in)
            .nOut(out)
            .hasBias(hasBias)
            .activation(activation)
            .build();
  }

  /** Makes images so many times as high. */
  static Layer rows(int factor, int in, int out) {
    return new Deconvolution2D.Builder(factor, 1)
        .stride(factor, 1)
        .convolutionMode(ConvolutionMode.Truncate)
        .nIn(in)
        .nOut(out)
        .hasBias(false)
        .activation(IDENTITY)
        .build();
  }

  /** Makes images so many times lower. */
  static Layer pooledRows(int factor, PoolingType type) {
    SubsamplingLayer.Builder pooling =
        new SubsamplingLayer.Builder(type)
            .kernelSize(factor, 1)
            .stride(factor, 1)
            .convolutionMode(ConvolutionMode.Truncate);
    return (type == PoolingType.PNORM ? pooling.pnorm(2) : pooling).build();
  }
}
