package org.slth.dl4j.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.nd4j.linalg.activations.Activation;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.Subgroup;
import org.slth.representation.FieldType;

/** The catalogue over which the tests of layers run. */
final class Stacks {

  private static final String MIXED = "C4: 2*regular + trivial + irrep(1) + irrep(2)";

  private final LayerRuntime runtime;
  private final List<Stack> stacks = new ArrayList<>();

  private Stacks(LayerRuntime runtime) {
    this.runtime = runtime;
  }

  static Stream<Stack> all(LayerRuntime runtime) {
    Stacks all = new Stacks(runtime);
    all.convolutions();
    all.dense();
    all.fields();
    all.windows();
    FiniteGroup d4 = FiniteGroup.named("D4");
    Subgroup quarters = Subgroup.of(d4, FiniteGroup.named("C4"), 0, 1, 2, 3);
    all.restriction("D4: regular + irrep(4)", quarters, "regular");
    all.compact();
    all.functions();
    return Stream.concat(all.stacks.stream(), Stream.of(compactDeep(runtime), deep(runtime)));
  }

  private void add(int size, LayerOptions<?>... layers) {
    SlthLayer[] built = new SlthLayer[layers.length];
    for (int i = 0; i < layers.length; i++) {
      built[i] = layers[i].runtime(runtime).build();
    }
    stacks.add(Stack.of(size, built));
  }

  static SteerableConvolution2D.Builder convolution(String input, String output) {
    return new SteerableConvolution2D.Builder(FieldType.parse(input), FieldType.parse(output));
  }

  private static EquivariantDense.Builder dense(String input, String output) {
    return new EquivariantDense.Builder(FieldType.parse(input), FieldType.parse(output));
  }

  private void convolutions() {
    add(7, convolution("C4: 2*trivial", "C4: 2*regular").padding(1));
    add(7, convolution(MIXED, MIXED).padding(1));
    add(7, convolution("D4: trivial", "D4: regular").stride(2));
    add(
        7,
        convolution("C8: regular", "C8: regular + trivial")
            .kernelSize(5)
            .convolutionMode(ConvolutionMode.Same)
            .hasBias(false));
    add(7, convolution("C4: regular", "C4: irrep(2)").kernelSize(2).dilation(2));
    add(7, convolution("C1: trivial", "C1: trivial").kernelSize(1));
  }

  /** Groups that act on the plane and others; irreducible representations of all types. */
  private void dense() {
    add(0, dense(MIXED, MIXED));
    add(0, dense("C1: 3*trivial", "C1: 2*trivial"));
    add(0, dense("C1: trivial", "C1: trivial"));
    add(0, dense("C5: 2*irrep(1)", "C5: irrep(1) + regular"));
    add(0, dense("D4: regular + quotient(0 4)", "D4: 2*irrep(4) + trivial").hasBias(false));
    add(0, dense("S3: 2*regular", "S3: trivial + irrep(2) + 2*regular"));
    add(
        0,
        dense("S4: regular", "S4: irrep(3) + (regular + trivial)"),
        dense("S4: irrep(3) + (regular + trivial)", "S4: irrep(3) + 2*trivial"));
  }

  private void fields() {
    for (String text :
        List.of(
            "C4: 2*regular",
            "D4: regular + 2*trivial + quotient(0 4)",
            "C4: 2*irrep(2) + irrep(1)",
            "C4: trivial + irrep(2) + (regular + trivial)",
            "SO2: irrep(0) + 2*irrep(1) + fourier(2)",
            "O2: 2*irrep(1) + irrep(3) + fourier(1) + trivial")) {
      FieldType type = FieldType.parse(text);
      for (int size : List.of(3, 0)) {
        add(size, new FieldBatchNormalization.Builder(type));
        add(size, new NormNonlinearity.Builder(type));
        add(size, new GroupPooling.Builder(type));
        add(size, new GroupPooling.Builder(type).poolingType(PoolingType.AVG));
        if (type.isPermutation()) {
          add(size, new FieldActivation.Builder(type));
          add(size, new FieldActivation.Builder(type).activation(Activation.TANH));
        }
      }
    }
  }

  private void windows() {
    FieldType type = FieldType.parse("D4: regular + trivial");
    for (PoolingType pooling : List.of(PoolingType.MAX, PoolingType.AVG)) {
      add(7, new FieldPooling2D.Builder(type).poolingType(pooling).window(3).padding(1));
    }
    add(6, new FieldPooling2D.Builder(type));
  }

  /** From a group to a part of it, and on; judged by what it is for the part. */
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

  /** Fields of all kinds, kernels of one cell and of many, and the way down to smaller groups. */
  private void compact() {
    String rotations = "SO2: 2*trivial + irrep(1) + 2*irrep(2) + fourier(1)";
    String both = "O2: trivial + irrep(1) + 2*irrep(2) + irrep(3)";
    add(7, convolution(rotations, rotations).padding(1));
    add(7, convolution("SO2: 2*trivial", "SO2: irrep(3) + irrep(1)").kernelSize(5).stride(2));
    add(7, convolution(rotations, "SO2: fourier(2)").kernelSize(1));
    add(7, convolution("O2: trivial", both).stride(2));
    add(7, convolution(both, "O2: fourier(1) + 2*trivial").padding(1).hasBias(false));
    add(0, dense(rotations, "SO2: 2*irrep(2) + trivial"));
    add(0, dense(both, both));
    add(6, new FieldPooling2D.Builder(FieldType.parse(rotations)));
    Group o2 = Group.named("O2");
    Group so2 = Group.named("SO2");
    restriction(both, Subgroup.of(o2, so2, IntStream.range(0, 240).toArray()), "fourier(1)");
    Subgroup eighths = Subgroup.of(so2, Group.named("C8"), 0, 30, 60, 90, 120, 150, 180, 210);
    restriction(rotations, eighths, "regular");
  }

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

  /** Three blocks of a convolution, a normalisation and an activation, and a pooling. */
  static Stack deep(LayerRuntime runtime) {
    FieldType image = FieldType.parse("D4: trivial");
    FieldType hidden = FieldType.parse("D4: 2*regular");
    Stacks deep = new Stacks(runtime);
    List<LayerOptions<?>> layers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      FieldType below = i == 0 ? image : hidden;
      layers.add(new SteerableConvolution2D.Builder(below, hidden).padding(1));
      layers.add(new FieldBatchNormalization.Builder(hidden));
      layers.add(new FieldActivation.Builder(hidden).activation(Activation.TANH));
    }
    layers.add(new GroupPooling.Builder(hidden).poolingType(PoolingType.AVG));
    deep.add(5, layers.toArray(new LayerOptions<?>[0]));
    return deep.stacks.get(0);
  }

  /** Two blocks between functions on SO(2), and a convolution that makes them invariant. */
  static Stack compactDeep(LayerRuntime runtime) {
    FieldType image = FieldType.parse("SO2: trivial");
    FieldType hidden = FieldType.parse("SO2: 2*fourier(2)");
    Stacks deep = new Stacks(runtime);
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
