package org.slth.dl4j.export;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex.Op;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.nd4j.linalg.activations.Activation;
import org.slth.algebra.Matrix;
import org.slth.dl4j.internal.FieldPoolingFunction;
import org.slth.dl4j.internal.network.Rank;
import org.slth.dl4j.layer.NormNonlinearity;

/**
 * y = u max(|v| - b, 0) with u = v / |v|: DL4J's local response normalisation divides a channel by
 * the root of the sum of squares over its neighbours, so fields are set apart by as many empty
 * channels as the window reaches.
 */
final class NormForm {

  private final Sketch sketch;
  private final int inputs;
  private final List<int[]> fields;
  private final int reach;
  private final int[] channel; // for each channel of those set apart the one of the input, or -1
  private final int[] field; // its field, or -1

  private NormForm(Sketch sketch, NormNonlinearity layer) {
    this.sketch = sketch;
    this.inputs = layer.inputType().dimension();
    this.fields = Choice.channels(layer.inputType());
    this.reach = Choice.longest(fields) - 1;
    this.channel = new int[inputs + (fields.size() - 1) * reach];
    this.field = new int[channel.length];
    Arrays.fill(channel, -1);
    Arrays.fill(field, -1);
    int next = 0;
    for (int f = 0; f < fields.size(); f++) {
      for (int c : fields.get(f)) {
        field[next] = f;
        channel[next++] = c;
      }
      next += reach;
    }
  }

  /** Draws the layer. */
  static void draw(Sketch sketch, Rank rank, NormNonlinearity layer) {
    NormForm form = new NormForm(sketch, layer);
    String x = sketch.toImages(rank, sketch.input(), form.inputs);
    Matrix apart = Choice.of(form.channel, form.inputs);
    String u = sketch.layer(sketch.linear(Rank.IMAGES, x, apart), form.normalization());
    String y = sketch.combined(Op.Product, List.of(u, form.excess(x)));
    String together = sketch.linear(Rank.IMAGES, y, apart.transposed());
    sketch.fromImages(rank, together, form.inputs);
  }

  private Layer normalization() {
    return new LocalResponseNormalization.Builder(FieldPoolingFunction.TINY, 2 * reach + 1, 1, 0.5)
        .build();
  }

  /** By how much each norm exceeds its bias, for the channels of its field. */
  private String excess(String x) {
    String norms = sketch.pooled(x, inputs, Choice.padded(fields, false), PoolingType.PNORM);
    double[] bias = sketch.parameter(NormNonlinearity.BIAS);
    double[] shift = IntStream.of(field).mapToDouble(f -> f < 0 ? 0 : -bias[f]).toArray();
    return sketch.linear(
        Rank.IMAGES,
        norms,
        Choice.of(field, fields.size()),
        shift,
        Activation.RELU.getActivationFunction());
  }
}
