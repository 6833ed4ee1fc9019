package org.slth.groups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slth.algebra.Matrix;
import org.slth.representation.IntertwinerBasis;
import org.slth.representation.Representation;
import org.slth.tensor.DiagramBasis;
import org.slth.tensor.SetPartition;

/** The diagrams, a closed form, against what is computed for any group. */
class DiagramBasisTest {

  private static final double TOLERANCE = 1e-12;

  /** By characters, which know nothing of partitions. */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "0, 0", "0, 1", "0, 2", "0, 3", "1, 0", "1, 1", "1, 2", "1, 3",
    "2, 0", "2, 1", "2, 2", "2, 3", "3, 0", "3, 1", "3, 2", "3, 3"
  })
  void spansAsManyDimensionsAsThereAre(int inputOrder, int outputOrder) {
    DiagramBasis basis = DiagramBasis.of(inputOrder, outputOrder);
    for (int n = 1; n <= (inputOrder + outputOrder <= 4 ? 5 : 4); n++) {
      SymmetricGroup group = new SymmetricGroup(n);
      int dimension =
          IntertwinerBasis.dimension(group.tensor(inputOrder), group.tensor(outputOrder));
      assertEquals(dimension, basis.dimension(n), "nodes " + n);
      assertTrue(n < inputOrder + outputOrder || dimension == basis.size());
      Matrix span = columns(basis.matrices(n)).columnSpace(dimension); // throws if it has fewer
      assertEquals(0, distance(span, basis.matrices(n).get(basis.size() - 1)), TOLERANCE);
      checkComplete(span, group.tensor(inputOrder), group.tensor(outputOrder));
    }
  }

  /**
   * At <i>n</i> = <i>k</i> + <i>l</i> = 6, as many as the characters of S6 say; looked at in one
   * pair of tuples of each orbit, the restricted growth string itself.
   */
  @Test
  void allMapsOfOrderThreeAreIndependentOverSixNodes() {
    Representation triples = new SymmetricGroup(6).tensor(3);
    assertEquals(203, IntertwinerBasis.dimension(triples, triples));
    List<int[]> places =
        SetPartition.all(6).stream()
            .map(
                p ->
                    new int[] {
                      36 * p.block(3) + 6 * p.block(4) + p.block(5),
                      36 * p.block(0) + 6 * p.block(1) + p.block(2)
                    })
            .toList();
    DiagramBasis basis = DiagramBasis.of(3, 3);
    double[] entries = new double[203 * 203];
    for (int d = 0; d < 203; d++) {
      Matrix map = basis.diagram(d).matrix(6);
      for (int o = 0; o < 203; o++) {
        entries[203 * o + d] = map.get(places.get(o)[0], places.get(o)[1]);
      }
    }
    assertEquals(203, Matrix.of(203, 203, entries).columnSpace(203).columns()); // or it throws
  }

  @ParameterizedTest(name = "{0} -> {1} over {2}")
  @CsvSource({"1, 1, 2", "1, 1, 4", "1, 2, 3", "2, 1, 4", "2, 2, 3", "2, 2, 4", "3, 1, 3"})
  void spansTheGenericBasis(int inputOrder, int outputOrder, int n) {
    SymmetricGroup group = new SymmetricGroup(n);
    DiagramBasis basis = DiagramBasis.of(inputOrder, outputOrder);
    Matrix span = columns(basis.matrices(n)).columnSpace(basis.dimension(n));
    IntertwinerBasis generic =
        IntertwinerBasis.between(group.tensor(inputOrder), group.tensor(outputOrder));
    for (int i = 0; i < generic.size(); i++) {
      assertEquals(0, distance(span, generic.map(i)), TOLERANCE);
    }
  }

  /** The controls: the check sees one map that is missing, and one entry that is wrong. */
  @Test
  void oneMapLessIsNotComplete() {
    Representation pairs = new SymmetricGroup(4).tensor(2);
    List<Matrix> maps = DiagramBasis.of(2, 2).matrices(4);
    for (int i = 0; i < maps.size(); i++) {
      List<Matrix> fewer = new ArrayList<>(maps);
      Matrix missing = fewer.remove(i);
      Matrix span = columns(fewer).columnSpace(14);
      assertThrows(AssertionError.class, () -> checkComplete(span, pairs, pairs));
      double[] entries = missing.toArray();
      entries[7] += 1e-6;
      Matrix whole = columns(maps).columnSpace(15);
      assertTrue(distance(whole, Matrix.of(16, 16, entries)) > 1e-8);
    }
  }

  private static void checkComplete(Matrix span, Representation input, Representation output) {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 3; i++) {
      Matrix map =
          Matrix.generate(
              output.dimension(), input.dimension(), (r, c) -> random.nextDouble(-1, 1));
      assertEquals(0, distance(span, reynolds(map, input, output)), TOLERANCE);
    }
  }

  /** (1/|<i>G</i>|) Σ_g ρ_out(<i>g</i>) <i>M</i> ρ_in(<i>g</i>)⁻¹. */
  private static Matrix reynolds(Matrix map, Representation input, Representation output) {
    Matrix sum = Matrix.zero(map.rows(), map.columns());
    for (int g = 0; g < input.group().samples().order(); g++) {
      sum = sum.plus(output.matrix(g).times(map).times(input.matrix(g).transposed()));
    }
    return sum.scaled(1.0 / input.group().samples().order());
  }

  private static Matrix columns(List<Matrix> maps) {
    List<double[]> columns = maps.stream().map(Matrix::toArray).toList();
    return Matrix.generate(columns.get(0).length, maps.size(), (i, j) -> columns.get(j)[i]);
  }

  /** Of a map from the span of some orthonormal columns, for its own length. */
  private static double distance(Matrix span, Matrix map) {
    double[] entries = map.toArray();
    Matrix vector = Matrix.of(entries.length, 1, entries);
    Matrix rest = vector.minus(span.times(span.transposed().times(vector)));
    return rest.frobeniusNorm() / vector.frobeniusNorm();
  }
}
