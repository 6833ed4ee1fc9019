package org.slth.examples.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slth.group.GroupProvider;
import org.slth.kernel.KernelBasisProvider;
import org.slth.mask.MaskStrategyProvider;
import org.slth.pruning.LayerType;
import org.slth.representation.RepresentationProvider;
import org.slth.spi.Provider;
import org.slth.spi.Providers;
import org.slth.ticket.SubsetSumSolver;

/**
 * A provider.
 *
 * @param kind what it provides
 * @param id its id
 * @param priority its priority
 * @param version what the manifest of its jar says
 * @param location its jar or folder
 */
record Plugin(String kind, String id, int priority, String version, String location) {

  /** What plugins may bring. */
  enum Kind {
    GROUP(GroupProvider.class),
    REPRESENTATION(RepresentationProvider.class),
    KERNEL_BASIS(KernelBasisProvider.class),
    SUBSET_SUM_SOLVER(SubsetSumSolver.class),
    MASK_STRATEGY(MaskStrategyProvider.class),
    LAYER_TYPE(LayerType.class);

    private final Class<? extends Provider> type;

    Kind(Class<? extends Provider> type) {
      this.type = type;
    }

    /** Returns its name for people. */
    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * All that is found.
   *
   * @param plugins those that can be used
   * @param failures why others cannot
   * @param absent what others need that this virtual machine was started without
   */
  record Search(List<Plugin> plugins, List<String> failures, List<String> absent) {

    static Search here() {
      List<Plugin> plugins = new ArrayList<>();
      List<String> failures = new ArrayList<>();
      List<String> absent = new ArrayList<>();
      for (Kind kind : Kind.values()) {
        Providers<? extends Provider> providers = Providers.of(kind.type);
        providers.all().forEach(provider -> plugins.add(of(kind, provider)));
        failures.addAll(providers.failures());
        absent.addAll(providers.absent());
      }
      return new Search(plugins, failures, absent);
    }
  }

  private static Plugin of(Kind kind, Provider provider) {
    @Nullable String version = provider.getClass().getPackage().getImplementationVersion();
    return new Plugin(
        kind.text(),
        provider.id(),
        provider.priority(),
        version == null ? "no version" : version,
        Providers.location(provider));
  }
}
