package org.slth.examples;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.algebra.Matrix;
import org.slth.dl4j.data.LabelledImages;

/**
 * The target as a DL4J network, and the pruned source as another.
 *
 * <p>The pruned one has two dense layers for each of the target. The first copies every input
 * {@code items} times (weights 1, which ReLU leaves alone, since pixels and hidden values are not
 * negative). The second has one random sample from every copy to every output, zero where the mask
 * drops it. So each weight of the target is the sum of the samples kept between its input and its
 * output, formed by the network itself.
 */
final class PensiaNetworks {

  private static final int IMAGES_PER_BATCH = 250; // 16 MB of copies at 784 inputs and 21 items

  private PensiaNetworks() {}

  /**
   * Refuses weights that do not make a network for the images.
   *
   * @throws IllegalArgumentException if the sizes do not fit
   */
  static void requireFit(List<Matrix> target, LabelledImages images) {
    int width = images.rows() * images.columns();
    for (Matrix matrix : target) {
      if (matrix.columns() != width) {
        throw new IllegalArgumentException(
            "expected a matrix with %d columns next, got %d x %d"
                .formatted(width, matrix.rows(), matrix.columns()));
      }
      width = matrix.rows();
    }
    if (width < images.classes()) {
      throw new IllegalArgumentException(
          "expected an output for each of %d classes, got %d".formatted(images.classes(), width));
    }
  }

  static MultiLayerNetwork target(List<Matrix> target) {
    var weights =
        target.stream()
            .map(m -> Nd4j.createFromArray(m.transposed().toArray()).reshape(m.columns(), m.rows()))
            .toList();
    return network(weights);
  }

  static MultiLayerNetwork pruned(PensiaSource source, PensiaSource.Solution solution) {
    var weights = new ArrayList<INDArray>();
    for (int layer = 0; layer < source.target().size(); layer++) {
      weights.add(copies(source.target().get(layer).columns(), source.items()));
      weights.add(masked(source, solution, layer));
    }
    return network(weights);
  }

  /** {@code [inputs, inputs * items]}: copy <i>t</i> of input <i>i</i> is <i>i · items + t</i>. */
  private static INDArray copies(int inputs, int items) {
    float[] weights = new float[inputs * inputs * items];
    for (int i = 0; i < inputs; i++) {
      for (int t = 0; t < items; t++) {
        weights[(i * inputs + i) * items + t] = 1;
      }
    }
    return Nd4j.createFromArray(weights).reshape(inputs, (long) inputs * items);
  }

  /** {@code [inputs * items, outputs]}: the samples that are kept. */
  private static INDArray masked(PensiaSource source, PensiaSource.Solution solution, int layer) {
    int items = source.items();
    int outputs = source.target().get(layer).rows();
    int copies = source.target().get(layer).columns() * items;
    float[] weights = new float[copies * outputs];
    for (PensiaSource.Row row : solution.rows()) {
      if (row.layer() == layer) {
        float[] samples = source.samples(row);
        for (int c = 0; c < copies; c++) {
          boolean kept = row.keeps(c / items, c % items);
          weights[c * outputs + row.output()] = kept ? samples[c] : 0;
        }
      }
    }
    return Nd4j.createFromArray(weights).reshape(copies, outputs);
  }

  /** Dense layers without bias, ReLU between them, softmax at the end. */
  private static MultiLayerNetwork network(List<INDArray> weights) {
    var list =
        new NeuralNetConfiguration.Builder()
            .dataType(DataType.FLOAT)
            .weightInit(WeightInit.ZERO)
            .list();
    for (int i = 0; i < weights.size(); i++) {
      INDArray weight = weights.get(i);
      list.layer(layer((int) weight.size(0), (int) weight.size(1), i == weights.size() - 1));
    }
    var network = new MultiLayerNetwork(list.build());
    network.init();
    for (int i = 0; i < weights.size(); i++) {
      network.getLayer(i).getParam("W").assign(weights.get(i));
    }
    return network;
  }

  private static Layer layer(int inputs, int outputs, boolean last) {
    return last
        ? new OutputLayer.Builder()
            .nIn(inputs)
            .nOut(outputs)
            .hasBias(false)
            .activation(Activation.SOFTMAX)
            .build()
        : new DenseLayer.Builder()
            .nIn(inputs)
            .nOut(outputs)
            .hasBias(false)
            .activation(Activation.RELU)
            .build();
  }

  /** Returns the class probabilities, {@code [image, class]}. */
  static INDArray outputs(MultiLayerNetwork network, LabelledImages images) {
    var batches = new ArrayList<INDArray>();
    for (int from = 0; from < images.count(); from += IMAGES_PER_BATCH) {
      int to = Math.min(from + IMAGES_PER_BATCH, images.count());
      batches.add(network.output(pixels(images, from, to)));
    }
    return Nd4j.vstack(batches);
  }

  /** Pixels in [0, 1], row by row, not normalised. */
  private static INDArray pixels(LabelledImages images, int from, int to) {
    int width = images.rows() * images.columns();
    float[] pixels = new float[(to - from) * width];
    for (int i = 0; i < pixels.length; i++) {
      int pixel = i % width;
      pixels[i] =
          images.value(from + i / width, pixel / images.columns(), pixel % images.columns());
    }
    return Nd4j.createFromArray(pixels).reshape((long) to - from, width);
  }

  /** Returns the share of images whose most probable class is theirs. */
  static double accuracy(INDArray outputs, LabelledImages images) {
    INDArray classes = outputs.argMax(1);
    int right = 0;
    for (int i = 0; i < images.count(); i++) {
      right += classes.getInt(i) == images.label(i) ? 1 : 0;
    }
    return (double) right / images.count();
  }
}
