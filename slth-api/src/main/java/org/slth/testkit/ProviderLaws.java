package org.slth.testkit;

import static org.slth.testkit.Laws.require;

import java.util.Optional;
import org.slth.group.Group;
import org.slth.group.GroupProvider;

/** The laws of {@link GroupProvider}. */
public final class ProviderLaws {

  private ProviderLaws() {}

  /**
   * Checks that each name is found, under that very name, and twice the same; that other texts are
   * not found and do not throw; and that every group found keeps {@link GroupLaws}.
   *
   * @param provider the provider
   * @param names some names it knows
   * @throws AssertionError if it breaks a law
   */
  public static void check(GroupProvider provider, String... names) {
    require(!provider.families().isEmpty(), "a provider tells which names it knows");
    for (String name : names) {
      Optional<Group> found = provider.find(name);
      require(found.isPresent(), "%s is found", name);
      Group group = found.orElseThrow();
      require(group.name().equals(name), "%s is found under its name, got %s", name, group.name());
      require(provider.find(name).equals(found), "%s is found again", name);
      GroupLaws.check(group);
    }
    for (String text : new String[] {"", " ", "no group of this name", "C", "C0", "C08", "c8"}) {
      Optional<Group> found = provider.find(text);
      require(
          found.isEmpty() || found.orElseThrow().name().equals(text),
          "\"%s\" finds nothing, or a group of that name",
          text);
    }
  }
}
