package org.slth.dl4j.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.BaseInputPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.slth.representation.FieldType;

/** The gradient by a network's input is left out only where nobody can ask for it. */
class InputGradientTest {

  private static final List<Double> SEEN = new ArrayList<>(); // by the preprocessor, going back

  private final INDArray images = Nd4j.rand(2, 1, 7, 7);
  private final INDArray labels = Nd4j.eye(2);

  /** Notes how large the gradient is that the first layer returns. */
  private static final class Noting extends BaseInputPreProcessor {

    private static final long serialVersionUID = 1;

    @Override
    public INDArray preProcess(INDArray input, int miniBatchSize, LayerWorkspaceMgr workspaceMgr) {
      return input;
    }

    @Override
    public INDArray backprop(INDArray output, int miniBatchSize, LayerWorkspaceMgr workspaceMgr) {
      SEEN.add(output.norm2Number().doubleValue());
      return output;
    }

    @Override
    public InputType getOutputType(InputType inputType) {
      return inputType;
    }
  }

  private static MultiLayerNetwork network() {
    FieldType grey = FieldType.parse("C4: 1*trivial");
    FieldType fields = FieldType.parse("C4: 2*regular");
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .list()
                .layer(new SteerableConvolution2D.Builder(grey, fields).kernelSize(3).build())
                .layer(new GlobalPoolingLayer())
                .layer(
                    new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .activation(Activation.SOFTMAX)
                        .nOut(2)
                        .build())
                .inputPreProcessor(0, new Noting())
                .setInputType(InputType.convolutional(7, 7, 1))
                .build());
    network.init();
    SEEN.clear();
    return network;
  }

  @Test
  void fittingLeavesItOut() {
    network().fit(new DataSet(images, labels));
    assertEquals(List.of(0.0), SEEN);
  }

  @Test
  void whoAsksGetsIt() {
    INDArray gradient = network().calculateGradients(images, labels, null, null).getSecond();
    assertTrue(gradient.norm2Number().doubleValue() > 1e-6, gradient::toString);
  }

  @Test
  void errorsFromOutsideComeThrough() {
    MultiLayerNetwork network = network();
    network.calculateGradients(images, labels, null, null); // makes room for gradients
    network.getLayer(0).activate(images, true, LayerWorkspaceMgr.noWorkspaces());
    INDArray byInput =
        network
            .getLayer(0)
            .backpropGradient(Nd4j.ones(2, 8, 5, 5), LayerWorkspaceMgr.noWorkspaces())
            .getSecond();
    assertTrue(byInput.norm2Number().doubleValue() > 1e-6, byInput::toString);
  }
}
