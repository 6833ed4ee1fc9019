package org.slth.dl4j.ticket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.slth.dl4j.internal.Nd4jBridge;
import org.slth.dl4j.ticket.TicketNetworks.Made;
import org.slth.ticket.MaskTicket;
import org.slth.ticket.file.TicketFile;

class TicketRestorerTest {

  @TempDir private Path directory;

  static Stream<Made> networks() {
    return TicketNetworks.all();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void makesTheNetworkBitForBit(Made made) throws IOException {
    Path path = directory.resolve("ticket.slt");
    made.file().write(path);
    Model again = TicketRestorer.standard().network(TicketFile.read(path));
    assertEquals(made.network().getClass(), again.getClass());
    Map<String, INDArray> expected = NetworkFrame.parameters(made.network());
    Map<String, INDArray> restored = NetworkFrame.parameters(again);
    assertEquals(expected.keySet(), restored.keySet());
    expected.forEach((name, array) -> assertSameBits(name, array, restored.get(name)));
  }

  private static void assertSameBits(String name, INDArray expected, INDArray restored) {
    assertEquals(expected.dataType(), restored.dataType(), name);
    assertArrayEquals(expected.shape(), restored.shape(), name);
    assertArrayEquals(Nd4jBridge.toDoubles(expected), Nd4jBridge.toDoubles(restored), name);
  }

  @Test
  void copiedLayersAndTrainedBiasesAreInTheFile() {
    Made steerable =
        TicketNetworks.subsetSums()
            .filter(made -> made.name().equals("steerable"))
            .findFirst()
            .orElseThrow();
    assertTrue(steerable.file().parameters().size() > 0, "the norms' biases");
    Made mask = TicketNetworks.masks().findFirst().orElseThrow();
    assertEquals(
        List.of("0_b", "1_b"), mask.file().parameters().stream().map(each -> each.name()).toList());
    assertInstanceOf(MaskTicket.class, mask.file().ticket());
    assertNotEquals(0, mask.file().parameters().get(0).values()[0]);
  }

  @Test
  void provenanceNamesVersions() {
    TicketFile file = TicketNetworks.pruned("dense", TicketNetworks.dense(new Sgd())).file();
    assertEquals("1.0.0-M2.1", file.provenance().get("dl4j"));
    assertEquals("1.0.0-M2.1", file.provenance().get("nd4j"));
    assertEquals("dense", file.provenance().get("test"));
    assertTrue(file.provenance().keySet().containsAll(List.of("slth", "java", "backend")));
  }

  /** What a file may not do; the control is that the file as it is can be read. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"nin\":6|\"nin\":7|expected candidates for 8 inputs",
        "\"nin\":6|\"nin\":2000000000|the ticket has room for",
        "\"nin\":6|\"nin\":4000000000000000000|the ticket has room for",
        "\"nin\":6|\"nin\":-6|",
        "\"nout\":8|\"nout\":2147483647|the ticket has room for",
        "impl.ActivationReLU|impl.ActivationNone|DL4J cannot read this configuration",
        "org.nd4j.linalg.activations.impl.ActivationReLU|org.slth.dl4j.ticket.Evil|the"
            + " configuration names the class org.slth.dl4j.ticket.Evil",
        "org.nd4j.linalg.activations.impl.ActivationReLU|org.deeplearning4j.nn.conf.layers.DenseLayer<org.slth.dl4j.ticket.Evil>|expected"
            + " the name of a class",
        "org.nd4j.linalg.activations.impl.ActivationReLU|org.deeplearning4j.nn.conf.layers.DenseLayer|DL4J"
            + " cannot read this configuration",
        "org.deeplearning4j.nn.weights.WeightInitXavier\"|org.deeplearning4j.nn.weights.WeightInitDistribution\","
            + " \"distribution\":{\"type\":\"org.slth.dl4j.ticket.Evil\"}|the configuration names"
            + " the class org.slth.dl4j.ticket.Evil",
        "\"nin\":6|\"nin\":6, \"nin\":7|the configuration is no JSON: Duplicate field 'nin'",
        "\"nin\":6|\"nin\":6666666666666666666666666666666666666666666666666666666666666666666|expected"
            + " a configuration at most",
      })
  void refusesWhatDoesNotFit(String original, String changed, String message) {
    TicketFile file = TicketNetworks.pruned("dense", TicketNetworks.dense(new Sgd())).file();
    assertInstanceOf(MultiLayerNetwork.class, TicketRestorer.standard().network(file));
    String json =
        file.configuration()
            .replaceFirst(Pattern.quote(original), Matcher.quoteReplacement(changed));
    assertNotEquals(json, file.configuration());
    assertRefused(with(file, json), message == null ? "" : message);
    assertNull(System.getProperty(Evil.TRACE), "a class was loaded");
  }

  @Test
  void refusesDeepNesting() {
    TicketFile file = TicketNetworks.pruned("dense", TicketNetworks.dense(new Sgd())).file();
    String deep = "{\"confs\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertRefused(with(file, deep), "expected a configuration at most 64 deep");
    assertRefused(with(file, "null"), "");
    assertRefused(with(file, "[]"), "");
    assertRefused(with(file, "{}"), "");
    assertRefused(with(file, ""), "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C4: |C100000: |expected a field type with numbers of at most 1024",
        "C4: |S11: |expected a field type with numbers of at most 1024 and groups up to S8",
        "\"kernelSize\":3|\"kernelSize\":100000|expected kernelSize of at most 64, got 100000",
        "\"kernelSize\":3|\"kernelSize\":5|the ticket of layer 0 (SteerableConvolution2D) has"
            + " masks",
      })
  void refusesLayersOfSlthThatWouldCostTooMuch(String original, String changed, String message) {
    TicketFile file =
        TicketNetworks.pruned("steerable", TicketNetworks.steerable(new Sgd())).file();
    String json = file.configuration().replace(original, changed);
    assertNotEquals(json, file.configuration());
    assertRefused(with(file, json), message);
  }

  /** DL4J stores the shapes of SameDiff layers too, and these were left as they are. */
  @Test
  void shapesAreAskedOfLayersAndNotOfTheFile() {
    TicketFile file =
        TicketNetworks.subsetSums()
            .filter(made -> made.name().equals("tensors"))
            .findFirst()
            .orElseThrow()
            .file();
    for (String changed : new String[] {"\"nOut\":2000000", "\"nOut\":2147483647"}) {
      String json = file.configuration().replace("\"nOut\":4", changed);
      assertNotEquals(json, file.configuration());
      assertRefused(with(file, json), "the ticket has room for");
    }
  }

  @Test
  void aThirdPartysLayerIsAllowedByName() {
    MultiLayerNetwork target = TicketNetworks.dense(new Sgd());
    target.getLayerWiseConfigurations().getConf(0).getLayer().setIDropout(new OwnDropout());
    TicketFile file = TicketNetworks.pruned("own", target).file();
    assertRefused(file, "the configuration names the class " + OwnDropout.class.getName());
    Model allowed = TicketRestorer.standard().allowing(OwnDropout.class).network(file);
    assertEquals(Nd4j.dataType(), allowed.params().dataType());
  }

  private static void assertRefused(TicketFile file, String message) {
    String refusal =
        assertThrows(IllegalArgumentException.class, () -> TicketRestorer.standard().network(file))
            .getMessage();
    assertTrue(refusal.startsWith(message), refusal);
  }

  private static TicketFile with(TicketFile file, String configuration) {
    return new TicketFile(
        file.kind(), configuration, file.ticket(), file.parameters(), file.provenance());
  }
}
