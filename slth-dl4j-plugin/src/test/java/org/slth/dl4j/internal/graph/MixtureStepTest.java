package org.slth.dl4j.internal.graph;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.LayerContext;
import org.slth.dl4j.internal.rows.Thinning;

/** All ways to compute one layer agree, with the same elements dropped. */
class MixtureStepTest {

  private static final int NODES = 150; // more than are read at once
  private static final int IN = 40;
  private static final int OUT = 5;
  private static final Adjacency RING = ring();

  private static Adjacency ring() {
    float[][] arcs = new float[NODES][];
    for (int i = 0; i < NODES; i++) {
      arcs[i] = new float[] {i, (i + 1) % NODES};
    }
    return Adjacency.of(Nd4j.createFromArray(arcs), NODES, NODES);
  }

  /** Random numbers of which a share is not zero. */
  private static INDArray features(double share) {
    Nd4j.getRandom().setSeed(3);
    INDArray kept = Nd4j.rand(DataType.DOUBLE, NODES, IN).lt(share).castTo(DataType.DOUBLE);
    return Nd4j.randn(DataType.DOUBLE, NODES, IN).muli(kept);
  }

  private static Mixture mixture(boolean tied) {
    return new Mixture(
        List.of(arcs -> NodeMap.identity(), ArcSum::normalized),
        true,
        IN,
        OUT,
        true,
        1,
        tied ? new Mixture.Tie(true, 0, true) : Mixture.Tie.NONE);
  }

  /** What one step leaves behind. */
  private record Traces(Map<String, INDArray> arrays) {

    static Traces of(MixtureStep step, Mixture mixture, INDArray x) {
      Nd4j.getRandom().setSeed(5);
      Map<String, INDArray> parameters = new LinkedHashMap<>();
      Map<String, INDArray> arrays = new LinkedHashMap<>();
      parameters.put("W", Nd4j.randn(DataType.DOUBLE, mixture.blocks(), IN, OUT));
      parameters.put("b", Nd4j.randn(DataType.DOUBLE, 1, OUT));
      parameters.put("eps", Nd4j.randn(DataType.DOUBLE, 1, 1));
      parameters.forEach((name, value) -> arrays.put(name, value.mul(0)));
      LayerContext context =
          new LayerContext(
              parameters,
              arrays,
              DataType.DOUBLE,
              LayerWorkspaceMgr.noWorkspaces(),
              ArrayType.ACTIVATIONS);
      arrays.put("y", step.forward(x, context));
      INDArray epsilon = Nd4j.randn(DataType.DOUBLE, NODES, OUT);
      arrays.put("x", Objects.requireNonNull(step.backward(x, epsilon, true, context)));
      return new Traces(arrays);
    }

    void assertClose(Traces other) {
      arrays.forEach(
          (name, value) ->
              assertTrue(
                  value.equalsWithEps(Objects.requireNonNull(other.arrays.get(name)), 1e-10),
                  name));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void allWaysAgree(boolean tied) {
    Mixture mixture = mixture(tied);
    List<NodeMap> maps = mixture.maps().stream().map(map -> map.apply(RING)).toList();
    INDArray x = features(0.5 * Nonzeros.DENSE);
    for (Optional<Thinning> thinning :
        List.of(Optional.<Thinning>empty(), Optional.of(new Thinning(0.6, 11)))) {
      Optional<Nonzeros> none = Optional.empty();
      Traces maps1st = Traces.of(new MapsFirst(mixture, maps, thinning), mixture, x);
      maps1st.assertClose(Traces.of(new MatricesFirst(mixture, maps, thinning, none), mixture, x));
      Optional<Nonzeros> sparse = Nonzeros.of(x);
      assertTrue(sparse.isPresent());
      maps1st.assertClose(
          Traces.of(new MatricesFirst(mixture, maps, thinning, sparse), mixture, x));
    }
  }

  @Test
  void otherElementsAreDroppedWithAnotherSeed() { // the control
    Mixture mixture = mixture(false);
    List<NodeMap> maps = mixture.maps().stream().map(map -> map.apply(RING)).toList();
    INDArray x = features(1);
    Traces one =
        Traces.of(new MapsFirst(mixture, maps, Optional.of(new Thinning(0.6, 11))), mixture, x);
    Traces other =
        Traces.of(new MapsFirst(mixture, maps, Optional.of(new Thinning(0.6, 12))), mixture, x);
    assertFalse(one.arrays.get("y").equalsWithEps(other.arrays.get("y"), 0.1));
  }

  @Test
  void findsOutWhatIsSparse() {
    assertTrue(Nonzeros.of(features(0.5 * Nonzeros.DENSE)).isPresent());
    assertFalse(Nonzeros.of(features(2 * Nonzeros.DENSE)).isPresent());
    assertTrue(Nonzeros.of(Nd4j.zeros(DataType.FLOAT, 1, 1)).isPresent());
    assertTrue(
        Nonzeros.of(features(0.5 * Nonzeros.DENSE).castTo(DataType.FLOAT).dup('f')).isPresent());
  }
}
