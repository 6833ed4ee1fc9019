package org.slth.examples.ticket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.export.TicketExporter;
import org.slth.ticket.file.AtomicFile;

/** An exported network in a file, of one of three classes. */
interface WrittenNetwork {

  /** Returns the class that loads it. */
  String kind();

  /** Returns the number of its parameters. */
  long parameters();

  /** Returns its outputs for inputs by name, in order. */
  List<INDArray> outputs(Map<String, INDArray> inputs);

  /**
   * Writes a network and loads it again.
   *
   * @param file a SameDiff graph if its name ends in .fb, else a chain where that can be
   */
  static WrittenNetwork write(TicketExporter exporter, Model network, Path file)
      throws IOException {
    if (file.toString().endsWith(".fb")) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      SameDiff graph = exporter.sameDiff();
      graph.save(bytes, false);
      AtomicFile.write(file, bytes.toByteArray());
      return new Operations(SameDiff.load(file.toFile(), false), graph.outputs());
    }
    boolean chain = network instanceof MultiLayerNetwork && exporter.isChain();
    SavedNetworks.save(chain ? exporter.chain() : exporter.graph(), file);
    return new Layers(SavedNetworks.load(file));
  }

  /** A network of layers. */
  record Layers(Model network) implements WrittenNetwork {

    @Override
    public String kind() {
      return network.getClass().getSimpleName();
    }

    @Override
    public long parameters() {
      return network.numParams();
    }

    @Override
    public List<INDArray> outputs(Map<String, INDArray> inputs) {
      INDArray[] arrays = inputs.values().stream().map(INDArray::dup).toArray(INDArray[]::new);
      return network instanceof MultiLayerNetwork chain
          ? List.of(chain.output(arrays[0]))
          : List.of(((ComputationGraph) network).output(arrays));
    }
  }

  /**
   * A graph of operations.
   *
   * @param names of its outputs, which SameDiff does not save
   */
  record Operations(SameDiff graph, List<String> names) implements WrittenNetwork {

    @Override
    public String kind() {
      return "SameDiff";
    }

    @Override
    public long parameters() {
      return graph.variables().stream()
          .filter(variable -> variable.getVariableType() == VariableType.VARIABLE)
          .mapToLong(variable -> variable.getArr().length())
          .sum();
    }

    @Override
    public List<INDArray> outputs(Map<String, INDArray> inputs) {
      Map<String, INDArray> all = graph.output(inputs, names);
      return names.stream().map(all::get).toList();
    }
  }
}
