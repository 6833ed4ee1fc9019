package org.slth.dl4j.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.IntBinaryOperator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.FieldInvariants;
import org.slth.kernel.SteerableKernelBasis;
import org.slth.representation.FieldType;

/** Linear layers against their formulas, summed term by term in plain Java. */
class DefinitionTest {

  private static final String MIXED = "C4: 2*regular + trivial + irrep(1) + 2*irrep(2)";

  /** The kernel and the bias of a layer. */
  private static final class Sum {

    private final int inputs;
    private final int size;
    private final double[][] kernel; // [output][input, cell]
    private final double[] bias;

    Sum(SteerableLayer layer, MultiLayerNetwork network) {
      FieldType out = layer.outputType();
      inputs = layer.inputType().dimension();
      size = layer.kernelSize();
      kernel = new double[out.dimension()][inputs * size * size];
      INDArray weight = network.getParam("0_W");
      for (int p = 0; p < out.size(); p++) {
        for (int q = 0; q < layer.inputType().size(); q++) {
          add(layer, p, q, weight);
        }
      }
      bias = new FieldInvariants(out).expand(network.getParam("0_b").dup().toDoubleVector());
    }

    private void add(SteerableLayer layer, int p, int q, INDArray weight) {
      FieldType in = layer.inputType();
      FieldType out = layer.outputType();
      SteerableKernelBasis basis = layer.basis(in.fields().get(q), out.fields().get(p));
      int length = basis.input().dimension() * size * size; // of one row of an element
      for (int k = 0; k < basis.size(); k++) {
        double w = weight.getDouble(0, layer.layout().offset(p, q) + k);
        double[] element = basis.element(k);
        for (int i = 0; i < element.length; i++) {
          int at = in.offset(q) * size * size + i % length;
          kernel[out.offset(p) + i / length][at] += w * element[i];
        }
      }
    }

    double kernel(int output, int input, int row, int column) {
      boolean inside = row >= 0 && row < size && column >= 0 && column < size;
      return inside ? kernel[output][(input * size + row) * size + column] : 0;
    }

    /** The output of images, of which an operator says which row of the kernel leads where. */
    double at(INDArray x, int output, int row, int column, IntBinaryOperator cell) {
      double sum = bias[output];
      for (int i = 0; i < inputs; i++) {
        for (int r = 0; r < x.size(2); r++) {
          for (int c = 0; c < x.size(3); c++) {
            double entry = kernel(output, i, cell.applyAsInt(row, r), cell.applyAsInt(column, c));
            sum += entry * x.getDouble(0, i, r, c);
          }
        }
      }
      return sum;
    }
  }

  private static MultiLayerNetwork network(SteerableLayer layer, int size) {
    Stack stack = Stack.of(size, layer);
    MultiLayerNetwork network =
        Networks.of(DataType.DOUBLE, stack.inputType(), List.of((SlthLayer) layer));
    Networks.perturb(network.params());
    return network;
  }

  @ParameterizedTest
  @CsvSource({
    MIXED + "," + MIXED,
    "S3: regular + 2*trivial, S3: irrep(2) + regular",
    "C1: 3*trivial, C1: 2*trivial"
  })
  void aDenseLayerIsASumOfMaps(String input, String output) {
    EquivariantDense layer =
        new EquivariantDense.Builder(FieldType.parse(input), FieldType.parse(output)).build();
    MultiLayerNetwork network = network(layer, 0);
    Sum sum = new Sum(layer, network);
    int channels = layer.inputType().dimension();
    INDArray x = Networks.images(DataType.DOUBLE, 1, channels);
    INDArray y = network.feedForward(x, false).get(1);
    INDArray image = x.reshape(1, channels, 1, 1);
    for (int o = 0; o < y.size(1); o++) {
      assertEquals(sum.at(image, o, 0, 0, (to, from) -> 0), y.getDouble(0, o), 1e-12);
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 1", "3, 2, 0", "2, 3, 1"})
  void aConvolutionGathersPixels(int kernel, int stride, int padding) {
    assertSums(
        Stacks.convolution(MIXED, MIXED)
            .kernelSize(kernel)
            .stride(stride)
            .padding(padding)
            .allowInexactGrid(true)
            .build(),
        (to, from) -> from + padding - stride * to);
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 1", "3, 2, 0", "4, 2, 1", "2, 3, 0", "5, 3, 2"})
  void aDeconvolutionSpreadsPixels(int kernel, int stride, int padding) {
    assertSums(
        Stacks.deconvolution(MIXED, MIXED)
            .kernelSize(kernel)
            .stride(stride)
            .padding(padding)
            .build(),
        (to, from) -> to + padding - stride * from);
  }

  private static void assertSums(SteerableLayer layer, IntBinaryOperator cell) {
    MultiLayerNetwork network = network(layer, 4);
    Sum sum = new Sum(layer, network);
    INDArray x = Networks.images(DataType.DOUBLE, 1, layer.inputType().dimension(), 4, 4);
    INDArray y = network.feedForward(x, false).get(1);
    for (int o = 0; o < y.size(1); o++) {
      for (int row = 0; row < y.size(2); row++) {
        for (int column = 0; column < y.size(3); column++) {
          assertEquals(sum.at(x, o, row, column, cell), y.getDouble(0, o, row, column), 1e-12);
        }
      }
    }
  }

  /** On the average of its pixels an output has the same scale, whatever the stride. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void deconvolutionsBeginAtTheScaleOfConvolutions(int stride) {
    String type = "C4: 8*regular";
    SteerableLayer layer = Stacks.deconvolution(type, type).kernelSize(6).stride(stride).build();
    Stack stack = Stack.of(24, layer);
    MultiLayerNetwork network =
        Networks.of(DataType.FLOAT, stack.inputType(), List.of((SlthLayer) layer));
    INDArray y = network.feedForward(stack.images(DataType.FLOAT), false).get(1);
    double pixels = y.size(0) * y.size(1) * Math.pow(24 * stride, 2); // less the borders
    assertEquals(2, y.mul(y).sumNumber().doubleValue() / pixels, 0.2, "mean square of the output");
  }
}
