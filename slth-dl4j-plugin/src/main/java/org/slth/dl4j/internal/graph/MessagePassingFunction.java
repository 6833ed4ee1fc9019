package org.slth.dl4j.internal.graph;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.LayerContext;
import org.slth.dl4j.internal.rows.Thinning;
import org.slth.dl4j.internal.vertex.VertexFunction;

/**
 * A {@link Mixture} of node features, in the cheaper of two orders: first the matrices, then the
 * maps, where that makes rows shorter or the features are mostly zero; else first the maps. A
 * maximum does not commute with matrices, and always comes first.
 */
public final class MessagePassingFunction implements VertexFunction {

  /** Name of the parameter that holds the matrices. */
  public static final String WEIGHT = "W";

  /** Name of the parameter that holds the bias. */
  public static final String BIAS = "b";

  /** Name of the parameter that holds epsilon. */
  public static final String EPSILON = "eps";

  private final Mixture mixture;
  private final Function<INDArray[], Adjacency> arcs;
  private @Nullable MixtureStep step; // of training, from forward to backward

  /**
   * Creates the function of a layer.
   *
   * @param mixture what it adds up
   * @param arcs reads the arcs from the inputs
   */
  public MessagePassingFunction(Mixture mixture, Function<INDArray[], Adjacency> arcs) {
    this.mixture = mixture;
    this.arcs = arcs;
  }

  @Override
  public INDArray forward(INDArray[] inputs, boolean training, LayerContext context) {
    Adjacency adjacency = arcs.apply(inputs);
    List<NodeMap> maps = mixture.maps().stream().map(map -> map.apply(adjacency)).toList();
    boolean thins = training && mixture.retain() < 1;
    Optional<Thinning> thinning =
        thins ? Optional.of(Thinning.next(mixture.retain())) : Optional.empty();
    Optional<Nonzeros> sparse = mixture.linear() ? Nonzeros.of(inputs[0]) : Optional.empty();
    boolean narrower = mixture.linear() && mixture.outputs() < mixture.inputs();
    MixtureStep next =
        sparse.isPresent() || narrower
            ? new MatricesFirst(mixture, maps, thinning, sparse)
            : new MapsFirst(mixture, maps, thinning);
    INDArray result = next.forward(inputs[0], context);
    if (training) {
      step = next;
    }
    return result;
  }

  @Override
  public @Nullable INDArray[] backward(
      INDArray[] inputs, INDArray epsilon, boolean[] wanted, LayerContext context) {
    MixtureStep last = Objects.requireNonNull(step, "backward comes after forward");
    step = null;
    if (mixture.hasBias()) {
      INDArray ones = Nd4j.ones(epsilon.dataType(), 1, epsilon.size(0));
      Nd4j.matmul(ones, epsilon, context.gradient(BIAS)); // a sum over rows takes ten times as long
    }
    return new @Nullable INDArray[] {last.backward(inputs[0], epsilon, wanted[0], context)};
  }
}
