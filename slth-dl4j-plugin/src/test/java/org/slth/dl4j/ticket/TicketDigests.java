package org.slth.dl4j.ticket;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slth.dl4j.internal.Nd4jBridge;
import org.slth.ticket.file.TicketFile;

/**
 * Writes tickets, or reads them and tells what their networks are; in a JVM and with a backend of
 * its own. A line is the name, the SHA-256 of all weights, and the outputs for one input.
 */
final class TicketDigests {

  private TicketDigests() {}

  /** Arguments: write or read, and a directory. */
  public static void main(String... arguments) throws IOException {
    PrintStream results = System.out;
    System.setOut(System.err); // DL4J prints there
    Path directory = Path.of(arguments[1]);
    results.println(
        "Java %d, %s"
            .formatted(
                Runtime.version().feature(),
                Nd4j.getBackend().buildInfo().contains("HAVE_ONEDNN") ? "oneDNN" : "no oneDNN"));
    if (arguments[0].equals("write")) {
      for (TicketNetworks.Made made : TicketNetworks.all().toList()) {
        String name = made.name().replace(':', '-');
        made.file().write(directory.resolve(name + ".slt"));
        results.println(line(name, made.network()));
      }
    } else {
      for (Path file : files(directory)) {
        Model network = TicketRestorer.standard().network(TicketFile.read(file));
        String name = String.valueOf(file.getFileName());
        results.println(line(name.substring(0, name.length() - 4), network));
      }
    }
    System.exit(0);
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private static String line(String name, Model network) {
    String outputs =
        Arrays.stream(Nd4jBridge.toDoubles(output(network)))
            .mapToObj(Double::toString)
            .collect(Collectors.joining(" "));
    return name + " " + sha256(network) + " " + outputs;
  }

  private static String sha256(Model network) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, INDArray> each : NetworkFrame.parameters(network).entrySet()) {
        double[] values = Nd4jBridge.toDoubles(each.getValue());
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
        Arrays.stream(values).forEach(bytes::putDouble);
        digest.update(bytes.array());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static INDArray output(Model network) {
    if (network instanceof MultiLayerNetwork chain) {
      INDArray x = TicketNetworks.takesImages(chain) ? numbers(2, 1, 8, 8) : numbers(4, 6);
      return chain.output(x.castTo(chain.params().dataType()), false);
    }
    ComputationGraph graph = (ComputationGraph) network;
    return graph.getNumInputArrays() == 1
        ? graph.output(numbers(4, 6))[0]
        : graph.output(Nd4j.createFromArray(new float[][] {{2}, {3}}), numbers(5, 3))[0];
  }

  /** Numbers of our own, since those of ND4J depend on its build. */
  private static INDArray numbers(long... shape) {
    SplittableRandom random = new SplittableRandom(4);
    float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return Nd4j.createFromArray(values).reshape('c', shape);
  }
}
