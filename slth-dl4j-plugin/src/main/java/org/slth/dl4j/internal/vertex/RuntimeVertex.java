package org.slth.dl4j.internal.vertex;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.layers.samediff.SameDiffGraphVertex;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** DL4J's SameDiff vertex whose first inputs are tensors, and the others structure. */
@SuppressWarnings("overrides") // setInputs has no varargs in DL4J's own parent
public abstract class RuntimeVertex extends SameDiffGraphVertex {

  final int tensors;

  RuntimeVertex(Place place, SameDiffVertex config, int tensors) {
    super(
        config,
        place.graph,
        place.name,
        place.index,
        place.parameters,
        place.initialize,
        place.dataType);
    this.tensors = tensors;
  }

  /**
   * Where a vertex is.
   *
   * @param graph the network
   * @param name the vertex's name there
   * @param index its number there
   * @param parameters its part of the network's parameters, null if it has none
   * @param initialize whether to initialise them
   * @param dataType the network's data type
   */
  public record Place(
      ComputationGraph graph,
      String name,
      int index,
      @Nullable INDArray parameters,
      boolean initialize,
      DataType dataType) {}

  /** DL4J's last call while it makes the network: then all layers are there. */
  @Override
  public final void setInputVertices(VertexIndices[] inputVertices) {
    super.setInputVertices(inputVertices);
    CountedLayer.count(graph, numParams());
  }

  @Override
  public final void setInputs(INDArray... inputs) {
    this.inputs = inputs;
  }

  /** Returns the inputs in the network's data type; structure often comes as whole numbers. */
  final INDArray[] cast() {
    return Arrays.stream(inputs).map(x -> x.castTo(dataType)).toArray(INDArray[]::new);
  }

  @Override
  public final String toString() {
    return config.getClass().getSimpleName() + " " + vertexName;
  }
}
