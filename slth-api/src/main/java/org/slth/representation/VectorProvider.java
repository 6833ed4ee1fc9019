package org.slth.representation;

import java.util.List;
import java.util.Optional;
import org.slth.group.Group;
import org.slth.group.LinearGroup;

/** Knows {@code vector} of every {@link LinearGroup}, see {@link Representation#vector}. */
public final class VectorProvider implements RepresentationProvider {

  /** Made by {@link java.util.ServiceLoader}. */
  public VectorProvider() {}

  @Override
  public String id() {
    return "slth:vectors";
  }

  @Override
  public List<String> families() {
    return List.of("vector, of a group of matrices");
  }

  @Override
  public Optional<Representation> find(Group group, String name) {
    return group instanceof LinearGroup linear && name.equals("vector")
        ? Optional.of(Representation.vector(linear))
        : Optional.empty();
  }
}
