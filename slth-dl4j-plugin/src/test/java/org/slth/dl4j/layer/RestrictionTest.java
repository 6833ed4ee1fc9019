package org.slth.dl4j.layer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.group.FiniteGroup;
import org.slth.group.Subgroup;
import org.slth.representation.FieldType;

/** From all symmetries of a 16-gon to its rotations, inside a network. */
class RestrictionTest {

  private static final FieldType IMAGE = FieldType.parse("D16: trivial");
  private static final FieldType HIDDEN = FieldType.parse("D16: regular");

  @Test
  void commutesWithTheRotationsAndNoLongerWithReflections() {
    Subgroup rotations = Subgroup.of(HIDDEN.group(), FiniteGroup.named("C16"));
    FieldRestriction restriction = new FieldRestriction.Builder(HIDDEN, rotations).build();
    FieldType last = FieldType.parse("C16: regular");
    MultiLayerNetwork network =
        Networks.of(
            DataType.DOUBLE,
            InputType.convolutional(7, 7, 1),
            List.of(
                new SteerableConvolution2D.Builder(IMAGE, HIDDEN).build(),
                new FieldActivation.Builder(HIDDEN).build(),
                restriction,
                new SteerableConvolution2D.Builder(restriction.outputType(), last).build(),
                new FieldActivation.Builder(last).build(),
                new GroupPooling.Builder(last).build()));
    INDArray images = Networks.images(DataType.DOUBLE, 2, 1, 7, 7);
    double all = errorUnder(network, "D16", images);
    double kept = errorUnder(network, "C16", images);
    assertTrue(kept < 1e-12, () -> "rotations " + kept);
    assertTrue(all > 1e-4, () -> "with reflections " + all);
  }

  private static double errorUnder(MultiLayerNetwork network, String group, INDArray images) {
    return EquivarianceError.of(
            network,
            FieldType.parse(group + ": trivial"),
            FieldType.parse(group + ": " + Networks.CLASSES + "*trivial"),
            images)
        .maximumOfExact();
  }
}
