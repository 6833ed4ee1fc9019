package org.slth.groups;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slth.group.Group;
import org.slth.representation.Representation;
import org.slth.representation.RepresentationProvider;

/** Knows {@code tensor(k)} of S<i>N</i>, see {@link SymmetricGroup#tensor}. */
public final class TensorProvider implements RepresentationProvider {

  private static final Pattern NAME = Pattern.compile("tensor\\((0|[1-9])\\)");

  /** Made by {@link java.util.ServiceLoader}. */
  public TensorProvider() {}

  @Override
  public String id() {
    return "slth:tensors";
  }

  @Override
  public List<String> families() {
    return List.of("S<N>: tensor(k)");
  }

  @Override
  public Optional<Representation> find(Group group, String name) {
    Matcher matcher = NAME.matcher(name);
    return group instanceof SymmetricGroup symmetric && matcher.matches()
        ? Optional.of(symmetric.tensor(Integer.parseInt(matcher.group(1))))
        : Optional.empty();
  }
}
