package org.slth.representation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slth.group.FiniteGroup;
import org.slth.group.Subgroup;

/**
 * Reads field types and representations.
 *
 * <pre>{@code
 * type           = GROUP ": " [COUNT "*"] representation { " + " [COUNT "*"] representation }
 * representation = "trivial" | "regular" | "quotient(" numbers ")" | "irrep(" NUMBER ")"
 *                | "restricted(" GROUP " " numbers ": " representation ")"
 *                | "(" representation " + " representation { " + " representation } ")"
 * numbers        = NUMBER { " " NUMBER }
 * }</pre>
 */
final class TextReader {

  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
  private static final Pattern EMBEDDED = Pattern.compile("(.+?) ((?:\\d+ )*\\d+)");

  private final String text;
  private int position;

  TextReader(String text) {
    this.text = text;
  }

  Representation representation(FiniteGroup group) {
    int start = position;
    if (accept("trivial")) {
      return Representation.trivial(group);
    } else if (accept("regular")) {
      return Representation.regular(group);
    } else if (accept("quotient(")) {
      Subgroup subgroup = Subgroup.ofElements(group, numbers());
      expect(")");
      return Representation.quotient(subgroup);
    } else if (accept("irrep(")) {
      int index = number("the index of an irreducible representation");
      expect(")");
      return Representation.irreducible(group, index);
    } else if (accept("restricted(")) {
      return restricted(group);
    } else if (accept("(")) {
      return sum(group);
    }
    position = start;
    throw expected(
        "trivial, regular, quotient(0 ...), irrep(0), restricted(GROUP 0 ...: ...)"
            + " or a sum in brackets");
  }

  private Representation restricted(FiniteGroup group) {
    int start = position;
    Matcher parent = EMBEDDED.matcher(until(": ", "a group, its elements and \": \""));
    if (!parent.matches()) {
      position = start;
      throw expected("a group and the elements of its subgroup, such as D4 0 1 2 3");
    }
    FiniteGroup whole = FiniteGroup.named(parent.group(1));
    int[] embedding = new TextReader(parent.group(2)).numbers();
    Representation inner = representation(whole);
    expect(")");
    return Representation.restricted(inner, Subgroup.of(whole, group, embedding));
  }

  private Representation sum(FiniteGroup group) {
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
