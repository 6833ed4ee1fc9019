package org.slth.representation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.slth.algebra.Matrix;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.group.Subgroup;

/**
 * How a group acts on the channels of a layer: a list of representations, one for each field, such
 * as {@code C8: 12*regular + 2*trivial}.
 *
 * <p>Channels are counted field after field. Equal neighbours are written as one run, and {@code
 * parse(type.toString())} equals {@code type}; types are equal if and only if their texts are.
 */
public final class FieldType {

  /** How many fields a text may describe, since it may come from a file. */
  private static final int MOST = 1_000_000;

  private final Group group;
  private final List<Representation> fields;
  private final int[] offsets; // one more than there are fields

  private FieldType(Group group, List<Representation> fields) {
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("a field type needs at least one field");
    }
    fields.forEach(field -> Names.requireGroup(group, field));
    this.group = group;
    this.fields = List.copyOf(fields);
    this.offsets = new int[fields.size() + 1];
    for (int f = 0; f < fields.size(); f++) {
      offsets[f + 1] = Math.addExact(offsets[f], fields.get(f).dimension());
    }
  }

  /**
   * Equal fields that follow each other.
   *
   * @param representation how the group acts on each of them
   * @param count how many there are, at least one
   */
  public record Run(Representation representation, int count) {}

  /**
   * {@return the type with these fields}
   *
   * @param group the group
   * @param fields one representation of the group for each field, at least one
   */
  public static FieldType of(Group group, List<Representation> fields) {
    return new FieldType(group, fields);
  }

  /**
   * {@return the type with several equal fields}
   *
   * @param representation how the group acts on each field
   * @param count the number of fields, at least one
   */
  public static FieldType of(Representation representation, int count) {
    return new FieldType(
        representation.group(), Collections.nCopies(Math.max(count, 0), representation));
  }

  /**
   * {@return the type with several regular fields}
   *
   * @param group the group
   * @param count the number of fields, at least one
   */
  public static FieldType regular(FiniteGroup group, int count) {
    return of(Representation.regular(group), count);
  }

  /**
   * {@return the type with several trivial fields, such as the channels of an image}
   *
   * @param group the group
   * @param count the number of fields, at least one
   */
  public static FieldType trivial(Group group, int count) {
    return of(Representation.trivial(group), count);
  }

  /**
   * {@return the type that a text describes}
   *
   * @param text a group, a colon, and representations with optional counts, such as {@code C8:
   *     12*regular + 2*trivial}; the group must be known to {@link Group#named} and the
   *     representations to {@link Representation#parse}
   * @throws IllegalArgumentException if it is malformed; the message tells where
   */
  public static FieldType parse(String text) {
    TextReader reader = new TextReader(text);
    Group group = Group.named(reader.until(": ", "a group and \": \""));
    List<Representation> fields = new ArrayList<>();
    do {
      int count = reader.count(MOST - fields.size());
      fields.addAll(Collections.nCopies(count, reader.representation(group)));
    } while (reader.accept(" + "));
    reader.end();
    return new FieldType(group, fields);
  }

  /** {@return the group} */
  public Group group() {
    return group;
  }

  /** {@return one representation for each field} */
  public List<Representation> fields() {
    return fields;
  }

  /** {@return the fields with equal neighbours joined} */
  public List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (Representation field : fields) {
      int last = runs.size() - 1;
      if (last >= 0 && runs.get(last).representation().equals(field)) {
        runs.set(last, new Run(field, runs.get(last).count() + 1));
      } else {
        runs.add(new Run(field, 1));
      }
    }
    return List.copyOf(runs);
  }

  /** {@return the number of fields} */
  public int size() {
    return fields.size();
  }

  /** {@return the number of channels} */
  public int dimension() {
    return offsets[fields.size()];
  }

  /**
   * {@return the first channel of a field}
   *
   * @param field from 0 to {@code size()}; the last is the number of channels
   */
  public int offset(int field) {
    return offsets[field];
  }

  /**
   * {@return the block-diagonal matrix by which an element acts on the channels}
   *
   * @param g an element of the group
   */
  public Matrix matrix(int g) {
    double[] entries = new double[Math.multiplyExact(dimension(), dimension())];
    for (int f = 0; f < fields.size(); f++) {
      Matrix block = fields.get(f).matrix(g);
      for (int i = 0; i < block.rows(); i++) {
        for (int j = 0; j < block.columns(); j++) {
          entries[(offsets[f] + i) * dimension() + offsets[f] + j] = block.get(i, j);
        }
      }
    }
    return Matrix.of(dimension(), dimension(), entries);
  }

  /** {@return whether every field permutes its channels, so that ReLU commutes with the group} */
  public boolean isPermutation() {
    return runs().stream().allMatch(run -> run.representation().isPermutation());
  }

  /** {@return whether the group does nothing on any channel} */
  public boolean isTrivial() {
    return runs().stream().allMatch(run -> run.representation().isTrivial());
  }

  /**
   * {@return the fields of this type, then those of another}
   *
   * @param other a type of the same group
   */
  public FieldType plus(FieldType other) {
    List<Representation> sum = new ArrayList<>(fields);
    sum.addAll(other.fields);
    return new FieldType(group, sum);
  }

  /**
   * {@return the same channels, as a subgroup sees them}
   *
   * @param subgroup a subgroup of the group
   */
  public FieldType restrictedTo(Subgroup subgroup) {
    List<Representation> restricted = new ArrayList<>();
    for (Run run : runs()) {
      Representation field = Representation.restricted(run.representation(), subgroup);
      restricted.addAll(Collections.nCopies(run.count(), field));
    }
    return new FieldType(subgroup.group(), restricted);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldType that
        && group.equals(that.group)
        && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return 31 * group.hashCode() + fields.hashCode();
  }

  @Override
  public String toString() {
    return runs().stream()
        .map(run -> (run.count() > 1 ? run.count() + "*" : "") + run.representation().name())
        .collect(Collectors.joining(" + ", group.name() + ": ", ""));
  }
}
