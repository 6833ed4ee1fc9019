package org.slth.representation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slth.group.CompactGroup;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.Subgroup;
import org.slth.spi.Providers;

/**
 * Reads field types and representations.
 *
 * <pre>{@code
 * type           = GROUP ": " [COUNT "*"] representation { " + " [COUNT "*"] representation }
 * representation = "trivial" | "regular" | "quotient(" numbers ")" | "irrep(" NUMBER ")"
 *                | "fourier(" NUMBER ")" | WORD [ "(" numbers ")" ]
 *                | "restricted(" GROUP " " numbers ": " representation ")"
 *                | "(" representation " + " representation { " + " representation } ")"
 * numbers        = NUMBER { " " NUMBER }
 * }</pre>
 */
final class TextReader {

  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*(\\(\\d+( \\d+)*\\))?");
  private static final Pattern EMBEDDED = Pattern.compile("(.+?) ((?:\\d+ )*\\d+)");

  private final String text;
  private int position;

  TextReader(String text) {
    this.text = text;
  }

  Representation representation(Group group) {
    int start = position;
    if (accept("trivial")) {
      return Representation.trivial(group);
    } else if (accept("regular")) {
      return Representation.regular(requireFinite(group));
    } else if (accept("quotient(")) {
      Subgroup subgroup = Subgroup.ofElements(group, numbers());
      expect(")");
      return Representation.quotient(subgroup);
    } else if (accept("irrep(")) {
      int index = number("the index of an irreducible representation");
      expect(")");
      return Representation.irreducible(group, index);
    } else if (accept("fourier(")) {
      int frequency = number("a frequency");
      expect(")");
      return Representation.fourier(requireCompact(group), frequency);
    } else if (accept("restricted(")) {
      return restricted(group);
    } else if (accept("(")) {
      return sum(group);
    }
    position = start;
    return provided(group)
        .orElseThrow(
            () ->
                expected(
                    "trivial, regular, quotient(0 ...), irrep(0), fourier(0),"
                        + " restricted(GROUP 0 ...: ...), a sum in brackets or a name that a"
                        + " RepresentationProvider knows"));
  }

  private static FiniteGroup requireFinite(Group group) {
    if (group instanceof FiniteGroup finite) {
      return finite;
    }
    throw new IllegalArgumentException(
        "the regular representation of %s is infinite; use fourier(3), cut off at frequency 3"
            .formatted(group.name()));
  }

  private static CompactGroup requireCompact(Group group) {
    if (group instanceof CompactGroup compact) {
      return compact;
    }
    throw new IllegalArgumentException(
        "%s is finite; use regular, which holds all its frequencies".formatted(group.name()));
  }

  /** A name that a plugin brings. */
  private Optional<Representation> provided(Group group) {
    Matcher word = WORD.matcher(text).region(position, text.length());
    if (!word.lookingAt()) {
      return Optional.empty();
    }
    Optional<Representation> found =
        Providers.of(RepresentationProvider.class)
            .first(
                "representation %s of %s".formatted(word.group(), group.name()),
                provider -> provider.find(group, word.group()));
    found.ifPresent(representation -> position = word.end());
    return found;
  }

  private Representation restricted(Group group) {
    int start = position;
    Matcher parent = EMBEDDED.matcher(until(": ", "a group, its elements and \": \""));
    if (!parent.matches()) {
      position = start;
      throw expected("a group and the elements of its subgroup, such as D4 0 1 2 3");
    }
    Group whole = Group.named(parent.group(1));
    int[] embedding = new TextReader(parent.group(2)).numbers();
    Representation inner = representation(whole);
    expect(")");
    return Representation.restricted(inner, Subgroup.of(whole, group, embedding));
  }

  private Representation sum(Group group) {
    List<Representation> summands = new ArrayList<>();
    do {
      summands.add(representation(group));
    } while (accept(" + "));
    expect(")");
    return Names.directSum(summands);
  }

  /** A count with its star, or 1 where there is none. */
  int count() {
    if (position >= text.length() || !Character.isDigit(text.charAt(position))) {
      return 1;
    }
    int start = position;
    int count = number("a count");
    expect("*");
    if (count < 1) {
      position = start;
      throw expected("a count of at least 1");
    }
    return count;
  }

  private int[] numbers() {
    List<Integer> numbers = new ArrayList<>();
    do {
      numbers.add(number("a number"));
    } while (accept(" "));
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private int number(String what) {
    Matcher digits = NUMBER.matcher(text).region(position, text.length());
    if (!digits.lookingAt()) {
      throw expected(what);
    }
    position = digits.end();
    return Integer.parseInt(digits.group());
  }

  /** The text up to a separator, which is read too. */
  String until(String separator, String what) {
    int end = text.indexOf(separator, position);
    if (end < 0) {
      throw expected(what);
    }
    String read = text.substring(position, end);
    position = end + separator.length();
    return read;
  }

  boolean accept(String token) {
    boolean found = text.startsWith(token, position);
    if (found) {
      position += token.length();
    }
    return found;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw expected("\"" + token + "\"");
    }
  }

  void end() {
    if (position < text.length()) {
      throw expected("\" + \" or the end");
    }
  }

  private IllegalArgumentException expected(String what) {
    return new IllegalArgumentException(
        String.format("expected %s at position %d of \"%s\"", what, position, text));
  }
}
