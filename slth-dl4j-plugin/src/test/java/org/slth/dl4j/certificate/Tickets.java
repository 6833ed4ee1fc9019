package org.slth.dl4j.certificate;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.representation.FieldType;
import org.slth.ticket.Mask;
import org.slth.ticket.SubsetSumTicket;
import org.slth.ticket.TicketLayer;

/** Small targets, their tickets, and what goes wrong with them. */
final class Tickets {

  private Tickets() {}

  /** Two dense layers with biases, of signed inputs. */
  static MultiLayerNetwork perceptron() {
    return perceptron(Activation.SOFTMAX, LossFunctions.LossFunction.MCXENT);
  }

  static MultiLayerNetwork perceptron(Activation last, LossFunctions.LossFunction loss) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .biasInit(0.1)
                .list(
                    new DenseLayer.Builder().nIn(6).nOut(5).activation(Activation.RELU).build(),
                    new OutputLayer.Builder(loss).nIn(5).nOut(3).activation(last).build())
                .build());
    network.init();
    return network;
  }

  /** A steerable convolution, pooling and a dense layer, on images of 8 by 8. */
  static MultiLayerNetwork steerable() {
    FieldType image = FieldType.parse("C4: trivial");
    FieldType fields = FieldType.parse("C4: 2*regular");
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .list(
                    new SteerableConvolution2D.Builder(image, fields)
                        .kernelSize(3)
                        .padding(1)
                        .build(),
                    new FieldActivation.Builder(fields).build(),
                    new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build(),
                    new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(8, 8, 1))
                .build());
    network.init();
    return network;
  }

  /** A strided and a separable convolution of channels last, on images of 8 by 8. */
  static MultiLayerNetwork stock() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .biasInit(0.1)
                .list(
                    new ConvolutionLayer.Builder(3, 3)
                        .nOut(4)
                        .stride(2, 2)
                        .padding(1, 1)
                        .dataFormat(CNN2DFormat.NHWC)
                        .activation(Activation.RELU)
                        .build(),
                    new SeparableConvolution2D.Builder(3, 3)
                        .nOut(5)
                        .dataFormat(CNN2DFormat.NHWC)
                        .activation(Activation.RELU)
                        .build(),
                    new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(8, 8, 1, CNN2DFormat.NHWC))
                .build());
    network.init();
    return network;
  }

  /** Few candidates, so that some coefficients are drawn anew. */
  static PrunedNetwork<MultiLayerNetwork> pruned(MultiLayerNetwork target) {
    return new SubsetSumPruner.Builder(5).candidates(9).threads(1).build().prune(target);
  }

  /** Returns the ticket with one bit the other way round; bits of U come before those of V. */
  static SubsetSumTicket flipped(SubsetSumTicket ticket, int layer, int bit) {
    TicketLayer old = ticket.layers().get(layer);
    int u = old.copies().size();
    TicketLayer changed =
        new TicketLayer(
            old.name(),
            old.law(),
            old.scale(),
            old.candidates(),
            old.signedInput(),
            old.tolerance(),
            bit < u ? flipped(old.copies(), bit) : old.copies(),
            bit < u ? old.coefficients() : flipped(old.coefficients(), bit - u),
            old.redraws());
    List<TicketLayer> layers =
        IntStream.range(0, ticket.layers().size())
            .mapToObj(l -> l == layer ? changed : ticket.layers().get(l))
            .toList();
    return new SubsetSumTicket(ticket.seed(), ticket.construction(), layers);
  }

  private static Mask flipped(Mask mask, int bit) {
    BitSet kept = new BitSet();
    mask.indices().forEach(kept::set);
    kept.flip(bit);
    return Mask.of(kept, mask.size());
  }

  static int bits(TicketLayer layer) {
    return layer.copies().size() + layer.coefficients().size();
  }

  static Stream<MultiLayerNetwork> targets() {
    return Stream.of(perceptron(), steerable(), stock());
  }
}
