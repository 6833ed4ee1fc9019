package org.slth.dl4j.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex.Op;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.slth.dl4j.internal.FieldRun;
import org.slth.dl4j.internal.GatedRun;
import org.slth.dl4j.internal.network.Rank;
import org.slth.dl4j.layer.GatedNonlinearity;

/** y = v s(g), the product of two linear layers, plus σ(x) on trivial fields. */
final class GatedForm {

  private final Sketch sketch;
  private final Rank rank;
  private final int inputs;
  private final IActivation activation;
  private final int[] values; // for each output channel its input, -1 where there is no gate
  private final int[] gates; // for each output channel its gate, or -1
  private final int[] plain; // for each output channel its input, -1 where there is a gate

  private GatedForm(Sketch sketch, Rank rank, GatedNonlinearity layer) {
    this.sketch = sketch;
    this.rank = rank;
    this.inputs = layer.inputType().dimension();
    this.activation = layer.activation();
    int outputs = layer.outputType().dimension();
    this.gates = new int[outputs];
    Arrays.fill(gates, -1);
    for (GatedRun run : GatedRun.of(layer.outputType())) {
      FieldRun gate = run.gates();
      for (int i = 0; gate != null && i < run.fields().count() * run.fields().dimension(); i++) {
        gates[run.fields().channel() + i] = gate.channel() + i / run.fields().dimension();
      }
    }
    this.values = IntStream.range(0, outputs).map(c -> gates[c] < 0 ? -1 : c).toArray();
    this.plain = IntStream.range(0, outputs).map(c -> gates[c] < 0 ? c : -1).toArray();
  }

  /**
   * Draws the layer.
   *
   * @param shared whether others see what it is fed
   */
  static void draw(Sketch sketch, Rank rank, GatedNonlinearity layer, boolean shared) {
    GatedForm form = new GatedForm(sketch, rank, layer);
    List<String> terms = new ArrayList<>();
    if (IntStream.of(form.plain).anyMatch(c -> c >= 0)) {
      terms.add(form.activated(shared));
    }
    if (IntStream.of(form.gates).anyMatch(c -> c >= 0)) {
      terms.add(form.product());
    }
    if (terms.size() > 1) {
      sketch.combined(Op.Add, terms);
    }
  }

  private String product() {
    IActivation sigmoid = Activation.SIGMOID.getActivationFunction();
    String v = sketch.linear(rank, sketch.input(), Choice.of(values, inputs));
    String s =
        sketch.linear(rank, sketch.input(), Choice.of(gates, inputs), new double[0], sigmoid);
    return sketch.combined(Op.Product, List.of(v, s));
  }

  /** σ(x) on the channels that are plain, 0 on others. */
  private String activated(boolean shared) {
    int[] chosen = IntStream.of(plain).filter(c -> c >= 0).toArray();
    if (chosen.length == inputs) {
      return sketch.activated(rank, sketch.input(), inputs, activation, shared);
    }
    String mapped =
        sketch.linear(rank, sketch.input(), Choice.of(chosen, inputs), new double[0], activation);
    return sketch.linear(rank, mapped, Choice.of(chosen, plain.length).transposed());
  }
}
