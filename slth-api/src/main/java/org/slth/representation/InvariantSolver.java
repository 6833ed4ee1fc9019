package org.slth.representation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slth.algebra.Matrix;
import org.slth.algebra.SparseVector;
import org.slth.group.FiniteGroup;

/** Solves for {@link InvariantBasis}: orbits of the factors that permute, averages for the rest. */
final class InvariantSolver {

  /** Entries of a unit vector below this are rounding of an exact zero. */
  private static final double ROUNDING = 1e-13;

  private final FiniteGroup group;
  private final Factors permuting;
  private final Factors rest;
  private final List<Representation> restFactors;
  private final int[][][] images; // [permuting factor][element][index]
  private final Map<List<Integer>, Matrix> fixedBy = new HashMap<>(); // by stabiliser

  /** A factor, and what a step of its index is in the index of the whole product. */
  private record Factor(int dimension, int stride) {}

  /** Some of the factors; their joint index has the last one fastest. */
  private record Factors(List<Factor> list) {

    int size() {
      return list.stream().mapToInt(Factor::dimension).reduce(1, Math::multiplyExact);
    }

    /** The part of a joint index in the index of the whole product. */
    int index(int joint) {
      int index = 0;
      int left = joint;
      for (int f = list.size() - 1; f >= 0; f--) {
        Factor factor = list.get(f);
        index += left % factor.dimension * factor.stride;
        left /= factor.dimension;
      }
      return index;
    }
  }

  InvariantSolver(List<Representation> factors) {
    this.group = factors.get(0).group().samples();
    List<Factor> permuting = new ArrayList<>();
    List<Factor> rest = new ArrayList<>();
    List<int[][]> images = new ArrayList<>();
    this.restFactors = new ArrayList<>();
    int stride =
        factors.stream().mapToInt(Representation::dimension).reduce(1, Math::multiplyExact);
    for (Representation factor : factors) {
      stride /= factor.dimension();
      Optional<int[][]> permutations = Permutations.of(factor);
      (permutations.isPresent() ? permuting : rest).add(new Factor(factor.dimension(), stride));
      permutations.ifPresentOrElse(images::add, () -> restFactors.add(factor));
    }
    this.permuting = new Factors(permuting);
    this.rest = new Factors(rest);
    this.images = images.toArray(int[][][]::new);
  }

  InvariantBasis solve() {
    List<SparseVector> elements = new ArrayList<>();
    boolean[] seen = new boolean[permuting.size()];
    for (int start = 0; start < seen.length; start++) {
      if (!seen[start]) {
        Map<Integer, Integer> carriers = new TreeMap<>(); // point -> first g that leads to it
        List<Integer> stabiliser = new ArrayList<>();
        for (int g = 0; g < group.order(); g++) {
          int point = image(g, start);
          seen[point] = true;
          carriers.putIfAbsent(point, g);
          if (point == start) {
            stabiliser.add(g);
          }
        }
        Matrix seeds = fixedBy.computeIfAbsent(stabiliser, this::fixedVectors);
        elements.addAll(spread(carriers, seeds));
      }
    }
    return new InvariantBasis(permuting.size() * rest.size(), elements);
  }

  private int image(int g, int joint) {
    int image = 0;
    int left = joint;
    int stride = 1;
    for (int f = images.length - 1; f >= 0; f--) {
      int dimension = permuting.list.get(f).dimension;
      image += images[f][g][left % dimension] * stride;
      left /= dimension;
      stride *= dimension;
    }
    return image;
  }

  /** An orthonormal basis of the vectors of <i>N</i> that a stabiliser fixes, as columns. */
  private Matrix fixedVectors(List<Integer> stabiliser) {
    int[] elements = stabiliser.stream().mapToInt(Integer::intValue).toArray();
    if (elements.length == 1) {
      return Matrix.identity(rest.size());
    }
    int size = Characters.fixed(elements, g -> Characters.product(restFactors, g));
    if (size == 0) {
      return Matrix.zero(rest.size(), 0);
    }
    Matrix average = Matrix.zero(rest.size(), rest.size());
    for (int g : elements) {
      average = average.plus(action(g));
    }
    return average.scaled(1.0 / elements.length).columnSpace(size);
  }

  private Matrix action(int g) {
    Matrix action = Matrix.identity(1);
    for (Representation factor : restFactors) {
      action = action.kronecker(factor.matrix(g));
    }
    return action;
  }

  /** For each column <i>v</i> of the seeds: Σ <i>e_q</i> ⊗ ρ(<i>g</i>) <i>v</i> over the orbit. */
  private List<SparseVector> spread(Map<Integer, Integer> carriers, Matrix seeds) {
    List<TreeMap<Integer, Double>> entries = new ArrayList<>();
    for (int k = 0; k < seeds.columns(); k++) {
      entries.add(new TreeMap<>());
    }
    carriers.forEach(
        (point, g) -> {
          int base = permuting.index(point);
          Matrix moved = g == 0 ? seeds : action(g).times(seeds);
          for (int k = 0; k < seeds.columns(); k++) {
            for (int n = 0; n < rest.size(); n++) {
              double value = moved.get(n, k);
              if (Math.abs(value) > ROUNDING) {
                entries.get(k).put(base + rest.index(n), value);
              }
            }
          }
        });
    int dimension = permuting.size() * rest.size();
    return entries.stream().map(kept -> SparseVector.of(dimension, kept)).toList();
  }
}
