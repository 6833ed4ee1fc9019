package org.slth.examples.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.slth.dl4j.training.MaskScore;
import org.slth.dl4j.training.MaskTraining;
import org.slth.examples.CommonOptions;
import org.slth.examples.Figures;
import org.slth.examples.doctor.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a step of mask training costs beside a step of its inner updater alone. */
@Command(
    name = "mask-step",
    description = {
      "Trains a mask and, in turn, the weights of the same network with the same inner updater.",
      "Then chooses the highest of more and more scores."
    })
final class MaskStep implements Callable<Integer> {

  private static final int CLASSES = 10;
  private static final int PIXELS = 28;
  private static final int SMALLEST = 784 * 10;

  @Mixin private CommonOptions options = new CommonOptions();
  @Mixin private BenchOptions repetitions = new BenchOptions();

  @Option(names = "--batch", defaultValue = "64", description = "Batch size: ${DEFAULT-VALUE}.")
  private int batch = 1;

  @Option(
      names = "--steps",
      defaultValue = "60",
      description = "Steps of a perceptron in a round, the others in proportion: ${DEFAULT-VALUE}.")
  private int steps = 1;

  @Override
  public Integer call() throws IOException {
    Figures figures = new Figures();
    Machine.here().addTo(figures);
    INDArray flat = Nd4j.rand(batch, PIXELS * PIXELS);
    Map<String, List<Timing>> events = new LinkedHashMap<>();
    events.put("perceptron 784-300-100-10", training(false, flat, steps));
    INDArray images = flat.reshape(batch, 1, PIXELS, PIXELS);
    events.put("convolutions 16 and 32, dense 64", training(true, images, 1 + steps / 10));
    events.put("choice of the highest half, per score", choices());
    StringBuilder text = new StringBuilder(figures.toString());
    events.forEach((name, timings) -> text.append('\n').append(TimingTable.of(name, timings)));
    options.printTable(text.toString());
    options.printJson(figures.add("events", events));
    return 0;
  }

  private List<Timing> training(boolean convolutions, INDArray input, int block)
      throws IOException {
    INDArray labels = Nd4j.zeros(batch, CLASSES);
    for (int i = 0; i < batch; i++) {
      labels.putScalar(i, i % CLASSES, 1);
    }
    DataSet data = new DataSet(input, labels);
    MultiLayerNetwork plain = network(convolutions, inner());
    MultiLayerNetwork masked = network(convolutions, masks());
    MaskTraining.start(masked);
    for (int i = 0; i < 10 * block; i++) { // so many calls does C2 wait for
      plain.fit(data);
      masked.fit(data);
    }
    return repetitions
        .rounds()
        .run(
            "mask-step",
            List.of(
                Contestant.of("weights", block, () -> plain.fit(data)),
                Contestant.of("mask", block, () -> masked.fit(data))));
  }

  private static IUpdater inner() {
    return new Adam(1e-3);
  }

  private static IUpdater masks() {
    return new MaskScore.Builder(0.5).inner(inner()).build();
  }

  private static MultiLayerNetwork network(boolean convolutions, IUpdater updater) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder().updater(updater).list();
    if (convolutions) {
      layers.layer(convolution(16)).layer(pooling()).layer(convolution(32)).layer(pooling());
    } else {
      layers.layer(dense(300));
    }
    layers.layer(dense(convolutions ? 64 : 100)).layer(output());
    return initialised(
        layers.setInputType(
            convolutions
                ? InputType.convolutional(PIXELS, PIXELS, 1)
                : InputType.feedForward(PIXELS * PIXELS)));
  }

  private static MultiLayerNetwork initialised(NeuralNetConfiguration.ListBuilder layers) {
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return network;
  }

  /** Of scores ten times, a hundred and a thousand times as many. */
  private List<Timing> choices() throws IOException {
    return repetitions
        .rounds()
        .run("mask-step", List.of(choice(1), choice(10), choice(100), choice(1000)));
  }

  /** Draws the weights again and chooses. */
  private Contestant choice(int factor) {
    long scores = (long) SMALLEST * factor;
    int units = 10 * factor;
    MultiLayerNetwork network =
        initialised(
            new NeuralNetConfiguration.Builder()
                .updater(masks())
                .list()
                .layer(dense(units))
                .layer(output())
                .setInputType(InputType.feedForward(SMALLEST / 10)));
    MaskTraining.start(network);
    Contestant whole = Contestant.of("", 1000 / factor, () -> MaskTraining.project(network));
    return new Contestant() {
      @Override
      public String name() {
        return "%,d scores".formatted(scores);
      }

      @Override
      public double seconds() throws IOException {
        return whole.seconds() / scores;
      }
    };
  }

  private static DenseLayer dense(int units) {
    return new DenseLayer.Builder().nOut(units).hasBias(false).activation(Activation.RELU).build();
  }

  private static ConvolutionLayer convolution(int channels) {
    return new ConvolutionLayer.Builder(5, 5).nOut(channels).activation(Activation.RELU).build();
  }

  private static SubsamplingLayer pooling() {
    return new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build();
  }

  private static OutputLayer output() {
    return new OutputLayer.Builder()
        .nOut(CLASSES)
        .hasBias(false)
        .activation(Activation.SOFTMAX)
        .build();
  }
}
