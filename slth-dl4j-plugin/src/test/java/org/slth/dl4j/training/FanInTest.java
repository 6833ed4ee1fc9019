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

  @Test
  void oneMatrixCountsOnce() {
    GraphIsomorphism isomorphism = new GraphIsomorphism.Builder(5, 7).build();
    List<CoefficientRun> matrix = List.of(new CoefficientRun(5 * 7, 5));
    assertEquals(matrix, FanIn.of(isomorphism, "W", new long[] {5, 7}));
    assertEquals(matrix, FanIn.of(new DenseLayer(), "W", new long[] {5, 7}));
  }
}
