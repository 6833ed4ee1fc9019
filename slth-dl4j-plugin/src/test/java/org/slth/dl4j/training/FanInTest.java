package org.slth.dl4j.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.junit.jupiter.api.Test;
import org.slth.dl4j.graph.GraphIsomorphism;
import org.slth.dl4j.graph.KOrderLayer;
import org.slth.dl4j.graph.MessagePassing;
import org.slth.dl4j.graph.Propagation;
import org.slth.dl4j.layer.CoefficientRun;
import org.slth.dl4j.layer.EquivariantDense;
import org.slth.dl4j.layer.SteerableDeconvolution2D;
import org.slth.representation.FieldType;

/** How many weights add up in one output of a layer on graphs: all elements of its basis count. */
class FanInTest {

  @Test
  void everyElementOfTheBasisCounts() {
    MessagePassing messages = new MessagePassing.Builder(5, 7).graphConv(Propagation.SUM).build();
    assertEquals(
        List.of(new CoefficientRun(2 * 5 * 7, 2 * 5)),
        FanIn.of(messages, "W", new long[] {2, 5, 7}));
    KOrderLayer tensors = new KOrderLayer.Builder(2, 2, 5, 7).build();
    assertEquals(
        List.of(new CoefficientRun(15 * 5 * 7, 15 * 5)),
        FanIn.of(tensors, "W", new long[] {15, 5, 7}));
  }

  /** From two regular fields of C4 four maps each, and one invariant of each. */
  @Test
  void mapsBetweenFieldsCount() {
    FieldType input = FieldType.parse("C4: 2*regular");
    FieldType output = FieldType.parse("C4: regular + 3*trivial");
    List<CoefficientRun> runs = List.of(new CoefficientRun(8, 8), new CoefficientRun(6, 2));
    EquivariantDense dense = new EquivariantDense.Builder(input, output).build();
    assertEquals(runs, FanIn.of(dense, "W", new long[] {1, 14}));
  }

  /** With stride 2 one cell in four of a kernel reaches a pixel. */
  @Test
  void aDeconvolutionSpreadsItsKernel() {
    FieldType type = FieldType.parse("C1: 5*trivial");
    SteerableDeconvolution2D.Builder layer =
        new SteerableDeconvolution2D.Builder(type, type).kernelSize(4);
    long[] shape = {1, 400};
    assertEquals(List.of(new CoefficientRun(400, 80)), FanIn.of(layer.build(), "W", shape));
    assertEquals(
        List.of(new CoefficientRun(400, 20)), FanIn.of(layer.stride(2).build(), "W", shape));
  }

  @Test
  void oneMatrixCountsOnce() {
    GraphIsomorphism isomorphism = new GraphIsomorphism.Builder(5, 7).build();
    List<CoefficientRun> matrix = List.of(new CoefficientRun(5 * 7, 5));
    assertEquals(matrix, FanIn.of(isomorphism, "W", new long[] {5, 7}));
    assertEquals(matrix, FanIn.of(new DenseLayer(), "W", new long[] {5, 7}));
  }
}
