package org.slth.representation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.slth.algebra.Matrix;
import org.slth.algebra.SymmetricEigen;
import org.slth.group.FiniteGroup;

/**
 * Cuts the regular representation into irreducible ones.
 *
 * <p>The maps <i>e_h</i> → <i>e_hg⁻¹</i> span all that commutes with the regular representation.
 * Take a random combination <i>A</i> of them that is symmetric. By Schur's lemma <i>A</i> acts on
 * the copies <i>V</i> ⊗_D <i>Dᵐ</i> of one irreducible <i>V</i> as a Hermitian <i>m</i> by <i>m</i>
 * matrix over the field <i>D</i> of its endomorphisms. For almost every <i>A</i> all eigenvalues of
 * these matrices differ, and every eigenspace of <i>A</i> is one irreducible representation.
 *
 * <p>Gaps between eigenvalues only propose where to cut. Characters decide: each piece must have
 * the norm and the Frobenius–Schur indicator of an irreducible one, and all must add up to the
 * order of the group. If they do not, the next random combination is taken.
 */
final class RegularDecomposition {

  private static final int TRIES = 20;
  private static final double GAP = 1e-7;
  private static final double SAME = 1e-6;
  private static final double ROUNDING = 1e-12;

  private final FiniteGroup group;
  private final int[][] products; // [g][h]

  private record Piece(List<Matrix> matrices) {

    double character(int g) {
      return matrices.get(g).trace();
    }
  }

  private RegularDecomposition(FiniteGroup group) {
    this.group = group;
    this.products =
        new PermutationRepresentation(group, "regular", group.order(), group::multiply).images();
  }

  static List<IrreducibleRepresentation> irreducibles(FiniteGroup group) {
    RegularDecomposition decomposition = new RegularDecomposition(group);
    Random random = new Random(1); // its numbers are specified: the same on every JVM
    for (int attempt = 0; attempt < TRIES; attempt++) {
      List<Piece> pieces = decomposition.distinct(decomposition.pieces(random));
      if (decomposition.isComplete(pieces)) {
        return decomposition.named(pieces);
      }
    }
    throw new IllegalArgumentException(
        "found no irreducible representations of " + group.name() + "; does it keep GroupLaws");
  }

  private List<Piece> pieces(Random random) {
    int n = group.order();
    double[] a = new double[n];
    for (int g = 0; g < n; g++) {
      int inverse = group.inverse(g);
      a[g] = inverse < g ? a[inverse] : 2 * random.nextDouble() - 1;
    }
    // A e_h = sum over g of a_g e_(h g^-1), so A_kh = a_(k^-1 h), symmetric as a_g = a_(g^-1)
    SymmetricEigen eigen =
        SymmetricEigen.of(Matrix.generate(n, n, (k, h) -> a[products[group.inverse(k)][h]]));
    List<Piece> pieces = new ArrayList<>();
    int start = 0;
    for (int end = 1; end <= n; end++) {
      if (end == n || eigen.value(end) - eigen.value(end - 1) > GAP) {
        pieces.add(piece(eigen.vectors(), start, end));
        start = end;
      }
    }
    return pieces;
  }

  /** The eigenspace of some columns, in a basis that does not depend on how they were found. */
  private Piece piece(Matrix vectors, int start, int end) {
    Matrix some = Matrix.generate(group.order(), end - start, (i, j) -> vectors.get(i, start + j));
    Matrix space = some.times(some.transposed()).columnSpace(end - start);
    Matrix basis = space.times(involutionBasis(space));
    Matrix dual = basis.transposed();
    return new Piece(
        IntStream.range(0, group.order())
            .mapToObj(g -> rounded(dual.times(moved(g, basis))))
            .toList());
  }

  /** ρ(<i>g</i>) times a matrix: row <i>k</i> is what was in row <i>g</i>⁻¹<i>k</i>. */
  private Matrix moved(int g, Matrix columns) {
    int[] from = products[group.inverse(g)];
    return Matrix.generate(columns.rows(), columns.columns(), (k, j) -> columns.get(from[k], j));
  }

  /**
   * Eigenvectors, 1 before -1, of the first element of order 2 that is not ±1: it is diagonal in
   * this basis, as the flip of the plane is diag(1, -1). The identity if there is no such element.
   */
  private Matrix involutionBasis(Matrix space) {
    int n = space.columns();
    Matrix identity = Matrix.identity(n);
    for (int g = 1; g < group.order(); g++) {
      if (products[g][g] == 0) {
        Matrix matrix = space.transposed().times(moved(g, space));
        int fixed = (int) Math.round((n + matrix.trace()) / 2);
        if (fixed > 0 && fixed < n) {
          Matrix plus = identity.plus(matrix).columnSpace(fixed);
          Matrix minus = identity.minus(matrix).columnSpace(n - fixed);
          return Matrix.generate(
              n, n, (i, j) -> j < fixed ? plus.get(i, j) : minus.get(i, j - fixed));
        }
      }
    }
    return identity;
  }

  /** Whole entries, such as those of all one-dimensional representations, become exact. */
  private static Matrix rounded(Matrix matrix) {
    return Matrix.generate(
        matrix.rows(),
        matrix.columns(),
        (i, j) -> {
          double entry = matrix.get(i, j);
          double whole = Math.rint(entry);
          return Math.abs(entry - whole) < ROUNDING ? whole + 0.0 : entry;
        });
  }

  private List<Piece> distinct(List<Piece> pieces) {
    List<Piece> distinct = new ArrayList<>();
    for (Piece piece : pieces) {
      if (distinct.stream().noneMatch(other -> compare(piece, other) == 0)) {
        distinct.add(piece);
      }
    }
    distinct.sort(RegularDecomposition::compare);
    return distinct;
  }

  private static int compare(Piece a, Piece b) {
    for (int g = 0; g < a.matrices.size(); g++) {
      if (Math.abs(a.character(g) - b.character(g)) > SAME) {
        // element 0 has the dimension: smaller first; of the others, larger first
        return g == 0
            ? Double.compare(a.character(0), b.character(0))
            : Double.compare(b.character(g), a.character(g));
      }
    }
    return 0;
  }

  /** All irreducible, and all of them: Σ d²/δ = |G|, which no proper part fills. */
  private boolean isComplete(List<Piece> pieces) {
    double sum = 0;
    for (Piece piece : pieces) {
      Optional<EndomorphismType> type = type(piece);
      if (type.isEmpty()) {
        return false;
      }
      sum += piece.character(0) * piece.character(0) / type.get().dimension();
    }
    return Math.abs(sum - group.order()) < SAME;
  }

  private Optional<EndomorphismType> type(Piece piece) {
    return Characters.type(group, piece::character);
  }

  private List<IrreducibleRepresentation> named(List<Piece> pieces) {
    return IntStream.range(0, pieces.size())
        .mapToObj(
            i -> {
              Piece piece = pieces.get(i);
              return new IrreducibleRepresentation(
                  group, i, type(piece).orElseThrow(), 0, piece.matrices::get);
            })
        .toList();
  }
}
