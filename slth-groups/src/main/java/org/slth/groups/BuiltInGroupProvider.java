package org.slth.groups;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slth.group.FiniteGroup;
import org.slth.group.GroupProvider;

/** Knows {@code C1}, {@code C2}, … and {@code D1}, {@code D2}, …; leading zeros are not names. */
public final class BuiltInGroupProvider implements GroupProvider {

  private static final Pattern NAME = Pattern.compile("([CD])([1-9][0-9]{0,8})");

  /** Made by {@link java.util.ServiceLoader}. */
  public BuiltInGroupProvider() {}

  @Override
  public List<String> families() {
    return List.of("C<N>", "D<N>");
  }

  @Override
  public Optional<FiniteGroup> find(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int rotations = Integer.parseInt(matcher.group(2));
    return Optional.of(
        matcher.group(1).equals("C") ? new CyclicGroup(rotations) : new DihedralGroup(rotations));
  }
}
