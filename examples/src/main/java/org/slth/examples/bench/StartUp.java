package org.slth.examples.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.layer.SteerableConvolution2D;
import org.slth.examples.CommonOptions;
import org.slth.examples.Figures;
import org.slth.examples.Slth;
import org.slth.examples.doctor.Machine;
import org.slth.group.FiniteGroup;
import org.slth.kernel.KernelBasisProvider;
import org.slth.kernel.KernelGrid;
import org.slth.representation.FieldType;
import org.slth.representation.Representation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What happens once: plugins are found, bases are made. Each round has a fresh JVM. */
@Command(
    name = "start-up",
    description = {
      "Finds plugins, makes the largest bases and a network of them, each time in a fresh JVM.",
      "Then loads the network in the same JVM."
    })
final class StartUp implements Callable<Integer> {

  private static final int IMAGE = 15;

  @Mixin private CommonOptions options = new CommonOptions();

  @Option(names = "--rounds", defaultValue = "5", description = "Fresh JVMs: ${DEFAULT-VALUE}.")
  private int rounds = 1;

  @Option(names = "--group", defaultValue = "D16", description = "Group: ${DEFAULT-VALUE}.")
  private String group = "D16";

  @Option(names = "--kernel", defaultValue = "7", description = "Kernel size: ${DEFAULT-VALUE}.")
  private int kernel = 7;

  @Option(names = "--layers", defaultValue = "6", description = "Layers: ${DEFAULT-VALUE}.")
  private int layers = 1;

  @Option(names = "--once", hidden = true, description = "Measure in this JVM.")
  private boolean once;

  @Override
  public Integer call() throws IOException {
    Figures figures = new Figures();
    if (once) {
      measured().forEach(figures::add);
    } else {
      Machine.here().addTo(figures);
      List<Map<String, Double>> measured = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        measured.add(inFreshJvm());
      }
      for (String key : measured.get(0).keySet()) {
        Quartiles seconds =
            Quartiles.of(measured.stream().mapToDouble(each -> each.get(key)).toArray());
        figures.add(key, seconds);
        figures.addLine(
            key.replace('_', ' '),
            "%s (%s to %s)"
                .formatted(
                    TimingTable.duration(seconds.median()),
                    TimingTable.duration(seconds.lower()),
                    TimingTable.duration(seconds.upper())));
      }
    }
    options.print(figures);
    return 0;
  }

  private Map<String, Double> inFreshJvm() throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Slth.class.getName(),
            "bench",
            "start-up",
            "--once",
            "--json",
            "--group=" + group,
            "--kernel=" + kernel,
            "--layers=" + layers);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String last;
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
      last = text.substring(text.lastIndexOf('\n') + 1);
    }
    Map<String, Double> seconds = new LinkedHashMap<>();
    if (last.startsWith("{")) {
      JsonNode json = new ObjectMapper().readTree(last);
      json.fieldNames().forEachRemaining(key -> seconds.put(key, json.get(key).asDouble()));
    }
    if (seconds.isEmpty()) {
      throw new IOException("expected figures from a fresh JVM, got \"%s\"".formatted(last));
    }
    return seconds;
  }

  private interface Work {
    void run() throws IOException;
  }

  private static double seconds(Work work) throws IOException {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) * 1e-9;
  }

  private Map<String, Double> measured() throws IOException {
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put("first_look_up_of_a_group", seconds(() -> FiniteGroup.named(group)));
    seconds.put("second_look_up", seconds(() -> FiniteGroup.named(group)));
    FiniteGroup named = FiniteGroup.named(group);
    Representation regular = Representation.regular(named);
    seconds.put(
        "basis_by_itself",
        seconds(
            () ->
                KernelBasisProvider.named("slth:circular-harmonic")
                    .basis(regular, regular, KernelGrid.square(kernel))));
    FieldType fields = FieldType.regular(named, 1);
    seconds.put("start_of_nd4j", seconds(() -> Nd4j.rand(1, 1)));
    INDArray images = Nd4j.rand(2, fields.dimension(), IMAGE, IMAGE);
    MultiLayerNetwork network = network(fields);
    seconds.put(
        "network_from_its_configuration_to_its_first_output",
        seconds(
            () -> {
              network.init();
              network.output(images);
            }));
    Path file = Files.createTempFile("slth", ".zip");
    network.save(file.toFile());
    seconds.put(
        "the_same_loaded",
        seconds(() -> MultiLayerNetwork.load(file.toFile(), false).output(images)));
    Files.delete(file);
    return seconds;
  }

  private MultiLayerNetwork network(FieldType fields) {
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
    for (int i = 0; i < layers; i++) {
      list.layer(
          new SteerableConvolution2D.Builder(fields, fields)
              .kernelSize(kernel)
              .padding(kernel / 2)
              .build());
    }
    return new MultiLayerNetwork(
        list.layer(new GlobalPoolingLayer.Builder().build())
            .layer(new OutputLayer.Builder().nOut(10).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.convolutional(IMAGE, IMAGE, fields.dimension()))
            .build());
  }
}
