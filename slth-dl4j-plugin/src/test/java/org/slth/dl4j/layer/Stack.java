package org.slth.dl4j.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.group.FiniteGroup;
import org.slth.group.Subgroup;
import org.slth.representation.FieldType;

/**
 * A few layers with the input they take: the catalogue over which the tests of layers run.
 *
 * @param name what it is
 * @param input the type of the input
 * @param output the type of the output
 * @param size width of the images, 0 for vectors
 * @param layers the layers
 */
record Stack(String name, FieldType input, FieldType output, int size, List<SlthLayer> layers) {

  static Stream<Stack> all(LayerRuntime runtime) {
    List<Stack> stacks = new ArrayList<>();
    convolutions(runtime, stacks);
    others(runtime, stacks);
    windows(runtime, stacks);
    deep(runtime, stacks);
    return stacks.stream();
  }

  private static void convolutions(LayerRuntime runtime, List<Stack> stacks) {
    String mixed = "C4: 2*regular + trivial + irrep(1) + irrep(2)";
    stacks.add(convolution(runtime, "C4: 2*trivial", "C4: 2*regular", b -> b.padding(1)));
    stacks.add(convolution(runtime, mixed, mixed, b -> b.padding(1)));
    stacks.add(convolution(runtime, "D4: trivial", "D4: regular", b -> b.stride(2)));
    stacks.add(
        convolution(
            runtime,
            "C8: regular",
            "C8: regular + trivial",
            b -> b.kernelSize(5).convolutionMode(ConvolutionMode.Same).hasBias(false)));
    stacks.add(
        convolution(runtime, "C4: regular", "C4: irrep(2)", b -> b.kernelSize(2).dilation(2)));
    stacks.add(convolution(runtime, "C1: trivial", "C1: trivial", b -> b.kernelSize(1)));
  }

  private static void others(LayerRuntime runtime, List<Stack> stacks) {
    for (String text :
        List.of(
            "C4: 2*regular",
            "D4: regular + 2*trivial + quotient(0 4)",
            "C4: 2*irrep(2) + irrep(1)",
            "C4: trivial + irrep(2) + (regular + trivial)")) {
      FieldType type = FieldType.parse(text);
      for (int size : List.of(3, 0)) {
        stacks.add(one(new FieldBatchNormalization.Builder(type).runtime(runtime).build(), size));
        stacks.add(one(new NormNonlinearity.Builder(type).runtime(runtime).build(), size));
        stacks.add(one(new GroupPooling.Builder(type).runtime(runtime).build(), size));
        stacks.add(
            one(
                new GroupPooling.Builder(type)
                    .poolingType(PoolingType.AVG)
                    .runtime(runtime)
                    .build(),
                size));
        if (type.isPermutation()) {
          stacks.add(one(new FieldActivation.Builder(type).runtime(runtime).build(), size));
          stacks.add(
              one(
                  new FieldActivation.Builder(type)
                      .activation(Activation.TANH)
                      .runtime(runtime)
                      .build(),
                  size));
        }
      }
    }
  }

  private static void windows(LayerRuntime runtime, List<Stack> stacks) {
    FieldType type = FieldType.parse("D4: regular + trivial");
    for (PoolingType pooling : List.of(PoolingType.MAX, PoolingType.AVG)) {
      stacks.add(
          one(
              new FieldPooling2D.Builder(type)
                  .poolingType(pooling)
                  .window(3)
                  .padding(1)
                  .runtime(runtime)
                  .build(),
              7));
    }
    stacks.add(one(new FieldPooling2D.Builder(type).runtime(runtime).build(), 6));
    stacks.add(restriction(runtime));
  }

  private static void deep(LayerRuntime runtime, List<Stack> stacks) {
    FieldType image = FieldType.parse("D4: trivial");
    FieldType hidden = FieldType.parse("D4: 2*regular");
    List<SlthLayer> layers = new ArrayList<>();
    FieldType below = image;
    for (int i = 0; i < 3; i++) {
      layers.add(
          new SteerableConvolution2D.Builder(below, hidden).padding(1).runtime(runtime).build());
      layers.add(new FieldBatchNormalization.Builder(hidden).runtime(runtime).build());
      layers.add(
          new FieldActivation.Builder(hidden).activation(Activation.TANH).runtime(runtime).build());
      below = hidden;
    }
    layers.add(
        new GroupPooling.Builder(hidden).poolingType(PoolingType.AVG).runtime(runtime).build());
    stacks.add(
        new Stack(
            "three blocks, " + runtime,
            image,
            layers.get(layers.size() - 1).outputType(),
            5,
            layers));
  }

  /** From D4 to its rotations C4, and on; judged by what it is for C4. */
  private static Stack restriction(LayerRuntime runtime) {
    FieldType before = FieldType.parse("D4: regular + irrep(4)");
    FiniteGroup rotations = FiniteGroup.named("C4");
    Subgroup subgroup = Subgroup.of(before.group(), rotations, 0, 1, 2, 3);
    FieldRestriction restriction =
        new FieldRestriction.Builder(before, subgroup).runtime(runtime).build();
    FieldType after = FieldType.regular(rotations, 1);
    SteerableConvolution2D next =
        new SteerableConvolution2D.Builder(restriction.outputType(), after)
            .runtime(runtime)
            .build();
    return new Stack(
        "restriction from D4 to C4, " + runtime,
        before.restrictedTo(subgroup),
        after,
        5,
        List.of(restriction, next));
  }

  /** Sets the options of a convolution. */
  interface Options {
    SteerableConvolution2D.Builder set(SteerableConvolution2D.Builder builder);
  }

  static Stack convolution(LayerRuntime runtime, String input, String output, Options options) {
    SteerableConvolution2D.Builder builder =
        new SteerableConvolution2D.Builder(FieldType.parse(input), FieldType.parse(output));
    return one(options.set(builder).runtime(runtime).build(), 7);
  }

  private static Stack one(SlthLayer layer, int size) {
    String name =
        layer.getClass().getSimpleName()
            + " "
            + layer.inputType()
            + " -> "
            + layer.outputType()
            + (size == 0 ? ", vectors, " : ", ")
            + layer.runtime();
    return new Stack(name, layer.inputType(), layer.outputType(), size, List.of(layer));
  }

  InputType inputType() {
    return size == 0
        ? InputType.feedForward(input.dimension())
        : InputType.convolutional(size, size, input.dimension());
  }

  INDArray images(DataType type) {
    return size == 0
        ? Networks.images(type, 6, input.dimension())
        : Networks.images(type, 3, input.dimension(), size, size);
  }

  @Override
  public String toString() {
    return name;
  }
}
