package org.slth.dl4j.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.BasisCache;
import org.slth.dl4j.internal.FieldInvariants;
import org.slth.dl4j.internal.Nd4jBridge;
import org.slth.dl4j.internal.Window;
import org.slth.representation.FieldType;
import org.slth.representation.Representation;

/** The SameDiff graph of a {@link SteerableConvolution2D}. */
final class ConvolutionGraph {

  private final SteerableConvolution2D layer;
  private final FieldType input;
  private final FieldType output;
  private final Window window;
  private final long cells;

  ConvolutionGraph(SteerableConvolution2D layer, Window window) {
    this.layer = layer;
    this.input = layer.inputType();
    this.output = layer.outputType();
    this.window = window;
    this.cells = (long) window.size() * window.size();
  }

  SDVariable define(SameDiff graph, SDVariable image, Map<String, SDVariable> parameters) {
    SDVariable weights = kernel(graph, SlthLayer.named(parameters, SteerableConvolution2D.WEIGHT));
    SDVariable result = graph.cnn().conv2d(image, weights, config());
    SDVariable bias = parameters.get(SteerableConvolution2D.BIAS);
    if (bias == null) {
      return result;
    }
    FieldInvariants invariants = new FieldInvariants(output);
    SDVariable rows = graph.constant(Nd4jBridge.array(invariants.matrix(), bias.dataType()));
    SDVariable channels =
        product(bias, invariants.coefficients(), rows).reshape(1, output.dimension(), 1, 1);
    return result.add(channels);
  }

  /** The kernel [height, width, in, out]. */
  private SDVariable kernel(SameDiff graph, SDVariable coefficients) {
    List<SDVariable> columns = new ArrayList<>(); // one for each run of output fields
    List<SDVariable> rows = new ArrayList<>(); // its runs of input fields
    for (CoefficientLayout.Block block : layer.layout().blocks()) {
      rows.add(part(graph, coefficients, block));
      if (block.firstInput() + block.inputs() == input.size()) {
        columns.add(joined(graph, 1, rows));
        rows.clear();
      }
    }
    return joined(graph, 2, columns)
        .reshape(window.size(), window.size(), input.dimension(), output.dimension());
  }

  /** The part of the kernel that a block feeds, [cells, in, out]. */
  private SDVariable part(SameDiff graph, SDVariable coefficients, CoefficientLayout.Block block) {
    Representation from = input.fields().get(block.firstInput());
    Representation to = output.fields().get(block.firstOutput());
    long in = (long) block.inputs() * from.dimension();
    long out = (long) block.outputs() * to.dimension();
    DataType type = coefficients.dataType();
    if (block.size() == 0) {
      return graph.constant(Nd4j.zeros(type, cells, in, out));
    }
    INDArray basis = BasisCache.shared().array(layer.kernelBasis(), from, to, window.size(), type);
    long pairs = (long) block.outputs() * block.inputs();
    SDVariable own =
        pairs * block.size() == layer.layout().total()
            ? coefficients
            : RunGraph.numbers(coefficients, block.offset(), (int) pairs * block.size());
    return product(own.reshape(pairs, block.size()), pairs * block.size(), graph.constant(basis))
        .reshape(block.outputs(), block.inputs(), cells, from.dimension(), to.dimension())
        .permute(2, 1, 3, 0, 4)
        .reshape(cells, in, out);
  }

  /** A matrix product; that of 1 x 1 matrices has no gradient in SameDiff. */
  private static SDVariable product(SDVariable left, long size, SDVariable constant) {
    return size == 1 ? left.mul(constant) : left.mmul(constant);
  }

  private static SDVariable joined(SameDiff graph, int dimension, List<SDVariable> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : graph.concat(dimension, parts.toArray(new SDVariable[0]));
  }

  private Conv2DConfig config() {
    int pad = window.same() ? 0 : window.padding();
    return Conv2DConfig.builder()
        .kH(window.size())
        .kW(window.size())
        .sH(window.stride())
        .sW(window.stride())
        .pH(pad)
        .pW(pad)
        .dH(window.dilation())
        .dW(window.dilation())
        .paddingMode(window.same() ? PaddingMode.SAME : PaddingMode.VALID)
        .build();
  }
}
