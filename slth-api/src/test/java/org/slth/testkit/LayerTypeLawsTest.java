package org.slth.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slth.pruning.LayerConfiguration;
import org.slth.pruning.LayerSettings;
import org.slth.pruning.LayerType;
import org.slth.pruning.MaskedPair;
import org.slth.pruning.PlannedLayer;
import org.slth.pruning.TargetLayer;
import org.slth.pruning.TrainedLayer;

/** A layer type that keeps the laws, and the same with one fault each. */
class LayerTypeLawsTest {

  private static final LayerSettings SCALING = LayerSettings.of("org.vendor.Scaling").with("n", 3);
  private static final LayerSettings DENSE = LayerSettings.of("org.vendor.Dense");

  private static TrainedLayer layer(boolean signed) {
    Map<String, double[]> parameters =
        Map.of("w", new double[] {0.5, -1, 2}, "b", new double[] {0.25, 0, -3});
    return new TrainedLayer(LayerConfiguration.of(SCALING), parameters, signed, Optional.empty());
  }

  @Test
  void aTypeThatKeepsThemPasses() {
    assertDoesNotThrow(() -> LayerTypeLaws.check(new Scaling(""), layer(true)));
    assertDoesNotThrow(() -> LayerTypeLaws.check(new Scaling(""), layer(false)));
    assertDoesNotThrow(
        () ->
            LayerTypeLaws.check(
                new Scaling(""), TrainedLayer.of(SCALING, layer(true).parameters())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          claims everything    | a layer of a class that it cannot know is not handled
          handles nothing      | is handled
          changes its mind     | read again, the coefficients behind input 0 are the same
          hands out its array  | asked again, the coefficients behind input 0 are the same
          is not finite        | coefficients are finite, got NaN
          writes back          | the trained layer stays as it is
          counts wrongly       | an unmasked pair has as many parameters as the source
          counts no constant   | has more parameters with one more copy of input 3
          changes the copies   | the numbers of copies stay as they are
          multiplies           | parameters are numbers that are kept, or 0
          normalises           | parameters are numbers that are kept, or 0
          forgets a copy       | every number that is kept is a parameter
          sorts                | where a number stands in W depends on the masks alone
          needs a copy         | a pair has layers, also if nothing is kept
          shares a layer       | no two networks share the configuration of a layer
          remembers            | asked again, the pair is the same
          """)
  void aFaultIsFound(String fault, String law) {
    String message =
        assertThrows(
                AssertionError.class,
                () -> LayerTypeLaws.check(new Scaling(fault), layer(false)),
                fault)
            .getMessage();
    assertTrue(message.contains(law), message);
  }

  @Test
  void aNormalisationThatIsNotFoldedIsFound() {
    TrainedLayer behind = TrainedLayer.of(LayerSettings.of("org.vendor.Norm"), Map.of());
    TrainedLayer layer =
        new TrainedLayer(
            LayerConfiguration.of(SCALING), layer(true).parameters(), true, Optional.of(behind));
    String message =
        assertThrows(AssertionError.class, () -> LayerTypeLaws.check(new Scaling(""), layer))
            .getMessage();
    assertTrue(message.contains("org.vendor.Norm behind it is folded in"), message);
  }

  /** y = w ∘ x + b, with a fault or none. */
  private static final class Scaling implements LayerType {

    private final String fault;
    private int reads;

    Scaling(String fault) {
      this.fault = fault;
    }

    @Override
    public String id() {
      return "vendor:scaling";
    }

    @Override
    public boolean handles(LayerConfiguration configuration) {
      return switch (fault) {
        case "claims everything" -> true;
        case "handles nothing" -> false;
        default -> configuration.type().equals(SCALING.type());
      };
    }

    @Override
    public TargetLayer read(TrainedLayer layer) {
      reads++;
      double[] w = layer.parameter("w");
      if (fault.equals("writes back")) {
        w[0] /= 2;
      }
      double[] own = w.clone();
      if (fault.equals("changes its mind")) {
        own[0] += reads;
      }
      if (fault.equals("is not finite")) {
        own[1] = Double.NaN;
      }
      return new Target(fault, own, layer.parameter("b").clone());
    }
  }

  private static final class Target implements TargetLayer {

    private static final Object SHARED = new Object();

    private final String fault;
    private final double[] w;
    private final double[] b;
    private List<PlannedLayer> remembered = List.of();

    Target(String fault, double[] w, double[] b) {
      this.fault = fault;
      this.w = w;
      this.b = b;
    }

    @Override
    public int inputs() {
      return w.length + 1;
    }

    @Override
    public boolean hasConstant() {
      return true;
    }

    @Override
    public double[] targets(int input) {
      if (input == w.length) {
        return b.clone();
      }
      return fault.equals("hands out its array") ? w : new double[] {w[input]};
    }

    @Override
    public long sourceParameters(int[] copies) {
      int hidden = IntStream.of(copies).sum();
      long more = 0;
      switch (fault) {
        case "counts wrongly" -> more = 1;
        case "counts no constant" -> more = -7L * copies[3];
        case "changes the copies" -> copies[0] = 0;
        default -> {}
      }
      return 7L * hidden + more;
    }

    @Override
    public List<PlannedLayer> pair(MaskedPair kept) {
      int hidden = IntStream.range(0, inputs()).map(q -> kept.copies(q).size()).sum();
      if (hidden == 0 && fault.equals("needs a copy")) {
        return List.of();
      }
      if (!remembered.isEmpty() && fault.equals("remembers")) {
        return remembered;
      }
      List<PlannedLayer> plan = plan(kept, Math.max(1, hidden));
      remembered = plan;
      return plan;
    }

    private List<PlannedLayer> plan(MaskedPair kept, int hidden) {
      double[] u = new double[3 * hidden];
      double[] ones = new double[hidden];
      double[] v = new double[hidden * 3];
      int h = 0;
      for (int q = 0; q <= 3; q++) {
        for (int copy : kept.copies(q)) {
          if (q < 3) {
            u[q * hidden + h] = kept.u(q, copy);
            v[h * 3 + q] = kept.v(q, 0, copy);
          } else {
            ones[h] = kept.u(q, copy);
            for (int p = 0; p < 3; p++) {
              v[h * 3 + p] = kept.v(q, p, copy);
            }
          }
          h++;
        }
      }
      spoil(u, v);
      Map<String, double[]> first = new LinkedHashMap<>();
      first.put("W", u);
      first.put("b", ones);
      Object last = fault.equals("shares a layer") ? SHARED : DENSE.with("nin", hidden);
      return List.of(
          new PlannedLayer(DENSE.with("nout", hidden), first),
          new PlannedLayer(last, Map.of("W", v)));
    }

    private void spoil(double[] u, double[] v) {
      switch (fault) {
        case "multiplies" -> v[0] *= u[0];
        case "normalises" -> Arrays.setAll(u, i -> u[i] / 2);
        case "forgets a copy" -> u[0] = 0;
        case "sorts" -> Arrays.sort(v);
        default -> {}
      }
    }
  }
}
