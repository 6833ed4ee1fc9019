package org.slth.dl4j.internal.expansion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.kernel.SteerableKernelBasis;

/**
 * Parts of a kernel basis of equal size that share no pair of channels: part c has the elements
 * {@code elements[c][0..]}, which are zero but at the pairs {@code pairs[c][0..]}.
 *
 * @param elements indices into the basis
 * @param pairs {@code output channel * input channels + input channel}, within a field
 * @param cells cells of the grid
 * @param values {@code [parts, pairs * cells, elements]}
 */
public record BasisStack(List<int[]> elements, List<int[]> pairs, int cells, INDArray values) {

  /** Copies the lists. */
  public BasisStack {
    elements = List.copyOf(elements);
    pairs = List.copyOf(pairs);
  }

  /** Elements and the pairs of channels where they are not zero. */
  private record Part(List<Integer> elements, TreeSet<Integer> pairs) {}

  private record Size(int elements, int pairs) {}

  /**
   * Splits a basis into as many parts as can be.
   *
   * @param basis the basis
   * @param type the data type of the values
   */
  public static List<BasisStack> of(SteerableKernelBasis basis, DataType type) {
    Map<Size, List<Part>> bySize = new LinkedHashMap<>();
    for (Part part : parts(basis)) {
      Size size = new Size(part.elements.size(), part.pairs.size());
      bySize.computeIfAbsent(size, s -> new ArrayList<>()).add(part);
    }
    return bySize.values().stream().map(parts -> stack(basis, parts, type)).toList();
  }

  /** Elements that share a pair come into one part, in the order of their first elements. */
  private static List<Part> parts(SteerableKernelBasis basis) {
    List<Part> parts = new ArrayList<>();
    for (int element = 0; element < basis.size(); element++) {
      Part part = new Part(new ArrayList<>(), new TreeSet<>());
      int cells = basis.grid().cells();
      basis.sparse(element).forEach((index, value) -> part.pairs.add(index / cells));
      List<Part> apart = new ArrayList<>();
      for (Part other : parts) {
        if (other.pairs.stream().anyMatch(part.pairs::contains)) {
          part.elements.addAll(other.elements);
          part.pairs.addAll(other.pairs);
        } else {
          apart.add(other);
        }
      }
      part.elements.add(element);
      apart.add(part);
      parts = apart;
    }
    return parts;
  }

  private static BasisStack stack(SteerableKernelBasis basis, List<Part> parts, DataType type) {
    int cells = basis.grid().cells();
    int elements = parts.get(0).elements.size();
    int length = parts.get(0).pairs.size() * cells;
    double[] values = new double[parts.size() * length * elements];
    for (int c = 0; c < parts.size(); c++) {
      Part part = parts.get(c);
      Map<Integer, Integer> places = new TreeMap<>();
      part.pairs.forEach(pair -> places.put(pair, places.size()));
      for (int k = 0; k < elements; k++) {
        int first = c * length * elements + k;
        basis
            .sparse(part.elements.get(k))
            .forEach(
                (index, value) -> {
                  int row = places.getOrDefault(index / cells, 0) * cells + index % cells;
                  values[first + row * elements] = value;
                });
      }
    }
    INDArray array = Nd4j.createFromArray(values).castTo(type);
    return new BasisStack(
        parts.stream().map(part -> ints(part.elements)).toList(),
        parts.stream().map(part -> ints(part.pairs)).toList(),
        cells,
        array.reshape('c', parts.size(), length, elements));
  }

  private static int[] ints(Iterable<Integer> values) {
    List<Integer> list = new ArrayList<>();
    values.forEach(list::add);
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Returns the number of parts. */
  int parts() {
    return elements.size();
  }

  /** Returns the number of elements of a part. */
  int size() {
    return elements.get(0).length;
  }

  /** Returns the number of elements of all parts. */
  int total() {
    return parts() * size();
  }

  /** Returns the numbers of the values of one element. */
  int length() {
    return pairs.get(0).length * cells;
  }

  /** Returns the number of rows of the values, of all parts. */
  int rows() {
    return parts() * length();
  }

  /** Returns the index of an element, counted over all parts. */
  int element(int index) {
    return elements.get(index / size())[index % size()];
  }

  /** Returns the pair of channels of a row of the values, counted over all parts and cells. */
  int pair(int index) {
    int[] of = pairs.get(index / length());
    return of[index % length() / cells];
  }
}
