package org.slth.dl4j.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.activations.Activation;
import org.slth.group.Subgroup;
import org.slth.representation.FieldType;

/** The part of the catalogue with fields of SO(2) and O(2), and functions on groups. */
final class CompactStacks {

  private static final String ROTATIONS = "SO2: 2*trivial + irrep(1) + 2*irrep(2) + fourier(1)";
  private static final String BOTH = "O2: trivial + irrep(1) + 2*irrep(2) + irrep(3)";

  private final LayerRuntime runtime;
  private final List<Stack> stacks = new ArrayList<>();

  private CompactStacks(LayerRuntime runtime) {
    this.runtime = runtime;
  }

  static Stream<Stack> all(LayerRuntime runtime) {
    CompactStacks all = new CompactStacks(runtime);
    all.linear();
    all.fields();
    all.functions();
    all.restrictions();
    return Stream.concat(all.stacks.stream(), Stream.of(deep(runtime)));
  }

  private void add(int size, LayerOptions<?>... layers) {
    SlthLayer[] built = new SlthLayer[layers.length];
    for (int i = 0; i < layers.length; i++) {
      built[i] = layers[i].runtime(runtime).build();
    }
    stacks.add(Stack.of(size, built));
  }

  private static SteerableConvolution2D.Builder convolution(String input, String output) {
    return new SteerableConvolution2D.Builder(FieldType.parse(input), FieldType.parse(output));
  }

  private static EquivariantDense.Builder dense(String input, String output) {
    return new EquivariantDense.Builder(FieldType.parse(input), FieldType.parse(output));
  }

  /** Fields of all kinds, kernels of one cell and of many. */
  private void linear() {
    add(7, convolution(ROTATIONS, ROTATIONS).padding(1));
    add(7, convolution("SO2: 2*trivial", "SO2: irrep(3) + irrep(1)").kernelSize(5).stride(2));
    add(7, convolution(ROTATIONS, "SO2: fourier(2)").kernelSize(1));
    add(7, convolution("O2: trivial", BOTH).stride(2));
    add(7, convolution(BOTH, "O2: fourier(1) + 2*trivial").padding(1).hasBias(false));
    add(0, dense(ROTATIONS, "SO2: 2*irrep(2) + trivial"));
    add(0, dense(BOTH, BOTH));
    FieldType both = FieldType.parse(BOTH);
    add(6, new FieldPooling2D.Builder(both));
    add(3, new FieldUpsampling2D.Builder(both, 2));
    add(
        3,
        new SteerableDeconvolution2D.Builder(FieldType.parse(ROTATIONS), FieldType.parse(ROTATIONS))
            .stride(2));
  }

  private void fields() {
    for (String text :
        List.of(
            "SO2: irrep(0) + 2*irrep(1) + fourier(2)",
            "O2: 2*irrep(1) + irrep(3) + fourier(1) + trivial")) {
      FieldType type = FieldType.parse(text);
      for (int size : List.of(3, 0)) {
        add(size, new FieldBatchNormalization.Builder(type));
        add(size, new NormNonlinearity.Builder(type));
        add(size, new GatedNonlinearity.Builder(type).activation(Activation.TANH));
        add(size, new GroupPooling.Builder(type));
      }
    }
  }

  /** With all samples that are needed by default, and with fewer. */
  private void functions() {
    for (String text :
        List.of(
            "SO2: 2*fourier(2)",
            "SO2: fourier(1) + 2*trivial + (irrep(0) + irrep(2))",
            "O2: fourier(1) + 2*(irrep(0) + irrep(2) + irrep(3))",
            "C8: 2*(irrep(0) + irrep(1) + irrep(2) + irrep(3))",
            "D4: (irrep(0) + irrep(1) + irrep(4) + irrep(4))")) {
      FieldType type = FieldType.parse(text);
      add(3, new FourierNonlinearity.Builder(type));
      add(0, new FourierNonlinearity.Builder(type).activation(Activation.ELU));
    }
    FieldType few = FieldType.parse("SO2: fourier(2)");
    add(0, new FourierNonlinearity.Builder(few).turns(5).activation(Activation.TANH));
  }

  /** From O(2) to SO(2), and from SO(2) to the turns by 45 degrees. */
  private void restrictions() {
    restriction(BOTH, Subgroup.parse("SO2 in O2"), "fourier(1)");
    restriction(ROTATIONS, Subgroup.parse("C8 in SO2"), "regular");
  }

  private void restriction(String input, Subgroup subgroup, String field) {
    FieldType before = FieldType.parse(input);
    FieldType after = FieldType.parse(subgroup.group().name() + ": " + field);
    add(
        5,
        new FieldRestriction.Builder(before, subgroup),
        new SteerableConvolution2D.Builder(before.restrictedTo(subgroup), after));
    Stack last = stacks.remove(stacks.size() - 1);
    stacks.add(
        new Stack(last.name(), before.restrictedTo(subgroup), after, last.size(), last.layers()));
  }

  /** Blocks between functions on SO(2), and a convolution that makes them invariant. */
  static Stack deep(LayerRuntime runtime) {
    FieldType image = FieldType.parse("SO2: trivial");
    FieldType hidden = FieldType.parse("SO2: 2*fourier(2)");
    CompactStacks deep = new CompactStacks(runtime);
    deep.add(
        5,
        new SteerableConvolution2D.Builder(image, hidden).padding(1),
        new FieldBatchNormalization.Builder(hidden),
        new FourierNonlinearity.Builder(hidden).activation(Activation.ELU),
        new SteerableConvolution2D.Builder(hidden, hidden).padding(1),
        new FieldBatchNormalization.Builder(hidden),
        new NormNonlinearity.Builder(hidden),
        new SteerableConvolution2D.Builder(hidden, FieldType.trivial(image.group(), 3)));
    return deep.stacks.get(0);
  }
}
