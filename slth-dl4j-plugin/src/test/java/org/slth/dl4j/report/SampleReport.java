package org.slth.dl4j.report;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.slth.bounds.SuccessCurve;
import org.slth.dl4j.certificate.NetworkCertificate;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.representation.FieldType;
import org.slth.ticket.CandidateLaw;

/** A report with all sections, of a small network. */
final class SampleReport {

  /** What a page must show as text. */
  static final String TITLE = "<script>alert('1')</script> & \"tickets\"";

  private SampleReport() {}

  static Report report() {
    MultiLayerNetwork target = network();
    PrunedNetwork<MultiLayerNetwork> pruned = new SubsetSumPruner.Builder(1).build().prune(target);
    FieldType regular = FieldType.parse("C8: 2*regular");
    SteerableConvolution2D layer =
        new SteerableConvolution2D.Builder(FieldType.trivial(regular.group(), 1), regular)
            .kernelSize(7)
            .build();
    double[] coefficients = new Random(3).doubles(layer.layout().total(), -1, 1).toArray();
    SuccessCurve.Trial trial = new SuccessCurve.Trial(CandidateLaw.PRODUCT, 3, 300, 1);
    List<Double> degrees = IntStream.range(0, 24).mapToObj(i -> 15.0 * i).toList();
    return new Report.Builder(TITLE)
        .fact("data", "<b>none</b>")
        .accuracy(0.9812, 0.9809)
        .layers(pruned.report())
        .errors(NetworkCertificate.of(target, pruned.ticket()).claims())
        .successCurve(SuccessCurve.measure(trial, 14, List.of(0.1, 0.01, 0.001)))
        .filters(layer, coefficients)
        .equivariance(degrees, errors(degrees, 1e-2), errors(degrees, 1.2e-2))
        .build();
  }

  private static List<Double> errors(List<Double> degrees, double scale) {
    return degrees.stream()
        .map(d -> 1e-7 + scale * Math.pow(Math.sin(Math.toRadians(2 * d)), 2))
        .toList();
  }

  private static MultiLayerNetwork network() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(4)
                .list()
                .layer(new DenseLayer.Builder().nIn(6).nOut(9).activation(Activation.RELU).build())
                .layer(
                    new OutputLayer.Builder().nIn(9).nOut(3).activation(Activation.SOFTMAX).build())
                .build());
    network.init();
    return network;
  }
}
