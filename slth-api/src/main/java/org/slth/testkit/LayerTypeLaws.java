package org.slth.testkit;

import static org.slth.testkit.Laws.require;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.slth.pruning.LayerConfiguration;
import org.slth.pruning.LayerSettings;
import org.slth.pruning.LayerType;
import org.slth.pruning.TargetLayer;
import org.slth.pruning.TrainedLayer;

/**
 * The laws of {@link LayerType} and of the {@link TargetLayer} it reads, as far as they can be told
 * without running the layers: that the pair computes the target is for a test that has the
 * framework.
 *
 * <p>A plugin's test, with slth-api alone, is
 *
 * <pre>{@code
 * LayerSettings dense = LayerSettings.of("org.vendor.Scaling").with("nin", 3).with("nout", 3);
 * Map<String, double[]> parameters = Map.of("W", new double[] {0.5, -1, 2});
 * LayerTypeLaws.check(new ScalingType(), TrainedLayer.of(dense, parameters));
 * }</pre>
 */
public final class LayerTypeLaws {

  private LayerTypeLaws() {}

  /**
   * Checks the answers for one layer.
   *
   * <ul>
   *   <li>They depend on the arguments alone: asked again, and after the caller wrote into what it
   *       was given, they are the same; and they leave their arguments as they are.
   *   <li>The coefficients are finite, and there are some.
   *   <li>The parameters of the source are more with every copy, and as many as the layers of an
   *       unmasked pair have.
   *   <li>Whatever is kept, the parameters of these layers are the numbers that are kept, and 0;
   *       where they stand depends on the masks alone.
   *   <li>A bound of the norm, if there is one, grows in proportion to the coefficients.
   *   <li>What no type can know is not handled.
   * </ul>
   *
   * @param type the type
   * @param layer a layer that it handles and can prune, best of a few channels and with a bias, and
   *     once more with all that it folds in
   * @throws AssertionError if it breaks a law
   */
  public static void check(LayerType type, TrainedLayer layer) {
    String name = "%s of %s".formatted(type.id(), layer.configuration());
    checkHandles(type, layer, name);
    Map<String, double[]> before = parameters(layer);
    TargetLayer target = type.read(layer);
    String untouched = name + ": the trained layer stays as it is";
    requireSame(before, parameters(layer), untouched);
    TargetLayer again = type.read(layer);
    checkTargets(name, target, again);
    checkSourceParameters(name, target);
    checkNormBound(name, target);
    new PairLaws(name, target, again).check(layer.signedInput());
    requireSame(before, parameters(layer), untouched);
  }

  private static void checkHandles(LayerType type, TrainedLayer layer, String name) {
    LayerConfiguration configuration = layer.configuration();
    require(type.handles(configuration), "%s is handled", name);
    require(type.handles(configuration), "%s is handled when asked again", name);
    LayerSettings nobodys = LayerSettings.of("org.slth.testkit.NoLayerOfAnybody");
    require(
        !type.handles(LayerConfiguration.of(nobodys)),
        "%s: a layer of a class that it cannot know is not handled",
        type.id());
    layer
        .normalization()
        .ifPresent(
            behind ->
                require(
                    type.folds(configuration, behind.configuration()),
                    "%s: %s behind it is folded in",
                    name,
                    behind.configuration()));
  }

  private static void checkTargets(String name, TargetLayer target, TargetLayer again) {
    require(target.inputs() > 0, "%s has inputs, got %d", name, target.inputs());
    require(
        target.inputs() == again.inputs() && target.hasConstant() == again.hasConstant(),
        "%s: read again, it has the same inputs",
        name);
    int total = 0;
    for (int q = 0; q < target.inputs(); q++) {
      double[] targets = target.targets(q).clone();
      require(
          Arrays.equals(targets, again.targets(q)),
          "%s: read again, the coefficients behind input %d are the same",
          name,
          q);
      for (double value : targets) {
        require(Double.isFinite(value), "%s: coefficients are finite, got %s", name, value);
      }
      total += targets.length;
      Arrays.fill(target.targets(q), Double.NaN);
      require(
          Arrays.equals(targets, target.targets(q)),
          "%s: asked again, the coefficients behind input %d are the same",
          name,
          q);
    }
    require(total > 0, "%s has coefficients", name);
  }

  private static void checkSourceParameters(String name, TargetLayer target) {
    int[] copies = new int[target.inputs()];
    Arrays.setAll(copies, q -> 1 + q % 3);
    int[] given = copies.clone();
    long parameters = target.sourceParameters(given);
    require(parameters > 0, "%s: a source has parameters, got %d", name, parameters);
    require(Arrays.equals(copies, given), "%s: the numbers of copies stay as they are", name);
    for (int q = 0; q < copies.length; q++) {
      copies[q]++;
      long more = target.sourceParameters(copies);
      copies[q]--;
      require(
          more > parameters,
          "%s: a source has more parameters with one more copy of input %d, got %d and %d",
          name,
          q,
          more,
          parameters);
    }
    require(
        parameters == target.sourceParameters(copies),
        "%s: asked again, a source has as many parameters",
        name);
  }

  private static void checkNormBound(String name, TargetLayer target) {
    if (target.normBound(coefficients(target, 1)).isEmpty()) {
      return;
    }
    double one = target.normBound(coefficients(target, 1)).orElseThrow();
    require(one > 0 && Double.isFinite(one), "%s: a bound of the norm, got %s", name, one);
    for (double factor : new double[] {0, -3}) {
      double bound = target.normBound(coefficients(target, factor)).orElseThrow();
      require(
          Math.abs(bound - Math.abs(factor) * one) <= 1e-9 * one,
          "%s: %s times the coefficients have as many times the bound %s, got %s",
          name,
          factor,
          one,
          bound);
    }
  }

  private static double[][] coefficients(TargetLayer target, double factor) {
    double[][] coefficients = new double[target.inputs()][];
    for (int q = 0; q < coefficients.length; q++) {
      coefficients[q] = Arrays.stream(target.targets(q)).map(c -> factor * c).toArray();
    }
    return coefficients;
  }

  private static Map<String, double[]> parameters(TrainedLayer layer) {
    Map<String, double[]> copy = copy(layer.parameters());
    layer
        .normalization()
        .ifPresent(behind -> parameters(behind).forEach((name, v) -> copy.put("/" + name, v)));
    return copy;
  }

  /** Returns a copy of the arrays, too. */
  static Map<String, double[]> copy(Map<String, double[]> parameters) {
    Map<String, double[]> copy = new TreeMap<>();
    parameters.forEach((name, values) -> copy.put(name, values.clone()));
    return copy;
  }

  /** Requires equal names and equal arrays. */
  static void requireSame(Map<String, double[]> one, Map<String, double[]> other, String law) {
    require(one.keySet().equals(other.keySet()), "%s, got %s and %s", law, one, other);
    one.forEach(
        (name, values) -> require(Arrays.equals(values, other.get(name)), "%s (%s)", law, name));
  }
}
