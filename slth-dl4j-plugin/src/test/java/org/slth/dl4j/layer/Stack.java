package org.slth.dl4j.layer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.group.CompactGroup;
import org.slth.group.PlanarGroup;
import org.slth.representation.FieldType;
import org.slth.representation.FourierTransform;

/**
 * A few layers with the input they take.
 *
 * @param name what it is
 * @param input the type of the input
 * @param output the type of the output
 * @param size width of the images, 0 for vectors
 * @param layers the layers
 */
public record Stack(
    String name, FieldType input, FieldType output, int size, List<SlthLayer> layers) {

  /** Layers one after the other, named after themselves. */
  static Stack of(int size, SlthLayer... layers) {
    SlthLayer first = layers[0];
    SlthLayer last = layers[layers.length - 1];
    String name =
        Arrays.stream(layers)
                .map(layer -> layer.getClass().getSimpleName() + " " + layer.inputType())
                .collect(Collectors.joining(" -> "))
            + " -> "
            + last.outputType()
            + (size == 0 ? ", vectors, " : ", ")
            + first.runtime();
    return new Stack(name, first.inputType(), last.outputType(), size, List.of(layers));
  }

  /** Returns copies of the layers, for a network of their own. */
  public List<Layer> copies() {
    return layers.stream().map(SlthLayer::clone).toList();
  }

  public InputType inputType() {
    return size == 0
        ? InputType.feedForward(input.dimension())
        : InputType.convolutional(size, size, input.dimension());
  }

  public INDArray images(DataType type) {
    return size == 0
        ? Networks.images(type, 6, input.dimension())
        : Networks.images(type, 3, input.dimension(), size, size);
  }

  /** The elements with which the layers commute exactly on these inputs; of many, some. */
  int[] elements(INDArray x) {
    if (size > 0 || !(input.group() instanceof CompactGroup)) {
      return EquivarianceError.exactElements(input.group(), x);
    }
    return layers.stream()
        .filter(FourierNonlinearity.class::isInstance)
        .map(layer -> ((FourierNonlinearity) layer).elements())
        .findFirst()
        .orElseGet(() -> FourierTransform.turns((PlanarGroup) input.group(), 15));
  }

  @Override
  public String toString() {
    return name;
  }
}
