package org.slth.representation;

import java.util.ArrayList;
import java.util.List;
import org.slth.algebra.Matrix;

/**
 * A basis of the linear maps that commute with a group: <i>B</i> ρ_in(<i>g</i>) = ρ_out(<i>g</i>)
 * <i>B</i>.
 *
 * <p>Each map has the squared Frobenius norm dim(out), as the identity has. If both representations
 * permute, a map is constant on one orbit of pairs and 0 elsewhere. If they are equal, {@code
 * map(0)} is the identity: by itself where the representation permutes transitively; elsewhere it
 * takes the place of the element in which it is largest, which leaves a basis a basis.
 *
 * <p>A bias commutes with the group if it is a map from the trivial representation.
 */
public final class IntertwinerBasis {

  private final Representation input;
  private final Representation output;
  private final List<Matrix> maps;

  private IntertwinerBasis(Representation input, Representation output, List<Matrix> maps) {
    this.input = input;
    this.output = output;
    this.maps = List.copyOf(maps);
  }

  /**
   * {@return the basis of the maps from one representation to another}
   *
   * @param input how the group acts before the map
   * @param output how it acts after
   * @throws IllegalArgumentException if they belong to different groups
   */
  public static IntertwinerBasis between(Representation input, Representation output) {
    InvariantBasis invariant = InvariantBasis.of(output, input);
    List<Matrix> maps = new ArrayList<>();
    for (int k = 0; k < invariant.size(); k++) {
      Matrix map = Matrix.of(output.dimension(), input.dimension(), invariant.element(k).toArray());
      maps.add(map.scaled(Math.sqrt(output.dimension() / map.dot(map))));
    }
    if (input.equals(output)) {
      exchange(maps, Matrix.identity(output.dimension()));
    }
    return new IntertwinerBasis(input, output, maps);
  }

  /**
   * {@return the number of elements of the basis, (1/|<i>G</i>|) Σ_g χ_in(<i>g</i>)
   * χ_out(<i>g</i>), without computing it}
   *
   * @param input how the group acts before the map
   * @param output how it acts after
   * @throws IllegalArgumentException if they belong to different groups
   */
  public static int dimension(Representation input, Representation output) {
    return InvariantBasis.size(output, input);
  }

  /** Steinitz: the maps are orthogonal, so any one with a share in the identity may give way. */
  private static void exchange(List<Matrix> maps, Matrix identity) {
    int place = 0;
    for (int k = 1; k < maps.size(); k++) {
      if (Math.abs(maps.get(k).dot(identity)) > Math.abs(maps.get(place).dot(identity)) + 1e-9) {
        place = k;
      }
    }
    maps.remove(place);
    maps.add(0, identity);
  }

  /** {@return how the group acts before the map} */
  public Representation input() {
    return input;
  }

  /** {@return how the group acts after the map} */
  public Representation output() {
    return output;
  }

  /** {@return the number of maps} */
  public int size() {
    return maps.size();
  }

  /**
   * {@return a map, as a matrix of shape {@code [output, input]}}
   *
   * @param index from 0 to {@code size() - 1}
   */
  public Matrix map(int index) {
    return maps.get(index);
  }
}
