package org.slth.dl4j.internal.expansion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.slth.group.Group;
import org.slth.kernel.KernelBasisProvider;
import org.slth.kernel.KernelGrid;
import org.slth.kernel.SteerableKernelBasis;
import org.slth.representation.FieldType;
import org.slth.representation.Representation;

class BasisStackTest {

  private static SteerableKernelBasis basis(String input, String output) {
    Representation from = FieldType.parse(input).fields().get(0);
    Representation to = FieldType.parse(output).fields().get(0);
    Group group = from.group();
    KernelGrid grid = KernelGrid.square(5);
    return KernelBasisProvider.suiting(group, grid).orElseThrow().basis(from, to, grid);
  }

  /** One part for each orbit of the pairs of channels. */
  @ParameterizedTest
  @CsvSource({
    "C8: 1*regular, C8: 1*regular, 8, 8",
    "D4: 1*regular, D4: 1*regular, 8, 8",
    "C8: 1*trivial, C8: 1*regular, 1, 8",
    "C8: 1*regular, C8: 1*trivial, 1, 8"
  })
  void partsShareNoPairs(String input, String output, int parts, int pairs) {
    List<BasisStack> stacks = BasisStack.of(basis(input, output), DataType.DOUBLE);
    assertEquals(parts, stacks.stream().mapToInt(BasisStack::parts).sum());
    for (BasisStack stack : stacks) {
      stack.pairs().forEach(of -> assertEquals(pairs, of.length));
    }
  }

  @ParameterizedTest
  @CsvSource({"C8: 1*regular, C8: 1*regular", "D4: 1*regular, D4: 1*trivial"})
  void togetherTheyAreTheBasis(String input, String output) {
    SteerableKernelBasis basis = basis(input, output);
    int found = 0;
    for (BasisStack stack : BasisStack.of(basis, DataType.DOUBLE)) {
      for (int k = 0; k < stack.total(); k++, found++) {
        assertArrayEquals(basis.element(stack.element(k)), element(basis, stack, k), 1e-15);
      }
    }
    assertEquals(basis.size(), found);
  }

  private static double[] element(SteerableKernelBasis basis, BasisStack stack, int k) {
    double[] element = new double[basis.element(0).length];
    int part = k / stack.size();
    for (int row = 0; row < stack.length(); row++) {
      int pair = stack.pair(part * stack.length() + row);
      element[pair * stack.cells() + row % stack.cells()] =
          stack.values().getDouble(part, row, k % stack.size());
    }
    return element;
  }

  @Test
  void elementsKeepTheirNumbers() {
    int[] numbers =
        BasisStack.of(basis("C4: 1*regular", "C4: 1*regular"), DataType.DOUBLE).stream()
            .flatMap(stack -> stack.elements().stream())
            .flatMapToInt(java.util.Arrays::stream)
            .sorted()
            .toArray();
    for (int i = 0; i < numbers.length; i++) {
      assertEquals(i, numbers[i]);
    }
  }
}
