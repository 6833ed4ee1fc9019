package org.slth.dl4j.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.representation.FieldType;

/** Each field is multiplied by what its own gate decides. */
class GatedNonlinearityTest {

  @ParameterizedTest
  @CsvSource({
    "C4: irrep(1), C4: irrep(1) + trivial",
    "C4: 2*trivial, C4: 2*trivial",
    "C4: (trivial + trivial), C4: (trivial + trivial)",
    "C4: 2*irrep(1) + trivial + regular, C4: 2*irrep(1) + trivial + regular + 3*trivial",
    "S3: regular + 2*trivial, S3: regular + 3*trivial"
  })
  void everyFieldThatIsNotTrivialHasAGate(String fields, String gated) {
    assertEquals(FieldType.parse(gated), GatedNonlinearity.gated(FieldType.parse(fields)));
    GatedNonlinearity layer = new GatedNonlinearity.Builder(FieldType.parse(fields)).build();
    assertEquals(FieldType.parse(gated), layer.inputType());
    assertEquals(FieldType.parse(fields), layer.outputType());
  }

  @Test
  void computesWhatItSays() {
    FieldType fields = FieldType.parse("C4: irrep(1) + 2*trivial + irrep(2) + 2*irrep(1)");
    int[] gates = {0, -1, -1, 1, 2, 3}; // of each field
    GatedNonlinearity layer =
        new GatedNonlinearity.Builder(fields).activation(Activation.SOFTPLUS).build();
    int channels = layer.inputType().dimension();
    MultiLayerNetwork network =
        Networks.of(DataType.DOUBLE, InputType.feedForward(channels), List.of(layer));
    INDArray x = Networks.images(DataType.DOUBLE, 5, channels);
    INDArray y = network.feedForward(x, false).get(1);
    for (int b = 0; b < 5; b++) {
      for (int f = 0; f < fields.size(); f++) {
        for (int c = fields.offset(f); c < fields.offset(f + 1); c++) {
          double v = x.getDouble(b, c);
          double expected =
              gates[f] < 0
                  ? Math.log(1 + Math.exp(v))
                  : v / (1 + Math.exp(-x.getDouble(b, fields.dimension() + gates[f])));
          assertEquals(expected, y.getDouble(b, c), 1e-12);
        }
      }
    }
  }

  @Test
  void theDefaultActivationIsRelu() {
    FieldType fields = FieldType.parse("C4: 3*trivial");
    MultiLayerNetwork network =
        Networks.of(
            DataType.DOUBLE,
            InputType.feedForward(3),
            List.of(new GatedNonlinearity.Builder(fields).build()));
    INDArray x = Networks.images(DataType.DOUBLE, 5, 3);
    assertEquals(x.mul(x.gt(0).castTo(DataType.DOUBLE)), network.feedForward(x, false).get(1));
  }
}
