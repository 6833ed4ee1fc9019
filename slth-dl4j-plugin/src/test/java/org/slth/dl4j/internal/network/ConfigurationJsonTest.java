package org.slth.dl4j.internal.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;
import org.slth.dl4j.graph.KOrderLayer;
import org.slth.dl4j.graph.MessagePassing;
import org.slth.dl4j.layer.FieldActivation;
import org.slth.dl4j.layer.FieldBatchNormalization;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.pruning.LayerSettings;
import org.slth.representation.FieldType;

class ConfigurationJsonTest {

  private static final String DENSE = "org.deeplearning4j.nn.conf.layers.DenseLayer";

  private static DenseLayer dense() {
    return new DenseLayer.Builder()
        .nIn(3)
        .nOut(4)
        .activation(new ActivationLReLU(0.25))
        .weightInit(new NormalDistribution(0, 0.5))
        .updater(new Adam(new StepSchedule(ScheduleType.EPOCH, 0.1, 0.5, 7)))
        .weightNoise(new DropConnect(0.5))
        .constrainWeights(new MaxNormConstraint(2, 1))
        .l2(1e-3)
        .dropOut(0.8)
        .hasBias(false)
        .name("first")
        .build();
  }

  private static OutputLayer output() {
    return new OutputLayer.Builder(new LossMCXENT()).nIn(4).nOut(2).build();
  }

  private static Stream<Object> configurations() {
    FieldType type = FieldType.parse("C4: 2*regular + trivial");
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder().list().layer(dense()).layer(output()).build());
    return Stream.of(
        dense(),
        network.getLayerWiseConfigurations().getConf(0).getLayer(),
        network.getLayerWiseConfigurations().getConf(1).getLayer(),
        new ConvolutionLayer.Builder(3, 2)
            .nIn(1)
            .nOut(2)
            .convolutionMode(ConvolutionMode.Same)
            .build(),
        new LSTM.Builder().nIn(3).nOut(4).build(),
        new BatchNormalization.Builder().nOut(3).eps(1e-7).build(),
        new SubsamplingLayer.Builder(2, 2).build(),
        new ActivationLayer(Activation.SOFTPLUS),
        new ElementWiseVertex(ElementWiseVertex.Op.Max),
        new ScaleVertex(-2.5),
        new SteerableConvolution2D.Builder(type, type)
            .kernelSize(5)
            .padding(2)
            .hasBias(false)
            .build(),
        new FieldActivation.Builder(type).activation(Activation.TANH).build(),
        new FieldBatchNormalization.Builder(type).build(),
        new KOrderLayer.Builder(2, 1, 3, 4).build(),
        new MessagePassing.Builder(3, 4).build());
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void aConfigurationIsMadeAgainOfItsSettings(Object configuration) {
    LayerSettings settings = ConfigurationJson.neutral(configuration).settings();
    assertEquals(configuration.getClass().getName(), settings.type());
    assertEquals(configuration, ConfigurationJson.configuration(settings));
  }

  @Test
  void settingsAreWhatTheLayerSays() {
    LayerSettings settings = ConfigurationJson.neutral(dense()).settings();
    assertEquals(3, settings.integer("nin"));
    assertEquals(false, settings.flag("hasBias"));
    assertEquals("first", settings.text("layerName"));
    assertTrue(Double.isNaN(settings.number("biasInit")));
    assertEquals(0.25, settings.nested("activationFn").number("alpha"));
    assertEquals(
        List.of(3, 2),
        ConfigurationJson.neutral(new ConvolutionLayer.Builder(3, 2).build())
            .settings()
            .integers("kernelSize"));
  }

  /** What is not set must not be what Java makes of it, such as gains of zero. */
  @ParameterizedTest
  @MethodSource("defaults")
  void whatIsNotSetIsAsTheBuilderLeavesIt(Object configuration) {
    LayerSettings settings =
        LayerSettings.of(configuration.getClass().getName()).with("nin", 3).with("nout", 3);
    Object made = ConfigurationJson.configuration(settings);
    assertEquals(configuration, made);
    assertNotEquals(configuration, ConfigurationJson.configuration(settings.with("nin", 4)));
  }

  private static Stream<Object> defaults() {
    return Stream.of(
        new DenseLayer.Builder().nIn(3).nOut(3).build(),
        new OutputLayer.Builder().nIn(3).nOut(3).build(),
        new ConvolutionLayer.Builder().nIn(3).nOut(3).build(),
        new LSTM.Builder().nIn(3).nOut(3).build(),
        new ElementWiseMultiplicationLayer.Builder().nIn(3).nOut(3).build());
  }

  @Test
  void whatIsNotSetOfAPartOrVertexIsAsItsConstructorLeavesIt() {
    assertEquals(
        new ActivationLayer(new ActivationLReLU()),
        ConfigurationJson.configuration(
            LayerSettings.of(ActivationLayer.class.getName())
                .with("activationFn", LayerSettings.of(ActivationLReLU.class.getName()))));
    assertEquals(
        new L2NormalizeVertex(),
        ConfigurationJson.configuration(LayerSettings.of(L2NormalizeVertex.class.getName())));
  }

  @Test
  void aPartHasOnlyItsSettings() {
    LayerSettings settings =
        LayerSettings.of(DENSE)
            .with(
                "activationFn",
                LayerSettings.of(ActivationLReLU.class.getName()).with("slope", 0.25));
    assertEquals(
        ActivationLReLU.class.getName() + " has no setting slope; it has alpha",
        assertThrows(
                IllegalArgumentException.class, () -> ConfigurationJson.configuration(settings))
            .getMessage());
  }

  @Test
  void aPartIsMadeToo() {
    Object made =
        ConfigurationJson.configuration(
            LayerSettings.of(OutputLayer.class.getName())
                .with("nin", 3)
                .with("nout", 4)
                .with("lossFn", LayerSettings.of(LossBinaryXENT.class.getName()))
                .with(
                    "activationFn",
                    LayerSettings.of(ActivationLReLU.class.getName()).with("alpha", 0.25)));
    assertEquals(
        new OutputLayer.Builder(new LossBinaryXENT())
            .nIn(3)
            .nOut(4)
            .activation(new ActivationLReLU(0.25))
            .build(),
        made);
  }

  @Test
  void noClassIsMadeInThePlaceOfAnother() {
    LayerSettings settings =
        LayerSettings.of(DENSE).with("activationFn", LayerSettings.of("java.util.ArrayList"));
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> ConfigurationJson.configuration(settings))
            .getMessage();
    assertTrue(message.contains("java.util.ArrayList"), message);
    assertTrue(message.contains("IActivation"), message);
  }

  @Test
  void classesAreFoundByThreadsWithOtherLoaders() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
      assertEquals(
          new DenseLayer.Builder().nIn(3).nOut(3).build(),
          ConfigurationJson.configuration(LayerSettings.of(DENSE).with("nin", 3).with("nout", 3)));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void whatDl4jCannotWriteIsSaid() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> ConfigurationJson.neutral(new Unwritable()).settings())
            .getMessage();
    assertTrue(message.startsWith("DL4J cannot write " + Unwritable.class.getName()), message);
  }

  /** A fault: its JSON never ends. */
  @SuppressWarnings("serial")
  static final class Unwritable extends ActivationLayer {

    Unwritable() {
      super(Activation.RELU);
    }

    /** Returns this layer. */
    @SuppressWarnings("unused")
    public Unwritable getSelf() {
      return this;
    }
  }
}
