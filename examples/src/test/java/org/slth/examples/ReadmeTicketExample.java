package org.slth.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.certificate.NetworkCertificate;
import org.slth.dl4j.certificate.OutputDifference;
import org.slth.dl4j.export.TicketExporter;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.dl4j.ticket.TicketFiles;
import org.slth.dl4j.ticket.TicketRestorer;
import org.slth.ticket.file.TicketFile;

/** The example of tickets in files of the README, word for word. */
final class ReadmeTicketExample {

  private ReadmeTicketExample() {}

  static MultiLayerNetwork run(Path directory, INDArray images) throws IOException {
    // begin
    MultiLayerNetwork target = // of any dense, convolution and steerable layers
        ModelSerializer.restoreMultiLayerNetwork(directory.resolve("target.zip").toFile(), false);
    PrunedNetwork<MultiLayerNetwork> pruned =
        new SubsetSumPruner.Builder(1)
            .nonNegativeInput(true)
            .solver("slth:fewest") // keep as few as will do
            .checkpoints(directory.resolve("parts")) // go on from there if killed
            .build()
            .prune(target);
    TicketFiles.of(pruned.ticket(), target, Map.of("trained on", "MNIST"))
        .write(directory.resolve("ticket.slt"));
    NetworkCertificate.of(target, pruned.ticket())
        .with(OutputDifference.of(target, pruned.network(), images))
        .write(directory.resolve("certificate.json"));

    TicketFile file = TicketFile.read(directory.resolve("ticket.slt")); // safe, whoever wrote it
    MultiLayerNetwork same = (MultiLayerNetwork) TicketRestorer.standard().network(file);
    MultiLayerNetwork plain = TicketExporter.of(same).folded(true, 0.01).chain(); // needs no SLTH
    // end
    return plain;
  }
}
