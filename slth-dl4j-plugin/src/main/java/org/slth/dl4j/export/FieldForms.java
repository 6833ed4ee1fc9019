package org.slth.dl4j.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex.Op;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.slth.algebra.Matrix;
import org.slth.dl4j.internal.network.Rank;
import org.slth.dl4j.layer.FourierNonlinearity;
import org.slth.dl4j.layer.GroupPooling;
import org.slth.representation.FieldType;
import org.slth.representation.FourierTransform;
import org.slth.representation.Representation;

/** What stands for functions on the group, and for the poolings over it. */
final class FieldForms {

  private FieldForms() {}

  /** y = F σ(V x): two linear maps, the first with the activation. */
  static void fourier(Sketch sketch, Rank rank, FourierNonlinearity layer) {
    Matrix values = Matrix.identity(0);
    Matrix fit = Matrix.identity(0);
    for (FieldType.Run run : layer.inputType().runs()) {
      FourierTransform transform = FourierTransform.of(run.representation(), layer.elements());
      Matrix equal = Matrix.identity(run.count());
      values = values.directSum(equal.kronecker(transform.values()));
      fit = fit.directSum(equal.kronecker(transform.fit()));
    }
    String mapped = sketch.linear(rank, sketch.input(), values, new double[0], layer.activation());
    sketch.linear(rank, mapped, fit);
  }

  /** The maximum, the mean or the norm of each field, by a branch for each of these. */
  static void groupPooling(Sketch sketch, Rank rank, GroupPooling layer) {
    List<Representation> parts =
        layer.inputType().fields().stream().flatMap(f -> f.summands().stream()).toList();
    List<int[]> fields = Choice.channels(FieldType.of(layer.inputType().group(), parts));
    int[] permuted = numbers(parts, true);
    int[] others = numbers(parts, false);
    int in = layer.inputType().dimension();
    boolean mean = layer.poolingType() == PoolingType.AVG;
    if (mean && others.length == 0) {
      sketch.linear(rank, sketch.input(), means(fields, permuted, in));
      return;
    }
    String x = sketch.toImages(rank, sketch.input(), in);
    List<String> branches = new ArrayList<>();
    if (mean && permuted.length > 0) {
      branches.add(sketch.linear(Rank.IMAGES, x, means(fields, permuted, in)));
    } else if (permuted.length > 0) {
      branches.add(branch(sketch, x, in, fields, permuted, PoolingType.MAX));
    }
    if (others.length > 0) {
      branches.add(branch(sketch, x, in, fields, others, PoolingType.PNORM));
    }
    String y = branches.size() == 1 ? branches.get(0) : sketch.combined(Op.Add, branches);
    sketch.fromImages(rank, y, parts.size());
  }

  private static int[] numbers(List<Representation> fields, boolean permutation) {
    return IntStream.range(0, fields.size())
        .filter(f -> fields.get(f).isPermutation() == permutation)
        .toArray();
  }

  private static Matrix means(List<int[]> fields, int[] chosen, int channels) {
    double[] entries = new double[fields.size() * channels];
    for (int f : chosen) {
      for (int channel : fields.get(f)) {
        entries[f * channels + channel] = 1.0 / fields.get(f).length;
      }
    }
    return Matrix.of(fields.size(), channels, entries);
  }

  /** What is taken over some fields, in their places among all. */
  private static String branch(
      Sketch sketch, String x, int in, List<int[]> fields, int[] chosen, PoolingType type) {
    List<int[]> own = IntStream.of(chosen).mapToObj(fields::get).toList();
    int[][] groups = Choice.padded(own, type == PoolingType.MAX);
    String pooled = sketch.pooled(x, in, groups, type);
    return chosen.length == fields.size()
        ? pooled
        : sketch.linear(Rank.IMAGES, pooled, Choice.of(chosen, fields.size()).transposed());
  }
}
