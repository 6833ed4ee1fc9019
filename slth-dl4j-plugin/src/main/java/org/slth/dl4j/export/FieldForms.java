package org.slth.dl4j.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex.Op;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.nd4j.linalg.activations.Activation;
import org.slth.algebra.Matrix;
import org.slth.dl4j.internal.FieldPoolingFunction;
import org.slth.dl4j.internal.FieldRun;
import org.slth.dl4j.internal.GatedRun;
import org.slth.dl4j.internal.network.Rank;
import org.slth.dl4j.layer.FourierNonlinearity;
import org.slth.dl4j.layer.GatedNonlinearity;
import org.slth.dl4j.layer.GroupPooling;
import org.slth.dl4j.layer.NormNonlinearity;
import org.slth.representation.FieldType;
import org.slth.representation.FourierTransform;
import org.slth.representation.Representation;

/**
 * What stands for nonlinearities of fields. Channels are chosen, repeated and put in order by 1x1
 * convolutions, or dense layers, of zeros and ones.
 */
final class FieldForms {

  private FieldForms() {}

  /** y = F σ(V x): two linear maps, the first with the activation. */
  static void fourier(Sketch sketch, Rank rank, FourierNonlinearity layer) {
    Matrix values = Matrix.identity(0);
    Matrix fit = Matrix.identity(0);
    for (FieldType.Run run : layer.inputType().runs()) {
      FourierTransform transform = FourierTransform.of(run.representation(), layer.elements());
      for (int i = 0; i < run.count(); i++) {
        values = values.directSum(transform.values());
        fit = fit.directSum(transform.fit());
      }
    }
    String mapped = sketch.linear(rank, sketch.input(), values, new double[0], layer.activation());
    sketch.linear(rank, mapped, fit);
  }

  /** y = v s(g), the product of two layers, plus σ(x) on trivial fields. */
  static void gated(Sketch sketch, Rank rank, GatedNonlinearity layer, boolean shared) {
    int in = layer.inputType().dimension();
    int out = layer.outputType().dimension();
    int[] values = new int[out];
    int[] gates = new int[out];
    int[] plain = new int[out];
    for (int[] none : List.of(values, gates, plain)) {
      Arrays.fill(none, -1);
    }
    for (GatedRun run : GatedRun.of(layer.outputType())) {
      FieldRun fields = run.fields();
      FieldRun gate = run.gates();
      for (int i = 0; i < fields.count() * fields.dimension(); i++) {
        int channel = fields.channel() + i;
        (gate == null ? plain : values)[channel] = channel;
        if (gate != null) {
          gates[channel] = gate.channel() + i / fields.dimension();
        }
      }
    }
    List<String> terms = new ArrayList<>();
    if (Arrays.stream(plain).anyMatch(c -> c >= 0)) {
      terms.add(activated(sketch, rank, layer, plain, shared));
    }
    if (Arrays.stream(gates).anyMatch(c -> c >= 0)) {
      String v = sketch.linear(rank, sketch.input(), choice(values, in));
      String s =
          sketch.linear(
              rank,
              sketch.input(),
              choice(gates, in),
              new double[0],
              Activation.SIGMOID.getActivationFunction());
      terms.add(sketch.combined(Op.Product, List.of(v, s)));
    }
    if (terms.size() > 1) {
      sketch.combined(Op.Add, terms);
    }
  }

  /** σ(x) on the channels that are plain, 0 on others. */
  private static String activated(
      Sketch sketch, Rank rank, GatedNonlinearity layer, int[] plain, boolean shared) {
    int[] chosen = Arrays.stream(plain).filter(c -> c >= 0).toArray();
    int in = layer.inputType().dimension();
    if (chosen.length == in) {
      return sketch.activated(rank, sketch.input(), in, layer.activation(), shared);
    }
    String mapped =
        sketch.linear(rank, sketch.input(), choice(chosen, in), new double[0], layer.activation());
    return sketch.linear(rank, mapped, choice(chosen, plain.length).transposed());
  }

  /**
   * y = u max(|v| - b, 0) with u = v / |v|: DL4J's local response normalisation divides a channel
   * by the root of the sum of squares over its neighbours, so fields are set apart by as many empty
   * channels as the window reaches.
   */
  static void norm(Sketch sketch, Rank rank, NormNonlinearity layer) {
    double[] bias = sketch.parameter(NormNonlinearity.BIAS);
    List<int[]> fields = channels(layer.inputType());
    int reach = longest(fields) - 1;
    int in = layer.inputType().dimension();
    int wide = in + (fields.size() - 1) * reach;
    int[] apart = new int[wide];
    int[] field = new int[wide];
    Arrays.fill(apart, -1);
    int next = 0;
    for (int f = 0; f < fields.size(); f++) {
      for (int channel : fields.get(f)) {
        field[next] = f;
        apart[next++] = channel;
      }
      next += reach;
    }
    String x = sketch.toImages(rank, sketch.input(), in);
    String u =
        sketch.layer(
            sketch.linear(Rank.IMAGES, x, choice(apart, in)),
            new LocalResponseNormalization.Builder(FieldPoolingFunction.TINY, 2 * reach + 1, 1, 0.5)
                .build());
    String norms = sketch.pooled(x, in, padded(fields, -1), PoolingType.PNORM);
    int[] of = IntStream.range(0, wide).map(i -> apart[i] < 0 ? -1 : field[i]).toArray();
    double[] shift = IntStream.of(of).mapToDouble(f -> f < 0 ? 0 : -bias[f]).toArray();
    String excess =
        sketch.linear(
            Rank.IMAGES,
            norms,
            choice(of, fields.size()),
            shift,
            Activation.RELU.getActivationFunction());
    String y = sketch.combined(Op.Product, List.of(u, excess));
    sketch.fromImages(rank, sketch.linear(Rank.IMAGES, y, choice(apart, in).transposed()), in);
  }

  /** The maximum, the mean or the norm of each field, by a branch for each of these. */
  static void groupPooling(Sketch sketch, Rank rank, GroupPooling layer) {
    List<Representation> parts =
        layer.inputType().fields().stream().flatMap(f -> f.summands().stream()).toList();
    List<int[]> fields = channels(FieldType.of(layer.inputType().group(), parts));
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
    int[][] groups = padded(own, type == PoolingType.MAX ? 0 : -1);
    String pooled = sketch.pooled(x, in, groups, type);
    return chosen.length == fields.size()
        ? pooled
        : sketch.linear(Rank.IMAGES, pooled, choice(chosen, fields.size()).transposed());
  }

  /** The channels of each field. */
  private static List<int[]> channels(FieldType type) {
    return IntStream.range(0, type.size())
        .mapToObj(
            f ->
                IntStream.range(type.offset(f), type.offset(f) + type.fields().get(f).dimension())
                    .toArray())
        .toList();
  }

  private static int longest(List<int[]> fields) {
    return fields.stream().mapToInt(field -> field.length).max().orElseThrow();
  }

  /** Fields of one length: by their first channel again if {@code filling} is 0, else by -1. */
  private static int[][] padded(List<int[]> fields, int filling) {
    int length = longest(fields);
    return fields.stream()
        .map(
            field ->
                IntStream.range(0, length)
                    .map(i -> i < field.length ? field[i] : filling < 0 ? -1 : field[0])
                    .toArray())
        .toArray(int[][]::new);
  }

  /** The matrix whose row i picks a channel, none for -1. */
  private static Matrix choice(int[] channels, int of) {
    return Matrix.generate(channels.length, of, (i, j) -> channels[i] == j ? 1 : 0);
  }
}
