package org.slth.groups;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slth.representation.FieldType;

class FieldTypeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C1: trivial",
        "C8: 12*regular + 2*trivial",
        "D4: quotient(0 4) + 3*irrep(4) + regular",
        "C4: 2*restricted(D4 0 1 2 3: regular) + trivial",
        "D5: 2*(regular + (irrep(2) + trivial)) + quotient(0 1 2 3 4)",
        "D4[0 4]: restricted(D4 0 4: irrep(4)) + regular"
      })
  void readsBackWhatItWrites(String text) {
    FieldType type = FieldType.parse(text);
    assertEquals(text, type.toString());
    assertEquals(type, FieldType.parse(type.toString()));
  }
}
