package org.slth.dl4j.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.slth.dl4j.export.ExportedNetworks.assertClose;
import static org.slth.dl4j.export.ExportedNetworks.assertStock;

import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.layer.Networks;
import org.slth.dl4j.layer.Stack;
import org.slth.dl4j.layer.Stacks;

/** The whole catalogue of layers leaves as stock layers and computes the same. */
class StockExportTest {

  static Stream<Stack> layers() {
    return Stacks.fast();
  }

  /** As a SameDiff graph, too, though it need not be one. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void computesTheSameInSameDiff(Stack stack) {
    MultiLayerNetwork chain = Networks.of(DataType.FLOAT, stack.inputType(), stack.copies());
    Networks.perturb(chain.params());
    INDArray x = stack.images(DataType.FLOAT);
    String last = Integer.toString(chain.getnLayers() - 1);
    SameDiff graph = TicketExporter.of(chain).sameDiff();
    assertClose(chain.output(x), graph.outputSingle(Map.of("input", x), last));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void computesTheSame(Stack stack) {
    INDArray x = stack.images(DataType.FLOAT);
    ComputationGraph graph = Networks.graph(DataType.FLOAT, stack.inputType(), stack.copies());
    Networks.perturb(graph.params());
    ComputationGraph exported = TicketExporter.of(graph).graph();
    assertStock(exported.getConfiguration().toJson());
    String last = "l" + (stack.copies().size() - 1);
    assertClose(graph.feedForward(x, false).get(last), exported.feedForward(x, false).get(last));
    assertClose(graph.outputSingle(x), exported.outputSingle(x));

    MultiLayerNetwork chain = Networks.of(DataType.FLOAT, stack.inputType(), stack.copies());
    Networks.perturb(chain.params());
    TicketExporter exporter = TicketExporter.of(chain);
    INDArray before = x.dup();
    INDArray y = exporter.isChain() ? exporter.chain().output(x) : exporter.graph().outputSingle(x);
    assertEquals(before, x, "an activation has overwritten the input");
    assertClose(chain.output(x), y);
  }
}
