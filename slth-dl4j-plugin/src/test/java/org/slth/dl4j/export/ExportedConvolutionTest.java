package org.slth.dl4j.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.slth.dl4j.export.ExportedNetworks.assertClose;
import static org.slth.dl4j.export.ExportedNetworks.chain;
import static org.slth.dl4j.export.ExportedNetworks.error;
import static org.slth.dl4j.export.ExportedNetworks.random;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.dl4j.layer.SteerableDeconvolution2D;
import org.slth.representation.FieldType;

/** Steerable convolutions of every geometry leave as DL4J's convolutions. */
class ExportedConvolutionTest {

  private static final FieldType IN = FieldType.parse("C4: 2*trivial + irrep(1)");
  private static final FieldType OUT = FieldType.parse("C4: regular + irrep(2)");

  @ParameterizedTest
  @CsvSource({
    "1,1,0,1,Truncate",
    "3,1,0,1,Truncate",
    "3,2,1,1,Truncate",
    "3,1,2,2,Truncate",
    "3,2,0,3,Truncate",
    "5,3,4,1,Truncate",
    "2,1,0,2,Truncate",
    "4,2,1,1,Truncate",
    "3,1,0,1,Same",
    "3,2,0,1,Same",
    "4,2,0,1,Same",
    "2,1,0,1,Same",
    "3,1,0,2,Same",
    "3,2,0,2,Same",
    "5,3,0,1,Same",
    "3,1,1,1,Strict",
    "3,2,1,1,Strict"
  })
  void convolutions(int kernel, int stride, int padding, int dilation, ConvolutionMode mode) {
    SteerableConvolution2D layer =
        new SteerableConvolution2D.Builder(IN, OUT)
            .kernelSize(kernel)
            .stride(stride)
            .padding(padding)
            .dilation(dilation)
            .convolutionMode(mode)
            .allowInexactGrid(true)
            .build();
    for (int size : new int[] {9, 11}) {
      assertLeaves(chain(new NoOp(), images(size), layer.clone()), size);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1,0", "3,1,0", "3,2,0", "3,2,1", "4,2,1", "5,3,2", "2,3,0"})
  void deconvolutions(int kernel, int stride, int padding) {
    SteerableDeconvolution2D layer =
        new SteerableDeconvolution2D.Builder(IN, OUT)
            .kernelSize(kernel)
            .stride(stride)
            .padding(padding)
            .build();
    assertLeaves(chain(new NoOp(), images(5), layer), 5);
  }

  private static InputType images(int size) {
    return InputType.convolutional(size, size, IN.dimension());
  }

  private static void assertLeaves(MultiLayerNetwork network, int size) {
    network.params().addi(random(network.params().shape()).muli(0.1)); // biases, too
    MultiLayerNetwork exported = TicketExporter.of(network).chain();
    INDArray x = random(2, IN.dimension(), size, size);
    INDArray expected = network.output(x);
    assertArrayEquals(expected.shape(), exported.output(x).shape());
    assertClose(expected, exported.output(x));
  }

  /** The control: the check sees a single weight that moves by a thousandth. */
  @Test
  void aWeightThatMovesIsSeen() {
    SteerableConvolution2D layer = new SteerableConvolution2D.Builder(IN, OUT).build();
    MultiLayerNetwork network = chain(new NoOp(), images(7), layer);
    MultiLayerNetwork exported = TicketExporter.of(network).chain();
    network.params().putScalar(0, network.params().getDouble(0) + 1e-3);
    INDArray x = random(2, IN.dimension(), 7, 7);
    assertTrue(error(network.output(x), exported.output(x)) > ExportedNetworks.TOLERANCE);
  }
}
