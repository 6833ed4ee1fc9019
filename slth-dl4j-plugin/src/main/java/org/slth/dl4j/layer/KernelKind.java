package org.slth.dl4j.layer;

import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.internal.BasisCache;
import org.slth.group.FiniteGroup;
import org.slth.kernel.KernelBasisProvider;
import org.slth.kernel.KernelGrid;
import org.slth.kernel.PointwiseBasis;
import org.slth.kernel.SteerableKernelBasis;
import org.slth.representation.Representation;

/**
 * A kind of kernel basis on a grid of one size.
 *
 * @param basis the name of its provider
 * @param size width of the grid
 */
record KernelKind(String basis, int size) {

  /** The maps that commute with the group, as kernels of one cell. */
  static final KernelKind POINTWISE = new KernelKind(PointwiseBasis.NAME, 1);

  /** The basis asked for, or the one that suits the group and the grid. */
  static KernelKind of(Optional<String> wanted, FiniteGroup group, int size) {
    KernelGrid grid = KernelGrid.square(size);
    String name =
        wanted.orElseGet(
            () ->
                KernelBasisProvider.named("pixel-orbit").supports(group, grid)
                    ? "pixel-orbit"
                    : "circular-harmonic");
    if (!KernelBasisProvider.named(name).supports(group, grid)) {
      throw new IllegalArgumentException(
          "kernel basis %s does not support %s on a %d x %d grid; circular-harmonic supports all"
                  .formatted(name, group.name(), size, size)
              + " groups C<N> and D<N>");
    }
    return new KernelKind(name, size);
  }

  /** The number of cells of the grid. */
  long cells() {
    return (long) size * size;
  }

  /** The basis of the kernels from one representation to another. */
  SteerableKernelBasis between(Representation from, Representation to) {
    return BasisCache.shared().basis(basis, from, to, size);
  }

  /** The same as an array [elements, cells * in * out], never to be written to. */
  INDArray array(Representation from, Representation to, DataType type) {
    return BasisCache.shared().array(basis, from, to, size, type);
  }
}
