package org.slth.groups;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slth.group.FiniteGroup;
import org.slth.group.GroupProvider;

/**
 * Knows {@code C1}, {@code C2}, …, {@code D1}, {@code D2}, … and {@code S1} to {@code S12}; leading
 * zeros are not names.
 */
public final class BuiltInGroupProvider implements GroupProvider {

  private static final Pattern NAME = Pattern.compile("([CDS])([1-9][0-9]{0,8})");

  /** Made by {@link java.util.ServiceLoader}. */
  public BuiltInGroupProvider() {}

  @Override
  public List<String> families() {
    return List.of("C<N>", "D<N>", "S1 to S12");
  }

  @Override
  public Optional<FiniteGroup> find(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches()
        ? find(matcher.group(1), Integer.parseInt(matcher.group(2)))
        : Optional.empty();
  }

  private static Optional<FiniteGroup> find(String family, int n) {
    return switch (family) {
      case "C" -> Optional.of(new CyclicGroup(n));
      case "D" -> Optional.of(new DihedralGroup(n));
      default ->
          n <= SymmetricGroup.LARGEST ? Optional.of(new SymmetricGroup(n)) : Optional.empty();
    };
  }
}
