package org.slth.dl4j.export;

import java.util.Set;
import org.slth.dl4j.graph.GraphIsomorphism;
import org.slth.dl4j.graph.GraphReadout;
import org.slth.dl4j.graph.KOrderLayer;
import org.slth.dl4j.graph.MatrixProduct;
import org.slth.dl4j.graph.MessagePassing;
import org.slth.dl4j.graph.SetPooling;

/** Layers on graphs, which have a form in SameDiff alone. */
final class GraphForms {

  private static final Set<Class<?>> KNOWN =
      Set.of(
          MessagePassing.class,
          GraphIsomorphism.class,
          KOrderLayer.class,
          MatrixProduct.class,
          GraphReadout.class,
          SetPooling.class);

  private GraphForms() {}

  static boolean know(Object configuration) {
    return KNOWN.contains(configuration.getClass());
  }
}
