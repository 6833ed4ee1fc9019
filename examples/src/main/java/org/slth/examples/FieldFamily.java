package org.slth.examples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.FourierNonlinearity;
import org.slth.dl4j.layer.GatedNonlinearity;
import org.slth.dl4j.layer.NormNonlinearity;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.group.CompactGroup;
import org.slth.group.FiniteGroup;
import org.slth.group.Group;
import org.slth.representation.FieldType;
import org.slth.representation.IrreducibleRepresentation;
import org.slth.representation.Representation;

/**
 * Which fields the layers of a network have, and what is between its convolutions.
 *
 * @param nonlinearity what is between them; it decides about the fields
 * @param frequency the highest frequency of fields of a compact group
 */
record FieldFamily(Nonlinearity nonlinearity, int frequency) {

  /** A nonlinearity with the fields that it takes. */
  enum Nonlinearity {
    /** ReLU on regular fields, of finite groups. */
    RELU,
    /** Vectors keep their direction; as many fields of each irreducible representation. */
    NORM,
    /**
     * As for norms, and each vector is multiplied by a number that a channel of its own decides.
     */
    GATED,
    /** ReLU on samples of functions on the group. */
    FOURIER
  }

  /** Checks the frequency. */
  FieldFamily {
    if (frequency < 1) {
      throw new IllegalArgumentException("expected a frequency of at least 1, got " + frequency);
    }
  }

  /** Returns the usual family of a group: ReLU, or if it is not finite functions on it. */
  static FieldFamily of(Group group) {
    return new FieldFamily(
        group instanceof CompactGroup ? Nonlinearity.FOURIER : Nonlinearity.RELU, 2);
  }

  /**
   * Returns fields of about so many channels.
   *
   * @throws IllegalArgumentException if the group has no fields that the nonlinearity takes
   */
  FieldType fields(Group group, double channels) {
    return switch (nonlinearity) {
      case RELU -> {
        if (group instanceof CompactGroup) {
          throw new IllegalArgumentException(
              "ReLU needs regular fields, and those of "
                  + group.name()
                  + " are infinite: expected norm, gated or fourier");
        }
        yield repeated(Representation.regular(FiniteGroup.of(group)), channels);
      }
      case NORM, GATED -> irreducible(group, channels);
      case FOURIER -> repeated(functions(group), channels);
    };
  }

  private static FieldType repeated(Representation field, double channels) {
    return FieldType.of(field, count(channels, field.dimension()));
  }

  private static int count(double channels, int dimension) {
    return (int) Math.max(1, Math.round(channels / dimension));
  }

  /** The functions on the group up to the frequency; of a finite group all. */
  private Representation functions(Group group) {
    if (group instanceof CompactGroup compact) {
      return Representation.fourier(compact, frequency);
    }
    List<Representation> parts = new ArrayList<>();
    for (IrreducibleRepresentation part : IrreducibleRepresentation.of(group)) {
      parts.addAll(Collections.nCopies(part.dimension() / part.type().dimension(), part));
    }
    return parts.size() == 1
        ? parts.get(0)
        : Representation.directSum(parts.toArray(new Representation[0]));
  }

  private FieldType irreducible(Group group, double channels) {
    List<Representation> parts = new ArrayList<>();
    for (IrreducibleRepresentation part : IrreducibleRepresentation.of(group)) {
      if (part.frequency() <= frequency) {
        parts.add(part);
      }
    }
    int count = count(channels, parts.stream().mapToInt(Representation::dimension).sum());
    return FieldType.of(
        group, parts.stream().flatMap(part -> Collections.nCopies(count, part).stream()).toList());
  }

  /** Returns a convolution, a normalization and the nonlinearity; trivial fields take ReLU. */
  List<Layer> block(FieldType in, FieldType out, int kernelSize, int padding) {
    FieldType before = before(out);
    return List.of(
        new SteerableConvolution2D.Builder(in, before)
            .kernelSize(kernelSize)
            .padding(padding)
            .hasBias(false) // the normalization behind it has one
            .build(),
        new FieldBatchNormalization.Builder(before).build(),
        mapped(out));
  }

  /** Returns the type that the nonlinearity takes to give another: the same, and gates if any. */
  FieldType before(FieldType out) {
    return nonlinearity == Nonlinearity.GATED ? GatedNonlinearity.gated(out) : out;
  }

  /** Returns the nonlinearity that gives fields of a type. */
  Layer mapped(FieldType out) {
    if (out.isPermutation()) {
      return new FieldActivation.Builder(out).build();
    }
    return switch (nonlinearity) {
      case FOURIER -> new FourierNonlinearity.Builder(out).build();
      case GATED -> new GatedNonlinearity.Builder(out).build();
      default -> new NormNonlinearity.Builder(out).build();
    };
  }
}
