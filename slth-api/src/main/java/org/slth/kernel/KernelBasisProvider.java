package org.slth.kernel;

import org.slth.group.FiniteGroup;
import org.slth.representation.Representation;
import org.slth.spi.Providers;

/**
 * Makes steerable kernel bases of one kind; a plugin names its implementation in {@code
 * META-INF/services/org.slth.kernel.KernelBasisProvider}.
 *
 * <p>Laws, which {@code KernelLaws} tests: a basis is linearly independent on the grid; every
 * element obeys the constraint for all group elements that map the grid to itself; the same
 * arguments give the same basis, everywhere and always, since saved coefficients rely on it.
 */
public interface KernelBasisProvider {

  /** {@return the name under which {@link #named} finds it; never changes} */
  String name();

  /**
   * {@return whether {@link #basis} works for that group and grid}
   *
   * @param group a group
   * @param grid the grid of a kernel
   */
  boolean supports(FiniteGroup group, KernelGrid grid);

  /**
   * {@return the basis of the kernels from one representation to another}
   *
   * @param input how the group acts on the channels before the convolution
   * @param output how it acts on them after it
   * @param grid the grid of the kernel
   * @throws IllegalArgumentException if the groups differ or are not supported on that grid
   */
  SteerableKernelBasis basis(Representation input, Representation output, KernelGrid grid);

  /**
   * {@return the provider of that name, found through {@link java.util.ServiceLoader}}
   *
   * @param name such as {@code "pixel-orbit"} or {@code "circular-harmonic"}
   * @throws IllegalArgumentException if there is none; the message lists what there is
   */
  static KernelBasisProvider named(String name) {
    Providers<KernelBasisProvider> providers = Providers.of(KernelBasisProvider.class);
    return providers.all().stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                providers.unknown(
                    "kernel basis",
                    name,
                    providers.all().stream().map(KernelBasisProvider::name).sorted().toList(),
                    "is the jar with its KernelBasisProvider (slth-groups for the built-in ones)"
                        + " missing"));
  }
}
