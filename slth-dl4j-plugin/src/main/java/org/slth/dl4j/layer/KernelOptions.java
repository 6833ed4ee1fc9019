package org.slth.dl4j.layer;

import java.util.Optional;
import org.slth.kernel.KernelBasisProvider;
import org.slth.representation.FieldType;

/** What the builders of convolutions share. */
abstract class KernelOptions<T extends KernelOptions<T>> extends WindowOptions<T> {

  final FieldType output;
  boolean hasBias = true;
  private int kernelSize = 3;
  private Optional<String> kernelBasis = Optional.empty();

  KernelOptions(FieldType input, FieldType output) {
    super(input, 1);
    this.output = requireOneGroup(output);
  }

  final KernelKind kernel() {
    return KernelKind.of(kernelBasis, input.group(), kernelSize);
  }

  /**
   * Sets width and height of the kernel; the default is 3.
   *
   * @param kernelSize at least 1
   */
  public T kernelSize(int kernelSize) {
    this.kernelSize = kernelSize;
    return self();
  }

  /**
   * Sets the kind of kernel basis; the default is what {@link KernelBasisProvider#suiting} finds:
   * {@code slth:pixel-orbit} where the group maps the grid to itself, else {@code
   * slth:circular-harmonic}.
   *
   * @param id one that {@link KernelBasisProvider#named} knows
   */
  public T kernelBasis(String id) {
    this.kernelBasis = Optional.of(id);
    return self();
  }

  /** Sets whether there is a bias on the invariant vectors; the default is true. */
  public T hasBias(boolean hasBias) {
    this.hasBias = hasBias;
    return self();
  }
}
