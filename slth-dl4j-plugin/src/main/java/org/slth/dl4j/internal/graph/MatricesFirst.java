package org.slth.dl4j.internal.graph;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.LayerContext;
import org.slth.dl4j.internal.rows.RowKernels;
import org.slth.dl4j.internal.rows.Thinning;

/**
 * First all matrices at once, then the maps: with [V_1 V_2 ...] = x [W_1 W_2 ...], y = P_1(V_1) +
 * P_2(V_2) + ... + b, for linear maps. Products with x run over its nonzeros, if these are few.
 */
final class MatricesFirst extends MixtureStep {

  private final Optional<Nonzeros> sparse;
  private @Nullable RowKernels features; // if they are thinned and not sparse
  private @Nullable RowKernels products; // if epsilon is learned

  MatricesFirst(
      Mixture mixture, List<NodeMap> maps, Optional<Thinning> thinning, Optional<Nonzeros> sparse) {
    super(mixture, maps, thinning);
    this.sparse = sparse;
    sparse.ifPresent(x -> thinning.ifPresent(x::thin));
  }

  @Override
  INDArray forward(INDArray x, LayerContext context) {
    if (sparse.isEmpty() && thinning.isPresent()) {
      features = features(x);
    }
    INDArray w = context.parameter(MessagePassingFunction.WEIGHT);
    RowKernels v = sparse.isPresent() ? product(sparse.get(), w) : product(x, w);
    RowKernels y = v.empty(v.rows() / mixture.blocks());
    if (mixture.hasBias()) {
      RowKernels bias = RowKernels.of(context.parameter(MessagePassingFunction.BIAS));
      for (int i = 0; i < y.rows(); i++) {
        y.add(i, bias, 0, 1);
      }
    }
    for (int k = 0; k < maps.size(); k++) {
      maps.get(k).add(mixture.block(v, k), NodeMap.Block.of(y), mixture.factor(k, context));
    }
    products = mixture.tie().learned() ? v : null;
    INDArray result = context.result(y.rows(), y.columns());
    y.write(result);
    return result;
  }

  private RowKernels product(Nonzeros x, INDArray w) {
    RowKernels matrices = RowKernels.of(stacked(w));
    RowKernels v = matrices.empty(mixture.blocks() * x.rows());
    for (int k = 0; k < mixture.blocks(); k++) {
      x.multiply(matrices, k * mixture.inputs(), mixture.block(v, k));
    }
    return v;
  }

  private RowKernels product(INDArray x, INDArray w) {
    INDArray v = Nd4j.matmul(dense(x), beside(w));
    return RowKernels.of(v.reshape('c', mixture.blocks() * x.size(0), mixture.outputs()));
  }

  private INDArray dense(INDArray x) {
    return features == null ? x : wide(features, x);
  }

  /** Returns the matrices one beside the other. */
  private INDArray beside(INDArray w) {
    INDArray inputsFirst = mixture.blocks() == 1 ? w : w.permute(1, 0, 2).dup('c');
    return inputsFirst.reshape('c', mixture.inputs(), mixture.blocks() * mixture.outputs());
  }

  @Override
  @Nullable INDArray backward(INDArray x, INDArray epsilon, boolean wanted, LayerContext context) {
    RowKernels byOutput = RowKernels.of(epsilon);
    RowKernels byProducts = byOutput.empty(mixture.blocks() * byOutput.rows());
    for (int k = 0; k < maps.size(); k++) {
      maps.get(k)
          .addBack(
              NodeMap.Block.of(byOutput), mixture.block(byProducts, k), mixture.factor(k, context));
    }
    if (products != null) {
      writeEpsilon(products, byOutput, context);
    }
    INDArray byWeight = context.gradient(MessagePassingFunction.WEIGHT);
    if (sparse.isPresent()) {
      writeByWeight(sparse.get(), byProducts, byWeight);
    } else {
      writeByWeight(x, byProducts, byWeight);
    }
    return wanted ? byFeatures(byProducts, x, context) : null;
  }

  private void writeByWeight(Nonzeros x, RowKernels byProducts, INDArray byWeight) {
    RowKernels sum = byProducts.empty(mixture.blocks() * mixture.inputs());
    for (int k = 0; k < mixture.blocks(); k++) {
      x.multiplyBack(mixture.block(byProducts, k), sum, k * mixture.inputs());
    }
    sum.write(stacked(byWeight));
  }

  private void writeByWeight(INDArray x, RowKernels byProducts, INDArray byWeight) {
    INDArray product = Nd4j.matmul(dense(x), wide(byProducts, x), true, false, false);
    INDArray parts = product.reshape('c', mixture.inputs(), mixture.blocks(), mixture.outputs());
    stacked(byWeight)
        .reshape('c', mixture.blocks(), mixture.inputs(), mixture.outputs())
        .assign(parts.permute(1, 0, 2));
  }

  private INDArray byFeatures(RowKernels byProducts, INDArray x, LayerContext context) {
    INDArray w = beside(context.parameter(MessagePassingFunction.WEIGHT));
    INDArray result = context.result(x.shape());
    Nd4j.matmul(wide(byProducts, x), w, result, false, true, false);
    return thinned(result);
  }
}
