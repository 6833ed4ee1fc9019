package org.slth.dl4j.training;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Each mistake is met with what was expected, what came, and how to mend it. */
class MaskMistakesTest {

  @TempDir private Path folder;

  private static void assertRefused(Executable action, String... parts) {
    RuntimeException error = assertThrows(RuntimeException.class, action);
    boolean right =
        error instanceof IllegalArgumentException || error instanceof IllegalStateException;
    assertTrue(right, () -> "not of a standard type: " + error);
    for (String part : parts) {
      assertTrue(error.getMessage().contains(part), error::getMessage);
    }
  }

  private static MultiLayerNetwork started(NeuralNetConfiguration.Builder configuration) {
    MultiLayerNetwork network = Masks.network(configuration);
    MaskTraining.start(network);
    return network;
  }

  private static NeuralNetConfiguration.Builder configuration() {
    return Masks.configuration(Masks.score(Masks.KEEP).build());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(doubles = {0, -0.1, 1.5, Double.NaN})
  void fractionsOutOfRange(double fraction) {
    assertRefused(
        () -> new MaskScore.Builder(fraction).build(),
        "expected keepFraction in (0, 1], got " + fraction,
        "it is the fraction that stays");
  }

  @Test
  void masksOfMasks() {
    assertRefused(
        () -> new MaskScore.Builder(0.5).inner(Masks.score(0.5).build()).build(),
        "expected an inner updater that moves scores, such as Adam, got another MaskScore");
  }

  @Test
  void unknownNames() {
    assertRefused(
        () -> new MaskScore.Builder(0.5).strategy("slth:edge-poppy").build(),
        "slth:edge-poppy",
        "slth:edge-popup");
    assertRefused(
        () -> new MaskScore.Builder(0.5).option("temperature", 1).build(),
        "slth:edge-popup has no option temperature");
    assertRefused(
        () -> new MaskScore.Builder(0.5).strategy("slth:global-threshold").option("to", -1).build(),
        "expected to to be a whole number of 0 or more, got -1.0");
  }

  @Test
  void networksWithoutWeights() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            configuration()
                .list()
                .layer(new ActivationLayer(Activation.TANH))
                .layer(
                    new LossLayer.Builder(LossFunctions.LossFunction.MSE)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
    network.init();
    assertRefused(() -> MaskTraining.start(network), "expected a layer with weights", "found none");
  }

  @Test
  void networksWithAnotherUpdater() {
    MultiLayerNetwork network = Masks.network(new Adam(1e-2));
    assertRefused(
        () -> MaskTraining.start(network),
        "expected a layer with weights whose updater is a MaskScore, found none",
        "set it with updater(...)");
  }

  @Test
  void trainingThatHasNotStarted() {
    MultiLayerNetwork network = Masks.network(configuration());
    String message = "mask training has not started: call MaskTraining.start(network) once";
    assertRefused(() -> network.fit(Masks.data()), message);
    assertRefused(() -> MaskTraining.project(network), message);
    assertTrue(MaskTraining.states(network).isEmpty(), "no states");
  }

  @Test
  void networksSavedWithoutTheirScores() throws IOException {
    File file = folder.resolve("network.zip").toFile();
    ModelSerializer.writeModel(started(configuration()), file, false);
    MultiLayerNetwork network = ModelSerializer.restoreMultiLayerNetwork(file, false);
    String message =
        "the scores of 0_W are gone, as when a network is saved, averaged or transferred without"
            + " its updater: call MaskTraining.start(network)";
    assertRefused(() -> network.fit(Masks.data()), message);
    assertRefused(() -> MaskTraining.project(network), message);
  }

  @Test
  void statesOfAnotherSeed() {
    MultiLayerNetwork network =
        started(Masks.configuration(Masks.score(Masks.KEEP).seed(12).build()));
    network.getUpdater().setStateViewArray(network, Masks.state(started(configuration())), false);
    assertRefused(
        () -> network.fit(Masks.data()),
        "the weights of 0_W are not those of seed 12 and law SIGNED_CONSTANT",
        "the saved state is of another configuration");
  }

  @Test
  void typesTooShort() {
    MultiLayerNetwork network = Masks.network(configuration().dataType(DataType.valueOf("HALF")));
    assertRefused(
        () -> MaskTraining.start(network),
        "masks are trained in networks of type FLOAT or DOUBLE, got HALF");
  }

  @Test
  void whatMovesWeights() {
    assertRefused(
        () -> started(configuration().weightDecay(1e-3)),
        "weight decay moves weights that a mask must leave alone: use L2 regularization");
    assertRefused(
        () -> started(configuration().constrainWeights(new MaxNormConstraint(1, 1))),
        "a constraint moves weights that a mask must leave alone: take MaxNormConstraint off W");
    started(configuration().constrainBias(new MaxNormConstraint(1, 1)));
    assertRefused(
        () -> started(configuration().optimizationAlgo(OptimizationAlgorithm.LBFGS)),
        "expected the optimization algorithm STOCHASTIC_GRADIENT_DESCENT, got LBFGS");
  }

  @Test
  void biasesThatLieWhereWeightsAreUpdated() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            configuration()
                .list()
                .layer(new SeparableConvolution2D.Builder(3, 3).nOut(4).build())
                .layer(Masks.output())
                .setInputType(InputType.convolutional(7, 7, 3))
                .build());
    network.init();
    assertRefused(
        () -> MaskTraining.start(network),
        "parameter 0_W lies at 4, and DL4J's updater takes it to be at 0",
        "hasBias(false)");
  }
}
