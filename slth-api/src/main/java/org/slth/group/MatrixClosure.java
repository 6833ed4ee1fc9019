package org.slth.group;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.slth.algebra.Matrix;

/**
 * All products of some orthogonal matrices, in the order in which a breadth-first search finds
 * them: shortest words first, and of one length, those that begin with an earlier word.
 *
 * <p>Only "element times generator" is ever looked up among matrices; the table of the group
 * follows from that by arithmetic on numbers, since each element is a shorter one times a
 * generator.
 */
final class MatrixClosure {

  /** The table of so many elements takes 64 MB. */
  private static final int LARGEST = 4000;

  /** Generators are written in full double precision: their products should stay orthogonal. */
  private static final double ORTHOGONAL = 1e-12;

  /**
   * Far above what rounding adds up to along a word. Two elements of a group of that order, in a
   * space of up to a hundred dimensions, differ by more in some entry: their quotient turns a plane
   * by 2π/{@value #LARGEST} at least.
   */
  private static final double SAME = 1e-6;

  /** Entries this close to a whole number are that number, so that permutations stay exact. */
  private static final double WHOLE = 1e-12;

  private final String name;
  private final List<Matrix> generators;
  private final Matrix keys;
  private final NavigableMap<Double, List<Integer>> byKey = new TreeMap<>();
  private final List<Matrix> elements = new ArrayList<>();
  private final List<int[]> steps = new ArrayList<>(); // element -> element times each generator
  private final List<int[]> words = new ArrayList<>(); // element -> shorter element, generator

  private MatrixClosure(String name, List<Matrix> generators) {
    this.name = name;
    this.generators = generators;
    requireOrthogonal();
    Random random = new Random(1); // any numbers without a relation between them
    int n = generators.get(0).rows();
    this.keys = Matrix.generate(n, n, (i, j) -> random.nextDouble());
  }

  static FiniteGroup of(String name, Matrix... generators) {
    MatrixClosure closure = new MatrixClosure(name, List.of(generators));
    closure.search();
    return LinearTableGroup.of(closure.table(), closure.elements);
  }

  private void requireOrthogonal() {
    if (generators.isEmpty()) {
      throw new IllegalArgumentException(name + ": expected one generator or more, got none");
    }
    Matrix identity = Matrix.identity(Math.max(1, generators.get(0).rows()));
    for (int s = 0; s < generators.size(); s++) {
      Matrix generator = generators.get(s);
      if (generator.columns() != identity.rows()
          || !generator.times(generator.transposed()).isCloseTo(identity, ORTHOGONAL)) {
        throw new IllegalArgumentException(
            "%s: expected orthogonal generators of one size, to within %s, but number %d is none"
                .formatted(name, ORTHOGONAL, s));
      }
    }
  }

  private void search() {
    add(Matrix.identity(generators.get(0).rows()), 0, 0);
    for (int g = 0; g < elements.size(); g++) {
      for (int s = 0; s < generators.size(); s++) {
        Matrix product = elements.get(g).times(generators.get(s));
        int known = indexOf(product);
        steps.get(g)[s] = known < 0 ? add(rounded(product), g, s) : known;
      }
    }
  }

  private int add(Matrix element, int shorter, int generator) {
    if (elements.size() == LARGEST) {
      throw new IllegalArgumentException(
          "%s: expected generators of a group of at most %d elements, in full double precision, but their products are more"
              .formatted(name, LARGEST));
    }
    byKey.computeIfAbsent(element.dot(keys), key -> new ArrayList<>()).add(elements.size());
    elements.add(element);
    steps.add(new int[generators.size()]);
    words.add(new int[] {shorter, generator});
    return elements.size() - 1;
  }

  /** Compares with the few elements that the key does not tell apart. */
  private int indexOf(Matrix matrix) {
    double key = matrix.dot(keys);
    for (List<Integer> some : byKey.subMap(key - SAME, key + SAME).values()) {
      for (int g : some) {
        if (elements.get(g).isCloseTo(matrix, SAME)) {
          return g;
        }
      }
    }
    return -1;
  }

  private static Matrix rounded(Matrix matrix) {
    return Matrix.generate(
        matrix.rows(),
        matrix.columns(),
        (i, j) -> {
          double entry = matrix.get(i, j);
          double whole = Math.rint(entry);
          return Math.abs(entry - whole) < WHOLE ? whole + 0.0 : entry;
        });
  }

  /** <i>g</i>(<i>ks</i>) = (<i>gk</i>)<i>s</i>, where <i>k</i> comes before <i>ks</i>. */
  private TableGroup table() {
    int n = elements.size();
    int[][] products = new int[n][n];
    int[] inverses = new int[n];
    for (int g = 0; g < n; g++) {
      products[g][0] = g;
      for (int h = 1; h < n; h++) {
        int[] word = words.get(h);
        products[g][h] = steps.get(products[g][word[0]])[word[1]];
        if (products[g][h] == 0) {
          inverses[g] = h;
        }
      }
    }
    return new TableGroup(name, n, (g, h) -> products[g][h], g -> inverses[g]);
  }
}
