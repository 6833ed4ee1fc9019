package org.slth.dl4j.layer;

import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.slth.algebra.Matrix;
import org.slth.dl4j.internal.FieldInvariants;
import org.slth.dl4j.internal.Nd4jBridge;
import org.slth.representation.FieldType;

/** The SameDiff graph of a {@link FieldBatchNormalization} in training. */
final class NormalizationGraph {

  private final FieldInvariants invariants;
  private final Matrix membership; // [fields, channels], one where the channel is of the field
  private final Matrix average; // its transpose, divided by the dimension
  private final double epsilon;

  NormalizationGraph(FieldType type, double epsilon) {
    FieldInvariants all = new FieldInvariants(type);
    this.invariants = all;
    this.epsilon = epsilon;
    this.membership =
        Matrix.generate(all.fields(), all.channels(), (f, c) -> all.contains(f, c) ? 1 : 0);
    this.average =
        Matrix.generate(
            all.channels(),
            all.fields(),
            (c, f) -> all.contains(f, c) ? 1.0 / all.dimension(f) : 0);
  }

  SDVariable define(SameDiff graph, SDVariable x, Map<String, SDVariable> parameters) {
    boolean image = x.getShape().length == 4;
    int[] samples = image ? new int[] {0, 2, 3} : new int[] {0};
    long channels = invariants.channels();
    long[] perChannel = image ? new long[] {1, channels, 1, 1} : new long[] {1, channels};
    DataType type = x.dataType();
    SDVariable centred = x;
    if (invariants.coefficients() > 0) {
      SDVariable mean = x.mean(samples).reshape(1, channels);
      Matrix invariantRows = invariants.matrix();
      SDVariable projector = graph.constant(Nd4jBridge.array(projection(invariantRows), type));
      centred = x.sub(mean.mmul(projector).reshape(perChannel));
    }
    SDVariable square = graph.math().square(centred).mean(samples).reshape(1, channels);
    SDVariable variance = square.mmul(graph.constant(Nd4jBridge.array(average, type)));
    SDVariable sigma = graph.math().sqrt(variance.add(epsilon));
    SDVariable scale =
        SlthLayer.named(parameters, FieldBatchNormalization.GAMMA)
            .div(sigma)
            .mmul(graph.constant(Nd4jBridge.array(membership, type)));
    SDVariable result = centred.mul(scale.reshape(perChannel));
    SDVariable unused = SlthLayer.named(parameters, FieldBatchNormalization.VARIANCE).sum();
    if (invariants.coefficients() > 0) {
      SDVariable shift =
          SlthLayer.named(parameters, FieldBatchNormalization.BETA)
              .mmul(graph.constant(Nd4jBridge.array(invariants.matrix(), type)));
      result = result.add(shift.reshape(perChannel));
      unused = unused.add(SlthLayer.named(parameters, FieldBatchNormalization.MEAN).sum());
    }
    return result.add(unused.mul(0)); // every parameter needs a path of gradients
  }

  /** The projection onto the invariants, E (1/d) E transposed; symmetric. */
  private Matrix projection(Matrix rows) {
    double[] dimensions = new double[invariants.channels()];
    for (int f = 0; f < invariants.fields(); f++) {
      for (int c = invariants.channel(f); c < invariants.channel(f + 1); c++) {
        dimensions[c] = invariants.dimension(f);
      }
    }
    Matrix gram = rows.transposed().times(rows);
    return Matrix.generate(gram.rows(), gram.columns(), (i, j) -> gram.get(i, j) / dimensions[i]);
  }
}
