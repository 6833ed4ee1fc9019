package org.slth.examples.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.examples.CommonOptions;
import org.slth.examples.Figures;
import org.slth.examples.doctor.Machine;
import org.slth.ticket.Mask;
import org.slth.ticket.MaskTicket;
import org.slth.ticket.MaskTicketArray;
import org.slth.ticket.SourceDraw;
import org.slth.ticket.SubsetSumTicket;
import org.slth.ticket.WeightLaw;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How fast the weights of a ticket are made again from its seed. */
@Command(
    name = "rebuild",
    description = {
      "Draws the random weights of tickets again, beside writing as many zeros.",
      "Of a subset-sum ticket all candidates count, of which those kept are drawn, and DL4J's",
      "network is made as well."
    })
final class Rebuild implements Callable<Integer> {

  private static final int BLOCK = 4096;
  private static final double VARIANCE = 2.0 / 784;

  @Mixin private CommonOptions options = new CommonOptions();
  @Mixin private BenchOptions repetitions = new BenchOptions();

  @Option(
      names = "--weights",
      defaultValue = "10000000",
      description = "Weights in the array (default: ${DEFAULT-VALUE}).")
  private int weights = 1;

  @Option(
      names = "--hidden",
      defaultValue = "300",
      description =
          "Hidden units of the perceptron whose subset sums are rebuilt: ${DEFAULT-VALUE}.")
  private int hidden = 1;

  @Override
  public Integer call() throws IOException {
    List<Contestant> contestants = new ArrayList<>();
    float[] array = new float[weights];
    contestants.add(perNumber("zeros written", weights, () -> Arrays.fill(array, 0)));
    for (WeightLaw law : WeightLaw.values()) {
      contestants.add(draws(law));
    }
    contestants.add(perNumber("uniform, one by one", weights, () -> oneByOne(array)));
    contestants.add(mask());
    contestants.add(subsetSums());
    List<Timing> timings = repetitions.rounds().run("rebuild", contestants);
    Figures figures = new Figures();
    Machine.here().addTo(figures);
    Map<String, Double> rates = new LinkedHashMap<>();
    timings.forEach(timing -> rates.put(timing.name(), 1 / timing.seconds().median()));
    figures.add("weights_per_second", rates).add("timings", timings);
    rates.forEach(
        (name, rate) ->
            figures.addLine(
                name, String.format(Locale.ROOT, "%,.0f million a second", rate / 1e6)));
    options.printTable(figures + "\n" + TimingTable.of("weight", timings));
    options.printJson(figures);
    return 0;
  }

  private static Contestant perNumber(String name, long count, Runnable work) {
    Contestant whole = Contestant.of(name, 1, work);
    return new Contestant() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public double seconds() throws IOException {
        return whole.seconds() / count;
      }
    };
  }

  /** Again and again into a block that stays in the cache. */
  private Contestant draws(WeightLaw law) {
    SourceDraw stream = SourceDraw.of(options.seed());
    String name = law.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", in rows";
    float[] block = new float[Math.min(weights, BLOCK)];
    return perNumber(
        name,
        weights / block.length * (long) block.length,
        () -> {
          for (int from = 0; from + block.length <= weights; from += block.length) {
            law.draw(stream, from, VARIANCE, block);
          }
        });
  }

  private void oneByOne(float[] array) {
    SourceDraw stream = SourceDraw.of(options.seed());
    for (int i = 0; i < array.length; i++) {
      array[i] = WeightLaw.UNIFORM.draw(stream, i, VARIANCE);
    }
  }

  private Contestant mask() {
    long[] words = new SplittableRandom(1).longs((weights + 63L) / 64).toArray();
    Mask half = Mask.of(BitSet.valueOf(words).get(0, weights), weights);
    var run = new MaskTicketArray.Run(weights, VARIANCE);
    var array = new MaskTicketArray("W", 0, List.of(run), half, List.of(), 0);
    var ticket = new MaskTicket(options.seed(), WeightLaw.SIGNED_CONSTANT, List.of(array));
    return perNumber("mask ticket, half of it kept", weights, () -> ticket.weights(array));
  }

  private Contestant subsetSums() {
    MultiLayerNetwork target = target();
    SubsetSumTicket ticket =
        new SubsetSumPruner.Builder(options.seed())
            .solver("slth:fewest")
            .nonNegativeInput(true)
            .build()
            .prune(target)
            .ticket();
    long candidates =
        ticket.layers().stream()
            .mapToLong(layer -> layer.copies().size() + (long) layer.coefficients().size())
            .sum();
    return perNumber(
        "subset-sum ticket, as a network",
        candidates,
        () -> SubsetSumPruner.rebuild(ticket, target));
  }

  private MultiLayerNetwork target() {
    MultiLayerNetwork target =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(options.seed())
                .list()
                .layer(
                    new DenseLayer.Builder()
                        .nOut(hidden)
                        .hasBias(false)
                        .activation(Activation.RELU)
                        .build())
                .layer(
                    new OutputLayer.Builder()
                        .nOut(10)
                        .hasBias(false)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.feedForward(784))
                .build());
    target.init();
    return target;
  }
}
