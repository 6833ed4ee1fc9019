package org.slth.dl4j.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.slth.dl4j.internal.expansion.KernelBlock;
import org.slth.dl4j.internal.expansion.KernelExpansion;
import org.slth.representation.FieldType;
import org.slth.representation.IntertwinerBasis;
import org.slth.representation.Representation;

/**
 * How many parameters a steerable layer has, how they start, and what kernel they make.
 *
 * @param layer the layer
 */
record SteerableParameters(SteerableLayer layer) {

  /** The number of bias coefficients: one for each invariant vector of each output field. */
  int biases() {
    if (!layer.hasBias()) {
      return 0;
    }
    FieldType output = layer.outputType();
    Representation trivial = Representation.trivial(output.group());
    return output.runs().stream()
        .mapToInt(run -> run.count() * IntertwinerBasis.dimension(trivial, run.representation()))
        .sum();
  }

  /** He's initialisation, from ND4J's generator, which DL4J seeds; the bias is zero. */
  void initialize(Map<String, INDArray> params) {
    if (params.containsKey(SteerableLayer.BIAS)) {
      SlthLayer.named(params, SteerableLayer.BIAS).assign(0);
    }
    INDArray weight = SlthLayer.named(params, SteerableLayer.WEIGHT);
    int from = 0;
    for (CoefficientRun run : fanIns()) {
      INDArray part =
          weight.get(NDArrayIndex.all(), NDArrayIndex.interval(from, from + run.length()));
      double deviation = Math.sqrt(2.0 / run.fanIn());
      part.assign(Nd4j.randn(weight.dataType(), 1, run.length()).muli(deviation));
      from += run.length();
    }
  }

  /** Runs of coefficients that lead to output fields of one representation. */
  List<CoefficientRun> fanIns() {
    CoefficientLayout layout = layer.layout();
    List<CoefficientRun> runs = new ArrayList<>();
    int p = 0;
    for (FieldType.Run to : layer.outputType().runs()) {
      int fanIn = 0;
      for (int q = 0; q < layer.inputType().size(); q++) {
        fanIn += layout.size(p, q);
      }
      if (fanIn > 0) {
        int average = (fanIn - 1) / layer.spread() + 1; // rounded up
        runs.add(new CoefficientRun(to.count() * fanIn, average));
      }
      p += to.count();
    }
    return List.copyOf(runs);
  }

  /** The map from coefficients to the kernel; it builds the bases if nobody has yet. */
  KernelExpansion expansion(DataType type) {
    FieldType input = layer.inputType();
    FieldType output = layer.outputType();
    List<KernelBlock> blocks = new ArrayList<>();
    for (CoefficientLayout.Block block : layer.layout().blocks()) {
      if (block.size() > 0) {
        Representation from = input.fields().get(block.firstInput());
        Representation to = output.fields().get(block.firstOutput());
        blocks.add(
            new KernelBlock(
                block.offset(),
                block.outputs(),
                block.inputs(),
                output.offset(block.firstOutput()),
                input.offset(block.firstInput()),
                to.dimension(),
                from.dimension(),
                layer.kernel().stacks(from, to, type)));
      }
    }
    return new KernelExpansion(
        blocks, layer.kernel().cells(), input.dimension(), output.dimension());
  }
}
