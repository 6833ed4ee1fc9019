package org.slth.group;

import java.util.List;
import java.util.Optional;
import org.slth.spi.Provider;

/**
 * Finds groups by name; a plugin names its implementation in {@code
 * META-INF/services/org.slth.group.GroupProvider}.
 *
 * <p>The law: the group found under a name has that very name. {@code ProviderLaws} tests it. It is
 * not asked for subgroups such as {@code D4[0 4]} and products such as {@code (C4 x S3)}, which are
 * read around the names of others.
 */
public interface GroupProvider extends Provider {

  /** {@return the kinds of names it knows, such as {@code "C<N>"}, for error messages} */
  List<String> families();

  /**
   * {@return the group of that name, or nothing if it is not one of this provider}
   *
   * @param name any text
   */
  Optional<Group> find(String name);
}
