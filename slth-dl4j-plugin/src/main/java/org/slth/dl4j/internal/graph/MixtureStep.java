package org.slth.dl4j.internal.graph;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.LayerContext;
import org.slth.dl4j.internal.rows.RowKernels;
import org.slth.dl4j.internal.rows.Thinning;

/** One pass through a {@link Mixture} and back, with what backward needs from forward. */
abstract sealed class MixtureStep permits MapsFirst, MatricesFirst {

  final Mixture mixture;
  final List<NodeMap> maps;
  final Optional<Thinning> thinning;

  MixtureStep(Mixture mixture, List<NodeMap> maps, Optional<Thinning> thinning) {
    this.mixture = mixture;
    this.maps = maps;
    this.thinning = thinning;
  }

  /** Returns y. */
  abstract INDArray forward(INDArray x, LayerContext context);

  /** Returns the gradient by x, null if nobody wants it, and writes those by W and epsilon. */
  abstract @Nullable INDArray backward(
      INDArray x, INDArray epsilon, boolean wanted, LayerContext context);

  /** Returns the matrices one below the other, a view. */
  final INDArray stacked(INDArray matrices) {
    return matrices.reshape('c', mixture.blocks() * mixture.inputs(), mixture.outputs());
  }

  /** Returns the features, thinned out in training. */
  final RowKernels features(INDArray x) {
    RowKernels rows = RowKernels.of(x);
    thinning.ifPresent(rows::thin);
    return rows;
  }

  /** Returns a scratch array {@code [nodes, blocks * channels]} of blocks of rows. */
  final INDArray wide(RowKernels rows, INDArray like) {
    long nodes = like.size(0);
    return rows.array(like.dataType()).reshape('c', nodes, rows.rows() / nodes * rows.columns());
  }

  final INDArray thinned(INDArray gradient) {
    thinning.ifPresent(
        factors -> {
          RowKernels rows = RowKernels.of(gradient);
          rows.thin(factors);
          rows.write(gradient);
        });
    return gradient;
  }

  /** Writes the gradient by epsilon: that by its summand is the inner product of two matrices. */
  final void writeEpsilon(RowKernels a, RowKernels b, LayerContext context) {
    double sum = 0;
    for (int i = 0; i < a.rows(); i++) {
      sum += a.dot(i, b, i);
    }
    context.gradient(MessagePassingFunction.EPSILON).assign(sum);
  }
}
