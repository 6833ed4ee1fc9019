package org.slth.dl4j.layer;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.slth.kernel.SteerableKernelBasis;
import org.slth.representation.FieldType;
import org.slth.representation.Representation;

class SharedBasisTest {

  private static final String TYPE = "D4: 2*regular";

  @Test
  void equalLayersShareTheirBasisAlsoAfterLoading() throws IOException {
    SteerableKernelBasis basis = basis(layer(5));
    assertSame(basis, basis(layer(5)));
    MultiLayerNetwork network =
        Networks.of(DataType.FLOAT, InputType.convolutional(7, 7, 16), List.of(layer(5), layer(3)));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, file, false);
    MultiLayerNetwork loaded =
        ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(file.toByteArray()));
    assertSame(basis, basis((SteerableConvolution2D) loaded.getLayer(0).conf().getLayer()));
    assertNotSame(basis, basis((SteerableConvolution2D) loaded.getLayer(1).conf().getLayer()));
  }

  private static SteerableConvolution2D layer(int size) {
    FieldType type = FieldType.parse(TYPE);
    return new SteerableConvolution2D.Builder(type, type).kernelSize(size).build();
  }

  private static SteerableKernelBasis basis(SteerableConvolution2D layer) {
    Representation regular = layer.inputType().fields().get(0);
    return layer.basis(regular, regular);
  }
}
