package org.slth.dl4j.internal.graph;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.LayerContext;
import org.slth.dl4j.internal.rows.RowKernels;
import org.slth.dl4j.internal.rows.Thinning;

/**
 * First the maps, then all matrices at once: y = [P_1(x) P_2(x) ...] W + b, with the matrices one
 * below the other, as they lie in memory.
 */
final class MapsFirst extends MixtureStep {

  private @Nullable RowKernels z; // the images of all maps

  MapsFirst(Mixture mixture, List<NodeMap> maps, Optional<Thinning> thinning) {
    super(mixture, maps, thinning);
  }

  @Override
  INDArray forward(INDArray x, LayerContext context) {
    RowKernels features = features(x);
    RowKernels images = features.empty(mixture.blocks() * features.rows());
    for (int k = 0; k < maps.size(); k++) {
      maps.get(k)
          .add(NodeMap.Block.of(features), mixture.block(images, k), mixture.factor(k, context));
    }
    z = images;
    INDArray y = context.result(x.size(0), mixture.outputs());
    INDArray w = stacked(context.parameter(MessagePassingFunction.WEIGHT));
    Nd4j.matmul(wide(images, x), w, y);
    return mixture.hasBias() ? y.addiRowVector(context.parameter(MessagePassingFunction.BIAS)) : y;
  }

  @Override
  @Nullable INDArray backward(INDArray x, INDArray epsilon, boolean wanted, LayerContext context) {
    INDArray byWeight = stacked(context.gradient(MessagePassingFunction.WEIGHT));
    Nd4j.matmul(wide(Objects.requireNonNull(z), x), epsilon, byWeight, true, false, false);
    if (!wanted && !mixture.tie().learned()) {
      return null;
    }
    INDArray w = stacked(context.parameter(MessagePassingFunction.WEIGHT));
    INDArray product = Nd4j.matmul(epsilon, w, false, true, false);
    RowKernels byImages =
        RowKernels.of(product.reshape('c', mixture.blocks() * x.size(0), mixture.inputs()));
    if (mixture.tie().learned()) {
      writeEpsilon(features(x), byImages, context);
    }
    return wanted ? byFeatures(byImages, x, context) : null;
  }

  private INDArray byFeatures(RowKernels byImages, INDArray x, LayerContext context) {
    RowKernels sum = byImages.empty(Math.toIntExact(x.size(0)));
    for (int k = 0; k < maps.size(); k++) {
      maps.get(k)
          .addBack(mixture.block(byImages, k), NodeMap.Block.of(sum), mixture.factor(k, context));
    }
    thinning.ifPresent(sum::thin);
    INDArray result = context.result(x.shape());
    sum.write(result);
    return result;
  }
}
