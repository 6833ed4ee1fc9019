package org.slth.testkit;

import static org.slth.testkit.Laws.require;

import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.representation.FieldType;
import org.slth.representation.Representation;

/** What a {@link FieldType} must keep whatever groups and representations it is made of. */
public final class FieldTypeLaws {

  private FieldTypeLaws() {}

  /**
   * Checks that a type reads back what it writes, with the same matrices, and that channels,
   * offsets and runs agree with its fields. So it also checks that the names of its group and its
   * representations lead back to them.
   *
   * @param type the type; its group must be known to {@link FiniteGroup#named}
   * @throws AssertionError if it breaks a law
   */
  public static void check(FieldType type) {
    FieldType read = read(type);
    require(read.equals(type), "%s reads back as it was written, got %s", type, read);
    require(read.hashCode() == type.hashCode(), "%s: equal types, equal hash codes", type);
    require(
        type.offset(0) == 0 && type.offset(type.size()) == type.dimension(),
        "%s: offsets go from 0 to the number of channels",
        type);
    require(
        type.runs().stream().mapToInt(FieldType.Run::count).sum() == type.size(),
        "%s: runs hold every field",
        type);
    for (int g = 0; g < type.group().samples().order(); g++) {
      require(
          read.matrix(g).equals(type.matrix(g)), "%s: element %d acts as it was written", type, g);
      checkBlocks(type, g);
    }
  }

  private static FieldType read(FieldType type) {
    try {
      return FieldType.parse(type.toString());
    } catch (IllegalArgumentException e) {
      throw new AssertionError(type + " reads back as it was written", e);
    }
  }

  private static void checkBlocks(FieldType type, int g) {
    Matrix matrix = type.matrix(g);
    for (int f = 0; f < type.size(); f++) {
      int start = type.offset(f);
      int size = type.offset(f + 1) - start;
      Representation field = type.fields().get(f);
      require(
          size == field.dimension()
              && Matrix.generate(size, size, (i, j) -> matrix.get(start + i, start + j))
                  .equals(field.matrix(g)),
          "%s: field %d acts on its own channels",
          type,
          f);
    }
  }
}
