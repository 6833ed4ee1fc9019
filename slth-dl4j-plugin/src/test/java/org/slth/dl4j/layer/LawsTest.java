package org.slth.dl4j.layer;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.slth.dl4j.testkit.LayerLaws;

/** Every layer that draws nothing at random keeps the laws that a third party's must keep. */
@Tag("slow")
class LawsTest {

  static Stream<Stack> layers() {
    return Stacks.all(LayerRuntime.FAST).filter(stack -> stack.layers().size() == 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void areKept(Stack stack) {
    LayerLaws.check(
        stack.layers().get(0),
        stack.inputType(),
        stack.input(),
        stack.output(),
        stack.elements(stack.images(DataType.DOUBLE)));
  }
}
