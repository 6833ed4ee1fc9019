package org.slth.representation;

import java.util.List;
import java.util.Optional;
import org.slth.group.Group;
import org.slth.spi.Provider;

/**
 * Finds representations that have names of their own, such as {@code vector} or {@code tensor(2)};
 * a plugin names its implementation in {@code
 * META-INF/services/org.slth.representation.RepresentationProvider}.
 *
 * <p>A name is a lower-case word of letters, digits and hyphens, which may be followed by numbers
 * in brackets, and is none of those that {@link Representation#parse} knows by itself. The law: the
 * representation found has that very group and name. {@code ProviderLaws} tests it.
 */
public interface RepresentationProvider extends Provider {

  /** {@return the kinds of names it knows, such as {@code "S<N>: tensor(k)"}, for messages} */
  List<String> families();

  /**
   * {@return the representation of that name, or nothing if it is not one of this provider}
   *
   * @param group any group
   * @param name any word, with numbers in brackets or without
   */
  Optional<Representation> find(Group group, String name);
}
