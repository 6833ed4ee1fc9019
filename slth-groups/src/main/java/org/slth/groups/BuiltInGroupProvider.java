package org.slth.groups;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slth.group.Group;
import org.slth.group.GroupProvider;

/**
 * Knows {@code C1}, {@code C2}, …, {@code D1}, {@code D2}, …, {@code S1} to {@code S12}, semidirect
 * products such as {@code C7:C3(2)}, {@code I}, {@code SO2} and {@code O2}; leading zeros are not
 * names.
 */
public final class BuiltInGroupProvider implements GroupProvider {

  private static final Pattern NAME = Pattern.compile("([CDS])([1-9][0-9]{0,8})");

  /** Made by {@link java.util.ServiceLoader}. */
  public BuiltInGroupProvider() {}

  @Override
  public String id() {
    return "slth:groups";
  }

  @Override
  public List<String> families() {
    return List.of(
        "C<N>", "D<N>", "S1 to S12", "C<N>:C<M>(k) where k^M = 1 mod N", "I", "SO2", "O2");
  }

  @Override
  public Optional<Group> find(String name) {
    return switch (name) {
      case "I" -> Optional.of(IcosahedralGroup.group());
      case "SO2" -> Optional.of(new SpecialOrthogonalGroup2());
      case "O2" -> Optional.of(new OrthogonalGroup2());
      default -> ofFamily(name);
    };
  }

  private static Optional<Group> ofFamily(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches()
        ? find(matcher.group(1), Integer.parseInt(matcher.group(2)))
        : SplitMetacyclicGroup.find(name);
  }

  private static Optional<Group> find(String family, int n) {
    return switch (family) {
      case "C" -> Optional.of(new CyclicGroup(n));
      case "D" -> Optional.of(new DihedralGroup(n));
      default ->
          n <= SymmetricGroup.LARGEST ? Optional.of(new SymmetricGroup(n)) : Optional.empty();
    };
  }
}
