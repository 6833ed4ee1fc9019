package org.slth.dl4j.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.nd4j.linalg.activations.Activation;
import org.slth.group.FiniteGroup;
import org.slth.group.Subgroup;
import org.slth.representation.FieldType;

/** The catalogue over which the tests of layers run. */
public final class Stacks {

  private static final String MIXED = "C4: 2*regular + trivial + irrep(1) + irrep(2)";

  private final LayerRuntime runtime;
  private final List<Stack> stacks = new ArrayList<>();

  private Stacks(LayerRuntime runtime) {
    this.runtime = runtime;
  }

  /** What both runtimes know. */
  static Stream<Stack> all(LayerRuntime runtime) {
    Stacks all = new Stacks(runtime);
    all.convolutions();
    all.deconvolutions();
    all.dense();
    all.fields();
    all.windows();
    all.restriction();
    all.gates();
    return Stream.of(all.stacks.stream(), CompactStacks.all(runtime), Stream.of(deep(runtime)))
        .flatMap(stacks -> stacks);
  }

  /** Everything, in the default runtime. */
  public static Stream<Stack> fast() {
    Stacks random = new Stacks(LayerRuntime.FAST);
    random.dropout();
    return Stream.of(
            all(LayerRuntime.FAST), random.stacks.stream(), Stream.of(decoder(), perceptron()))
        .flatMap(stacks -> stacks);
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

  static SteerableDeconvolution2D.Builder deconvolution(String input, String output) {
    return new SteerableDeconvolution2D.Builder(FieldType.parse(input), FieldType.parse(output));
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

  private void deconvolutions() {
    add(4, deconvolution("C4: regular + irrep(1)", "C4: irrep(2) + trivial").stride(2).padding(1));
    add(4, deconvolution("D4: regular", "D4: regular + irrep(4)").kernelSize(4).stride(2));
    add(4, deconvolution("C4: irrep(2)", "C4: trivial").kernelSize(2).stride(3).hasBias(false));
    add(
        4,
        convolution("C8: trivial", "C8: regular").padding(1),
        deconvolution("C8: regular", "C8: 2*trivial").kernelSize(5).stride(2).padding(3));
    add(3, deconvolution("C1: trivial", "C1: trivial").kernelSize(1));
  }

  /** Groups that act on the plane and others; irreducible representations of all types. */
  private void dense() {
    add(0, dense(MIXED, MIXED));
    add(0, dense("C1: 3*trivial", "C1: 2*trivial"));
    add(0, dense("C1: trivial", "C1: trivial"));
    add(0, dense("C5: 2*irrep(1)", "C5: irrep(1) + regular"));
    add(0, dense("D4: regular + quotient(0 4)", "D4: 2*irrep(4) + trivial").hasBias(false));
    add(0, dense("S3: 2*regular", "S3: trivial + irrep(2) + 2*regular"));
    add(0, dense("O2: 3*irrep(2) + irrep(5)", "O2: 2*irrep(2) + 2*irrep(5)"));
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
            "C4: trivial + irrep(2) + (regular + trivial)")) {
      FieldType type = FieldType.parse(text);
      for (int size : List.of(3, 0)) {
        add(size, new FieldBatchNormalization.Builder(type));
        add(size, new NormNonlinearity.Builder(type));
        add(size, new GroupPooling.Builder(type));
        add(size, new GroupPooling.Builder(type).poolingType(PoolingType.AVG));
        add(size, new GatedNonlinearity.Builder(type));
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
    FieldType irrep = FieldType.parse("D4: 2*irrep(4)");
    for (Interpolation interpolation : Interpolation.values()) {
      for (int factor = 1; factor <= 3; factor++) {
        add(4, new FieldUpsampling2D.Builder(type, factor).interpolation(interpolation));
      }
      add(
          3,
          new SteerableConvolution2D.Builder(type, irrep),
          new FieldUpsampling2D.Builder(irrep, 4).interpolation(interpolation));
    }
  }

  /** Gates behind what makes them, so that their gradients are checked. */
  private void gates() {
    FieldType fields = FieldType.parse("S3: regular + 2*trivial + irrep(2)");
    add(
        0,
        new EquivariantDense.Builder(FieldType.parse("S3: regular"), gated(fields)),
        new GatedNonlinearity.Builder(fields).activation(Activation.TANH));
    FieldType mixed = FieldType.parse(MIXED);
    add(
        4,
        new SteerableConvolution2D.Builder(FieldType.parse("C4: 2*trivial"), gated(mixed)),
        new GatedNonlinearity.Builder(mixed).activation(Activation.TANH));
    FieldType frequencies = FieldType.parse("SO2: trivial + irrep(1) + irrep(2)");
    add(
        5,
        new SteerableConvolution2D.Builder(FieldType.parse("SO2: trivial"), gated(frequencies)),
        new GatedNonlinearity.Builder(frequencies).activation(Activation.TANH));
    FieldType plain = FieldType.parse("C4: 2*trivial");
    add(3, new GatedNonlinearity.Builder(plain).activation(Activation.TANH));
  }

  private static FieldType gated(FieldType fields) {
    return GatedNonlinearity.gated(fields);
  }

  private void dropout() {
    FieldType type = FieldType.parse(MIXED);
    add(5, convolution("C4: trivial", MIXED), new FieldDropout.Builder(type, 0.6));
    add(0, dense(MIXED, MIXED), new FieldDropout.Builder(type, 0.4));
  }

  /** From D4 to its rotations C4, and on; judged by what it is for C4. */
  private void restriction() {
    FieldType before = FieldType.parse("D4: regular + irrep(4)");
    FiniteGroup rotations = FiniteGroup.named("C4");
    Subgroup subgroup = Subgroup.of(before.group(), rotations, 0, 1, 2, 3);
    FieldType after = FieldType.regular(rotations, 1);
    add(
        5,
        new FieldRestriction.Builder(before, subgroup),
        new SteerableConvolution2D.Builder(before.restrictedTo(subgroup), after));
    Stack last = stacks.remove(stacks.size() - 1);
    stacks.add(
        new Stack(last.name(), before.restrictedTo(subgroup), after, last.size(), last.layers()));
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

  /** Small images that become larger in both ways. */
  static Stack decoder() {
    Stacks decoder = new Stacks(LayerRuntime.FAST);
    FieldType image = FieldType.parse("D4: trivial");
    FieldType hidden = FieldType.parse("D4: irrep(4) + regular + trivial");
    decoder.add(
        4,
        new SteerableConvolution2D.Builder(image, gated(hidden)).padding(1),
        new GatedNonlinearity.Builder(hidden).activation(Activation.TANH),
        new FieldDropout.Builder(hidden, 0.8),
        new FieldUpsampling2D.Builder(hidden, 2).interpolation(Interpolation.BILINEAR),
        new SteerableDeconvolution2D.Builder(hidden, image).stride(2).padding(1));
    return decoder.stacks.get(0);
  }

  /** An equivariant multi-layer perceptron, of a group that does not act on the plane. */
  static Stack perceptron() {
    Stacks perceptron = new Stacks(LayerRuntime.FAST);
    FieldType input = FieldType.parse("S4: quotient(0 1)");
    FieldType hidden = FieldType.parse("S4: irrep(3) + regular + 2*trivial");
    perceptron.add(
        0,
        new EquivariantDense.Builder(input, gated(hidden)),
        new GatedNonlinearity.Builder(hidden),
        new FieldDropout.Builder(hidden, 0.7),
        new EquivariantDense.Builder(hidden, hidden),
        new NormNonlinearity.Builder(hidden));
    return perceptron.stacks.get(0);
  }
}
