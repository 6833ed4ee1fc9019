package org.slth.dl4j.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.util.SameDiffUtils;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.impl.layers.ExternalErrorsFunction;

class ReferenceLayerTest {

  /** If this fails, DL4J has been mended, and the halving switches itself off. */
  @Test
  void seesThatDl4jDoublesErrors() {
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.placeHolder("x", DataType.DOUBLE, -1, 3);
    SDVariable y = x.mmul(graph.var("w", DataType.DOUBLE, 3, 2));
    ExternalErrorsFunction errors = SameDiffUtils.externalErrors(graph, null, y);
    errors.outputVariable();
    graph.createGradFunction("x");
    assertTrue(
        ReferenceLayer.doublesErrors(graph.getFunction("grad"), errors.getGradPlaceholderName()));
  }

  @Test
  void leavesAGraphAloneThatUsesTheErrorOnce() {
    SameDiff graph = SameDiff.create();
    SDVariable error = graph.placeHolder("y-grad", DataType.DOUBLE, -1, 2);
    SDVariable other = graph.placeHolder("other", DataType.DOUBLE, -1, 2);
    error.add(other);
    error.mul(error);
    assertFalse(ReferenceLayer.doublesErrors(graph, "y-grad"));
    error.add(error);
    assertTrue(ReferenceLayer.doublesErrors(graph, "y-grad"));
  }
}
