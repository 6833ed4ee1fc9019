package org.slth.group;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A group <i>H</i> inside a group <i>G</i>: an injective homomorphism from <i>H</i> to <i>G</i>.
 *
 * <p>Some lie in a group naturally: {@code D4[0 4]} in D4 with the elements 0 and 4, and one {@link
 * LinearGroup} in another of its dimension so that each element is the one that moves points
 * likewise. Such a subgroup is written {@code C4 in D4} or {@code SO2 in O2}, any other with its
 * elements, {@code S2 in S3: 0 5}.
 *
 * <p>Of compact groups it is one of their {@linkplain Group#samples() samples}, and "element" means
 * one of these; so C8 lies in SO2, and C7 does not if the samples do not hold it.
 */
public final class Subgroup {

  private static final Pattern TEXT =
      Pattern.compile("((?:(?!: ).)+) in ((?:(?!: ).)+)(?:: ((?:[0-9]{1,9} )*[0-9]{1,9}))?");

  private final Group parent;
  private final Group group;
  private final int[] embedding; // sample of group -> sample of parent
  private final int[] cosets; // sample of parent -> number of its left coset gH
  private final int[] representatives; // coset -> its least sample
  private final boolean natural;

  private Subgroup(Group parent, Group group, int[] embedding) {
    this.parent = parent;
    this.group = group;
    this.embedding = embedding;
    this.cosets = cosets(parent.samples(), embedding);
    this.representatives = new int[index()];
    for (int g = cosets.length - 1; g >= 0; g--) {
      representatives[cosets[g]] = g;
    }
    this.natural = NaturalEmbedding.is(parent, group, embedding);
    if (group instanceof CompactGroup && !(parent instanceof CompactGroup && natural)) {
      throw new IllegalArgumentException(
          "a compact group lies in a compact one as its action says, but %s in %s does not"
              .formatted(group.name(), parent.name()));
    }
  }

  /**
   * {@return a group where it lies naturally, such as C16 in D16, SO2 in O2, or C8 in SO2}
   *
   * @param parent the group <i>G</i>
   * @param group the group <i>H</i>: a linear one, like <i>G</i>, or one of {@link #ofElements}
   * @throws IllegalArgumentException if it is neither, or if one of its elements moves points as
   *     none of <i>G</i> does
   */
  public static Subgroup of(Group parent, Group group) {
    return of(parent, group, NaturalEmbedding.of(parent, group));
  }

  /**
   * {@return the subgroup that an embedding describes}
   *
   * @param parent the group <i>G</i>
   * @param group the group <i>H</i>
   * @param embedding for each element of <i>H</i> its element of <i>G</i>
   * @throws IllegalArgumentException if that is not an injective homomorphism
   */
  public static Subgroup of(Group parent, Group group, int... embedding) {
    FiniteGroup whole = parent.samples();
    FiniteGroup part = group.samples();
    if (embedding.length != part.order()) {
      throw new IllegalArgumentException(
          String.format(
              "expected one element of %s for each of the %d elements of %s, got %d",
              parent.name(), part.order(), group.name(), embedding.length));
    }
    requireDistinct(parent, embedding);
    for (int g = 0; g < part.order(); g++) {
      for (int h = 0; h < part.order(); h++) {
        if (embedding[part.multiply(g, h)] != whole.multiply(embedding[g], embedding[h])) {
          throw new IllegalArgumentException(
              String.format(
                  "expected a homomorphism from %s to %s, but it fails for the product of %d and %d",
                  group.name(), parent.name(), g, h));
        }
      }
    }
    return new Subgroup(parent, group, embedding.clone());
  }

  /**
   * {@return the subgroup with these elements, whose group is named such as {@code "D4[0 4]"} and
   * is linear or planar if the parent is}
   *
   * @param parent the group <i>G</i>
   * @param elements the elements of the subgroup, in any order; numbered in ascending order
   * @throws IllegalArgumentException if they are not closed under products or repeat
   */
  public static Subgroup ofElements(Group parent, int... elements) {
    FiniteGroup whole = parent.samples();
    int[] sorted = Arrays.stream(elements).sorted().toArray();
    requireDistinct(parent, sorted);
    for (int g : sorted) {
      for (int h : sorted) {
        if (Arrays.binarySearch(sorted, whole.multiply(g, h)) < 0) {
          throw new IllegalArgumentException(
              String.format(
                  "expected elements of %s that are closed under products, but %d times %d is %d",
                  parent.name(), g, h, whole.multiply(g, h)));
        }
      }
    }
    TableGroup group =
        new TableGroup(
            parent.name() + "[" + text(sorted) + "]",
            sorted.length,
            (g, h) -> Arrays.binarySearch(sorted, whole.multiply(sorted[g], sorted[h])),
            g -> Arrays.binarySearch(sorted, whole.inverse(sorted[g])));
    return new Subgroup(parent, LinearTableGroup.like(parent, sorted, group), sorted);
  }

  /**
   * {@return the subgroup that a text describes, as {@link #toString} writes it}
   *
   * @param text such as {@code "C4 in D4"} or {@code "S2 in S3: 0 5"}
   * @throws IllegalArgumentException if it is malformed or describes no subgroup
   */
  public static Subgroup parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected a subgroup such as \"C4 in D4\" or \"S2 in S3: 0 5\", got \"" + text + "\"");
    }
    Group group = Group.named(matcher.group(1));
    Group parent = Group.named(matcher.group(2));
    String elements = matcher.group(3);
    return elements == null
        ? of(parent, group)
        : of(
            parent,
            group,
            Arrays.stream(elements.split(" ")).mapToInt(Integer::parseInt).toArray());
  }

  private static void requireDistinct(Group parent, int[] elements) {
    for (int element : elements) {
      Objects.checkIndex(element, parent.samples().order());
    }
    if (Arrays.stream(elements).distinct().count() != elements.length) {
      throw new IllegalArgumentException(
          "expected different elements of " + parent.name() + ", got " + text(elements));
    }
  }

  private static int[] cosets(FiniteGroup parent, int[] embedding) {
    int[] cosets = new int[parent.order()];
    Arrays.fill(cosets, -1);
    int count = 0;
    for (int g = 0; g < cosets.length; g++) {
      if (cosets[g] < 0) {
        for (int h : embedding) {
          cosets[parent.multiply(g, h)] = count;
        }
        count++;
      }
    }
    return cosets;
  }

  private static String text(int[] elements) {
    return Arrays.stream(elements).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }

  /** {@return the group <i>G</i>} */
  public Group parent() {
    return parent;
  }

  /** {@return the group <i>H</i>} */
  public Group group() {
    return group;
  }

  /**
   * {@return the element of <i>G</i> that an element of <i>H</i> stands for}
   *
   * @param h an element of <i>H</i>
   */
  public int embed(int h) {
    return embedding[h];
  }

  /** {@return for each element of <i>H</i> its element of <i>G</i>} */
  public int[] embedding() {
    return embedding.clone();
  }

  /** {@return the elements of <i>G</i> that lie in <i>H</i>, ascending} */
  public int[] elements() {
    return Arrays.stream(embedding).sorted().toArray();
  }

  /** {@return the number of left cosets <i>gH</i>, |<i>G</i>| / |<i>H</i>|} */
  public int index() {
    return cosets.length / embedding.length;
  }

  /**
   * {@return the number of the left coset <i>gH</i>; cosets are numbered by their least element}
   *
   * @param g an element of <i>G</i>
   */
  public int coset(int g) {
    return cosets[g];
  }

  /**
   * {@return the least element of a left coset}
   *
   * @param coset from 0 to {@code index() - 1}
   */
  public int representative(int coset) {
    return representatives[coset];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Subgroup that
        && parent.equals(that.parent)
        && group.equals(that.group)
        && Arrays.equals(embedding, that.embedding);
  }

  @Override
  public int hashCode() {
    return Objects.hash(parent, group, Arrays.hashCode(embedding));
  }

  /** {@return whether <i>H</i> lies in <i>G</i> naturally: its text need not tell the elements} */
  public boolean isNatural() {
    return natural;
  }

  @Override
  public String toString() {
    return group.name() + " in " + parent.name() + (natural ? "" : ": " + text(embedding));
  }
}
