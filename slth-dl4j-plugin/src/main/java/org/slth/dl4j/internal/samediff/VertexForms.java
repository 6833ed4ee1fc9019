package org.slth.dl4j.internal.samediff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.layers.samediff.SDVertexParams;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffVertex;
import org.nd4j.autodiff.samediff.SDIndex;
import org.nd4j.autodiff.samediff.SDVariable;

/** Vertices of a ComputationGraph in a SameDiff graph. */
final class VertexForms {

  private VertexForms() {}

  /** Layers on graphs define themselves. */
  static SDVariable onGraphs(Place place) {
    SameDiffVertex vertex = place.as(SameDiffVertex.class);
    SDVertexParams declared = new SDVertexParams();
    vertex.defineParametersAndInputs(declared);
    Map<String, SDVariable> parameters = new LinkedHashMap<>();
    declared
        .getParamShapes()
        .forEach((name, shape) -> parameters.put(name, place.parameter(name, shape)));
    Map<String, SDVariable> inputs = new LinkedHashMap<>();
    List<String> names = declared.getInputs();
    for (int i = 0; i < names.size(); i++) {
      inputs.put(names.get(i), place.inputs().get(i));
    }
    return Objects.requireNonNull(vertex.defineVertex(place.graph(), inputs, parameters, Map.of()));
  }

  static SDVariable merged(Place place) {
    Place.require(place.as(MergeVertex.class).getMergeAxis() == 1, "an axis other than 1");
    return place.inputs().size() == 1
        ? place.x()
        : place.graph().concat(1, place.inputs().toArray(SDVariable[]::new));
  }

  static SDVariable combined(Place place) {
    SDVariable result = place.x();
    ElementWiseVertex.Op operation = place.as(ElementWiseVertex.class).getOp();
    int count = place.inputs().size();
    for (SDVariable next : place.inputs().subList(1, count)) {
      result =
          switch (operation) {
            case Add, Average -> result.add(next);
            case Subtract -> result.sub(next);
            case Product -> result.mul(next);
            case Max -> place.graph().math().max(result, next);
          };
    }
    return operation == ElementWiseVertex.Op.Average ? result.div(count) : result;
  }

  static SDVariable subset(Place place) {
    SubsetVertex vertex = place.as(SubsetVertex.class);
    SDIndex channels = SDIndex.interval(vertex.getFrom(), vertex.getTo() + 1);
    return place.images()
        ? place.x().get(SDIndex.all(), channels, SDIndex.all(), SDIndex.all())
        : place.x().get(SDIndex.all(), channels);
  }

  static SDVariable scaled(Place place) {
    return place.x().mul(place.as(ScaleVertex.class).getScaleFactor());
  }

  static SDVariable shifted(Place place) {
    return place.x().add(place.as(ShiftVertex.class).getShiftFactor());
  }
}
