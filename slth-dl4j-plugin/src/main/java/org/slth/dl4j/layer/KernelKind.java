package org.slth.dl4j.layer;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.BasisCache;
import org.slth.dl4j.internal.expansion.BasisStack;
import org.slth.group.Group;
import org.slth.kernel.KernelBasisProvider;
import org.slth.kernel.KernelGrid;
import org.slth.kernel.PointwiseBasis;
import org.slth.kernel.SteerableKernelBasis;
import org.slth.representation.Representation;

/**
 * A kind of kernel basis on a grid of one size.
 *
 * @param basis the id of its provider
 * @param size width of the grid
 */
record KernelKind(String basis, int size) {

  /** The maps that commute with the group, as kernels of one cell. */
  static final KernelKind POINTWISE = new KernelKind(PointwiseBasis.ID, 1);

  /** The basis asked for, or the one that suits the group and the grid. */
  static KernelKind of(Optional<String> wanted, Group group, int size) {
    KernelGrid grid = KernelGrid.square(size);
    KernelBasisProvider basis =
        wanted
            .map(KernelBasisProvider::named)
            .or(() -> KernelBasisProvider.suiting(group, grid))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no kernel basis supports %s on a %s grid; its elements must move the plane"
                            .formatted(group.name(), grid)));
    if (!basis.supports(group, grid)) {
      throw new IllegalArgumentException(
          "kernel basis %s does not support %s on a %s grid; slth:circular-harmonic supports all"
                  .formatted(basis.id(), group.name(), grid)
              + " groups of the plane");
    }
    return new KernelKind(basis.id(), size);
  }

  /** The number of cells of the grid. */
  int cells() {
    return size * size;
  }

  /** The basis of the kernels from one representation to another. */
  SteerableKernelBasis between(Representation from, Representation to) {
    return BasisCache.shared().basis(basis, from, to, size);
  }

  /** The same as an array [elements, cells * in * out], never to be written to. */
  INDArray array(Representation from, Representation to, DataType type) {
    return BasisCache.shared().array(basis, from, to, size, type);
  }

  /** The same in parts that share no pair of channels, never to be written to. */
  List<BasisStack> stacks(Representation from, Representation to, DataType type) {
    return BasisCache.shared().stacks(basis, from, to, size, type);
  }
}
