package org.slth.representation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slth.group.CompactGroup;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.Subgroup;
import org.slth.spi.Providers;

/** Reads field types and representations, by the grammar of this package. */
final class TextReader {

  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern NUMBERS = Pattern.compile("\\(\\d+( \\d+)*\\)");
  private static final Pattern EMBEDDED = Pattern.compile("(\\S.*?)((?: \\d+)*)");

  private static final int DEEPEST = 100;

  private static final String KNOWN =
      "trivial, regular, quotient(0 ...), irrep(0), fourier(0), restricted(GROUP: ...),"
          + " induced(GROUP: ...), a sum or a product in brackets, or what a plugin brings";

  private final String text;
  private final Irreducibles irreducibles = new Irreducibles();
  private int position;
  private int depth; // of brackets: a text may come from a file

  TextReader(String text) {
    this.text = text;
  }

  Representation representation(Group group) {
    if (++depth > DEEPEST) {
      throw expected("at most " + DEEPEST + " representations inside each other");
    }
    Representation read = nested(group);
    depth--;
    return read;
  }

  private Representation nested(Group group) {
    if (accept("(")) {
      return combination(group);
    }
    int start = position;
    Matcher word = at(WORD);
    position = word.lookingAt() ? word.end() : position;
    return switch (text.substring(start, position)) {
      case "trivial" -> Representation.trivial(group);
      case "regular" -> Representation.regular(requireFinite(group));
      case "quotient" ->
          Representation.quotient(
              Subgroup.ofElements(requireFinite(group), bracketed(this::numbers)));
      case "irrep" ->
          irreducibles.at(
              group, bracketed(() -> number("the index of an irreducible representation")));
      case "fourier" ->
          Representation.fourier(requireCompact(group), bracketed(() -> number("a frequency")));
      case "restricted" -> bracketed(() -> restricted(group));
      case "induced" -> bracketed(() -> induced(group));
      default -> provided(group, start);
    };
  }

  private <T> T bracketed(Supplier<T> inner) {
    expect("(");
    T read = inner.get();
    expect(")");
    return read;
  }

  private static FiniteGroup requireFinite(Group group) {
    if (group instanceof FiniteGroup finite) {
      return finite;
    }
    throw new IllegalArgumentException(
        "%s is infinite, so it has no regular and no quotient representation; use fourier(3), cut off at frequency 3"
            .formatted(group.name()));
  }

  private static CompactGroup requireCompact(Group group) {
    if (group instanceof CompactGroup compact) {
      return compact;
    }
    throw new IllegalArgumentException(
        "%s is finite; use regular, which holds all its frequencies".formatted(group.name()));
  }

  /** A name that a plugin brings: a word, and numbers if they follow. */
  private Representation provided(Group group, int start) {
    if (position == start) {
      throw expected(KNOWN);
    }
    Matcher numbers = at(NUMBERS);
    String name = text.substring(start, numbers.lookingAt() ? numbers.end() : position);
    Providers<RepresentationProvider> providers = Providers.of(RepresentationProvider.class);
    Optional<Representation> found =
        providers.first(
            "representation \"%s\" of %s".formatted(name, group.name()),
            provider -> provider.find(group, name));
    position = found.isPresent() ? start + name.length() : start;
    return found.orElseThrow(() -> expected(KNOWN + plugins(providers)));
  }

  private static String plugins(Providers<RepresentationProvider> providers) {
    String known =
        providers.all().stream()
            .flatMap(provider -> provider.families().stream())
            .collect(Collectors.joining(", ", " (", ")"));
    List<String> failures = providers.failures();
    return failures.isEmpty()
        ? known
        : known + "; could not load: " + String.join("; ", failures) + ";";
  }

  private Representation restricted(Group group) {
    Embedded parent = embedded();
    Representation inner = representation(parent.group());
    return Representation.restricted(inner, subgroup(parent.group(), group, parent.elements()));
  }

  private Representation induced(Group group) {
    Embedded part = embedded();
    Representation inner = representation(part.group());
    return Representation.induced(inner, subgroup(group, part.group(), part.elements()));
  }

  /** A group, and the numbers behind it. */
  private record Embedded(Group group, Optional<int[]> elements) {}

  private Embedded embedded() {
    int start = position;
    Matcher matcher = EMBEDDED.matcher(until(": ", "a group and \": \""));
    if (!matcher.matches()) {
      position = start;
      throw expected("a group, and its elements if need be, such as D4 or S3 0 5");
    }
    String elements = matcher.group(2);
    return new Embedded(
        Group.named(matcher.group(1)),
        elements.isEmpty()
            ? Optional.empty()
            : Optional.of(new TextReader(elements.substring(1)).numbers()));
  }

  private static Subgroup subgroup(Group parent, Group group, Optional<int[]> elements) {
    return elements.isPresent()
        ? Subgroup.of(parent, group, elements.get())
        : Subgroup.of(parent, group);
  }

  /** The rest of a sum or a product, behind its opening bracket. */
  private Representation combination(Group group) {
    List<Representation> parts = new ArrayList<>(List.of(representation(group)));
    String sign = text.startsWith(" * ", position) ? " * " : " + ";
    while (accept(sign)) {
      parts.add(representation(group));
    }
    expect(")");
    return sign.equals(" * ") ? Combination.tensorProduct(parts) : Combination.directSum(parts);
  }

  /** A count with its star, or 1 where there is none. */
  int count(int most) {
    if (position >= text.length() || !Character.isDigit(text.charAt(position))) {
      return 1;
    }
    int start = position;
    int count = number("a count");
    expect("*");
    if (count < 1 || count > most) {
      position = start;
      throw expected("a count from 1 to " + most);
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
    Matcher digits = at(NUMBER);
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

  private Matcher at(Pattern pattern) {
    return pattern.matcher(text).region(position, text.length());
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
