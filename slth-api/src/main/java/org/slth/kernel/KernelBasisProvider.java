package org.slth.kernel;

import java.util.Optional;
import org.slth.group.Group;
import org.slth.representation.Representation;
import org.slth.spi.Provider;
import org.slth.spi.Providers;

/**
 * Makes steerable kernel bases of one kind; a plugin names its implementation in {@code
 * META-INF/services/org.slth.kernel.KernelBasisProvider}.
 *
 * <p>Laws, which {@code KernelLaws} tests: a basis is linearly independent on the grid; every
 * element obeys the constraint for all group elements that map the grid to itself; the same
 * arguments give the same basis, everywhere and always, since saved coefficients rely on it.
 */
public interface KernelBasisProvider extends Provider {

  /**
   * {@return whether {@link #basis} works for that group and grid}
   *
   * @param group a group
   * @param grid the grid of a kernel
   */
  boolean supports(Group group, KernelGrid grid);

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
   * {@return the provider of that id, found through {@link java.util.ServiceLoader}}
   *
   * @param id such as {@code "slth:pixel-orbit"} or {@code "slth:circular-harmonic"}
   * @throws IllegalArgumentException if there is none; the message lists what there is
   */
  static KernelBasisProvider named(String id) {
    return Providers.of(KernelBasisProvider.class)
        .named(
            "kernel basis",
            id,
            "is the jar with its KernelBasisProvider (slth-groups for the built-in ones) missing");
  }

  /**
   * {@return the provider of highest priority that supports a group on a grid}
   *
   * <p>Of the built-in ones {@code slth:pixel-orbit} comes first, then {@code
   * slth:circular-harmonic}, then {@code slth:pointwise}.
   *
   * @param group a group
   * @param grid the grid of a kernel
   */
  static Optional<KernelBasisProvider> suiting(Group group, KernelGrid grid) {
    return Providers.of(KernelBasisProvider.class)
        .first(
            "kernels of %s on a %s grid".formatted(group.name(), grid),
            provider -> Optional.of(provider).filter(p -> p.supports(group, grid)));
  }
}
