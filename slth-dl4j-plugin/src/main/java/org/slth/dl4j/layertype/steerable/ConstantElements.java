package org.slth.dl4j.layertype.steerable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slth.dl4j.layer.SteerableLayer;
import org.slth.kernel.SteerableKernelBasis;
import org.slth.representation.FieldType;
import org.slth.representation.IntertwinerBasis;
import org.slth.representation.Representation;

/**
 * How V makes a bias of a hidden trivial field that is one on every pixel: for every invariant
 * vector <i>e</i> of an output field, coefficients <i>c</i> of the basis elements from the trivial
 * field such that
 *
 * <pre>
 * sum over k and the cells in T of   c_k b_k(cell)  =  e      for all sets of cells T
 * </pre>
 *
 * that meet the input at some pixel of the output. Elements that reach least far from the centre of
 * the kernel come first: for a convolution the centre cell alone, which no padding touches; for a
 * transposed one, of stride 2 and size 4, the four cells at the centre, say.
 */
final class ConstantElements {

  /** Coefficients below this, of vectors of order 1, are rounding of an exact zero. */
  private static final double ZERO = 1e-12;

  /**
   * The elements for one output field.
   *
   * @param elements their indices
   * @param functionals for each, the vector whose product with a bias is its coefficient
   */
  private record Field(List<Integer> elements, List<double[]> functionals) {}

  private final List<Field> fields;

  private ConstantElements(List<Field> fields) {
    this.fields = fields;
  }

  /** Returns those of a layer without bias. */
  static ConstantElements none(FieldType output) {
    Field none = new Field(List.of(), List.of());
    return new ConstantElements(output.fields().stream().map(field -> none).toList());
  }

  /**
   * Finds them.
   *
   * @param layers V's kind of layer
   * @throws IllegalArgumentException if there are none
   */
  static ConstantElements of(SteerableLayer layer, PairLayers layers) {
    Representation trivial = Representation.trivial(layer.outputType().group());
    Map<Representation, Field> known = new HashMap<>();
    List<Field> fields = new ArrayList<>();
    for (Representation to : layer.outputType().fields()) {
      fields.add(known.computeIfAbsent(to, r -> field(layer.basis(trivial, r), layers)));
    }
    return new ConstantElements(fields);
  }

  private static Field field(SteerableKernelBasis basis, PairLayers layers) {
    List<BitSet> taps = List.copyOf(layers.taps());
    int channels = basis.output().dimension();
    List<Integer> order =
        IntStream.range(0, basis.size())
            .boxed()
            .sorted(Comparator.comparingDouble(k -> reach(basis, k)))
            .toList();
    double[][] functionals = new double[basis.size()][channels];
    IntertwinerBasis invariants = IntertwinerBasis.between(basis.input(), basis.output());
    for (int r = 0; r < invariants.size(); r++) {
      double[] vector = invariants.map(r).toArray();
      double[] coefficients =
          SpanSearch.combination(
                  order.size(),
                  i -> sums(basis, order.get(i), taps),
                  everywhere(vector, taps.size()))
              .orElseThrow(() -> impossible(layers));
      for (int i = 0; i < coefficients.length; i++) {
        for (int row = 0; row < channels; row++) {
          functionals[order.get(i)][row] += coefficients[i] * vector[row] / channels;
        }
      }
    }
    List<Integer> used =
        order.stream().filter(k -> SpanSearch.norm(functionals[k]) > ZERO).toList();
    return new Field(used, used.stream().map(k -> functionals[k]).toList());
  }

  private static IllegalArgumentException impossible(PairLayers layers) {
    return new IllegalArgumentException(
        "no kernel of its basis makes of ones a bias that is the same on every pixel; use"
            + " hasBias(false) and no normalization behind it, or "
            + layers.remedy());
  }

  /** The same vector for every pair of sets of cells, one along each axis. */
  private static double[] everywhere(double[] vector, int sets) {
    double[] everywhere = new double[sets * sets * vector.length];
    for (int i = 0; i < everywhere.length; i++) {
      everywhere[i] = vector[i % vector.length];
    }
    return everywhere;
  }

  /** The farthest cell of an element, from the centre. */
  private static double reach(SteerableKernelBasis basis, int k) {
    double reach = 0;
    for (int channel = 0; channel < basis.output().dimension(); channel++) {
      for (int cell = 0; cell < basis.grid().cells(); cell++) {
        if (basis.value(k, channel, 0, cell) != 0) {
          reach = Math.max(reach, distance(cell, basis.grid().size()));
        }
      }
    }
    return reach;
  }

  private static double distance(int cell, int size) {
    int row = cell / size;
    int column = cell % size;
    double centre = (size - 1) / 2.0;
    return Math.hypot(row - centre, column - centre);
  }

  /** What an element makes of ones where given cells meet them: {@code [sets, sets, channels]}. */
  private static double[] sums(SteerableKernelBasis basis, int k, List<BitSet> taps) {
    int channels = basis.output().dimension();
    int size = basis.grid().size();
    double[] sums = new double[taps.size() * taps.size() * channels];
    int next = 0;
    for (BitSet rows : taps) {
      for (BitSet columns : taps) {
        for (int channel = 0; channel < channels; channel++) {
          for (int cell = 0; cell < basis.grid().cells(); cell++) {
            if (rows.get(cell / size) && columns.get(cell % size)) {
              sums[next] += basis.value(k, channel, 0, cell);
            }
          }
          next++;
        }
      }
    }
    return sums;
  }

  /** Returns the indices of the elements for an output field. */
  List<Integer> of(int output) {
    return fields.get(output).elements();
  }

  /**
   * Returns the coefficient of the {@code i}-th of these elements that gives a bias.
   *
   * @param bias an invariant vector of the output field
   */
  double coefficient(int output, int i, double[] bias) {
    double[] functional = fields.get(output).functionals().get(i);
    return IntStream.range(0, bias.length).mapToDouble(row -> functional[row] * bias[row]).sum();
  }
}
