package org.slth.testkit;

import static org.slth.testkit.Laws.require;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.GroupProvider;
import org.slth.representation.Representation;
import org.slth.representation.RepresentationProvider;
import org.slth.spi.Provider;

/** The laws of {@link Provider}, {@link GroupProvider} and {@link RepresentationProvider}. */
public final class ProviderLaws {

  private static final Pattern ID = Pattern.compile("[a-z0-9-]+:[a-z0-9-]+");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*(\\(\\d+( \\d+)*\\))?");
  private static final List<String> TAKEN =
      List.of(
          "trivial", "regular", "quotient(0)", "irrep(0)", "fourier(0)", "restricted", "induced");

  private ProviderLaws() {}

  /**
   * Checks what a provider of any kind says of itself: its id has the form {@code vendor:name}, of
   * a vendor other than {@code slth} but for classes of {@code org.slth}, and never changes, nor
   * does its priority.
   *
   * @param provider the provider
   * @throws AssertionError if it breaks a law
   */
  public static void checkIdentity(Provider provider) {
    String id = provider.id();
    require(
        ID.matcher(id).matches(), "an id is vendor:name, of a-z, 0-9 and hyphens, got \"%s\"", id);
    require(
        !id.startsWith("slth:") || provider.getClass().getName().startsWith("org.slth."),
        "%s: the vendor slth is reserved",
        id);
    require(id.equals(provider.id()), "%s: the id never changes", id);
    int priority = provider.priority();
    require(priority == provider.priority(), "%s: the priority never changes", id);
  }

  /**
   * Checks that each name is found, under that very name, and twice the same; that other texts are
   * not found and do not throw; and that every group found keeps {@link GroupLaws}.
   *
   * @param provider the provider
   * @param names some names it knows
   * @throws AssertionError if it breaks a law
   */
  public static void check(GroupProvider provider, String... names) {
    checkIdentity(provider);
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

  /**
   * Checks that each name is found, as a representation of that very group and name, and twice the
   * same; that it is a word that no other representation has, with numbers in brackets or without;
   * that other texts and groups find nothing else and do not throw; and that every representation
   * found keeps {@link RepresentationLaws}.
   *
   * @param provider the provider
   * @param group a group for which it knows names
   * @param names some of these
   * @throws AssertionError if it breaks a law
   */
  public static void check(RepresentationProvider provider, Group group, String... names) {
    checkIdentity(provider);
    require(!provider.families().isEmpty(), "a provider tells which names it knows");
    FiniteGroup other = FiniteGroup.of("nobody", 1, (g, h) -> 0, g -> 0);
    for (String name : names) {
      require(WORD.matcher(name).matches(), "\"%s\" is a word, with numbers or without", name);
      Representation found = requireProper(provider, group, name);
      require(found.equals(provider.find(group, name).orElseThrow()), "%s is found again", found);
      RepresentationLaws.check(found);
      checkNothingElse(provider, other, name);
    }
    for (String text : List.of("", " ", "no such word", "no-such-word", "no-such-word(1)")) {
      checkNothingElse(provider, group, text);
    }
    for (String text : TAKEN) {
      require(provider.find(group, text).isEmpty(), "%s is no name of a plugin", text);
    }
  }

  private static Representation requireProper(
      RepresentationProvider provider, Group group, String name) {
    Optional<Representation> found = provider.find(group, name);
    require(found.isPresent(), "%s of %s is found", name, group.name());
    checkNothingElse(provider, group, name);
    return found.orElseThrow();
  }

  private static void checkNothingElse(RepresentationProvider provider, Group group, String name) {
    Optional<Representation> found = provider.find(group, name);
    require(
        found.isEmpty() || (found.get().group().equals(group) && found.get().name().equals(name)),
        "%s of %s finds nothing, or a representation of that group and name, got %s",
        name,
        group.name(),
        found);
  }
}
