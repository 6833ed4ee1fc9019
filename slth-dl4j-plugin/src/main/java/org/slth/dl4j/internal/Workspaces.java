package org.slth.dl4j.internal;

import java.util.function.Supplier;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.factory.Nd4j;

/** Memory that outlives the current step of training or inference. */
public final class Workspaces {

  private Workspaces() {}

  /** Returns what the action makes while no workspace is open, so that its arrays last. */
  @SuppressWarnings("try") // the scope is the resource, nothing reads it
  public static <T> T outside(Supplier<T> action) {
    try (MemoryWorkspace scope = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
      return action.get();
    }
  }
}
