package org.slth.dl4j.layertype;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.kernel.SteerableKernelBasis;
import org.slth.representation.Representation;

/**
 * The elements of a kernel basis from the trivial field that vanish outside the centre cell. With a
 * constant input they are biases that no padding touches: one per invariant of the output field.
 */
final class CentreElements {

  /** The elements that lead to one output field. */
  private record Field(SteerableKernelBasis basis, int centre, List<Integer> elements) {

    static Field of(SteerableKernelBasis basis) {
      int centre = basis.grid().cells() / 2;
      return new Field(
          basis,
          centre,
          IntStream.range(0, basis.size())
              .filter(k -> isCentral(basis, k, centre))
              .boxed()
              .toList());
    }

    private static boolean isCentral(SteerableKernelBasis basis, int k, int centre) {
      for (int row = 0; row < basis.output().dimension(); row++) {
        for (int cell = 0; cell < basis.grid().cells(); cell++) {
          if (cell != centre && basis.value(k, row, 0, cell) != 0) {
            return false;
          }
        }
      }
      return true;
    }
  }

  private final List<Field> fields;

  CentreElements(SteerableConvolution2D layer) {
    Representation trivial = Representation.trivial(layer.outputType().group());
    Map<Representation, Field> known = new HashMap<>();
    fields =
        layer.outputType().fields().stream()
            .map(to -> known.computeIfAbsent(to, r -> Field.of(layer.basis(trivial, r))))
            .toList();
  }

  /** Returns the indices of the elements for an output field, ascending. */
  List<Integer> of(int output) {
    return fields.get(output).elements();
  }

  /**
   * Returns the coefficient of the {@code i}-th element that gives a bias.
   *
   * @param bias an invariant vector of the output field
   */
  double coefficient(int output, int i, double[] bias) {
    Field field = fields.get(output);
    int k = field.elements().get(i);
    double product = 0;
    double square = 0;
    for (int row = 0; row < bias.length; row++) {
      double value = field.basis().value(k, row, 0, field.centre());
      product += value * bias[row];
      square += value * value;
    }
    return product / square;
  }
}
