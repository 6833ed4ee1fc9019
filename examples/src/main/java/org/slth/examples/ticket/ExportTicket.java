package org.slth.examples.ticket;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.slth.dl4j.export.FoldedLayer;
import org.slth.dl4j.export.TicketExporter;
import org.slth.dl4j.ticket.TicketRestorer;
import org.slth.examples.CommonOptions;
import org.slth.examples.Figures;
import org.slth.examples.ticket.ExampleInputs.Comparison;
import org.slth.ticket.file.TicketFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a plain network of DL4J, or of ND4J, that needs no SLTH. */
@Command(
    name = "export",
    description = "Make a plain DL4J network, which needs no SLTH, of a ticket or network.",
    footer = {
      "",
      "What was written is loaded again and compared on inputs of --input or --inputs.",
      "Exit codes: 0, 1 if outputs differ by more than 1e-5 of their size and than rounding does, 2"
          + " for a mistake.",
      "Example: slth export lenet.slt lenet-plain.zip --fold --input 1x28x28"
    })
public final class ExportTicket implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      index = "0",
      paramLabel = "SOURCE",
      description = "A ticket file (.slt), or a network saved by DL4J (zip).")
  private Path source = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "File to write: a SameDiff graph if its name ends in .fb, else a zip file.")
  private Path file = Path.of("");

  @Option(
      names = "--fold",
      arity = "0..1",
      fallbackValue = "0.01",
      paramLabel = "TOLERANCE",
      description =
          "Make one layer of every two that hold subset sums, where the sums of both signs differ"
              + " by less than twice this (default: ${FALLBACK-VALUE}); 0 where that is exact.")
  private @Nullable Double fold;

  @Option(
      names = "--non-negative-input",
      description = "The network's inputs are never negative, such as pixels.")
  private boolean nonNegativeInput;

  @Option(
      names = "--input",
      paramLabel = "SHAPE",
      description =
          "Shape of an input without the batch, such as 784 or 1x28x28, to compare on random"
              + " numbers; one for each input of the network.")
  private List<String> shapes = new ArrayList<>();

  @Option(
      names = "--inputs",
      paramLabel = "FILE",
      description = "Arrays to compare on, an .npz file with one for each input, by name.")
  private @Nullable Path inputs;

  /** Creates the command; picocli fills in the options. */
  public ExportTicket() {}

  @Override
  public Integer call() throws IOException {
    SavedNetworks.requirePlace(file);
    Model network = network();
    TicketExporter exporter = exporter(network);
    ExampleInputs examples =
        ExampleInputs.of(network, inputs, shapes, nonNegativeInput, common.seed());
    WrittenNetwork plain = WrittenNetwork.write(exporter, network, file);
    Optional<Comparison> compared = examples.compared(network, plain);
    List<FoldedLayer> folded = exporter.foldedLayers();
    boolean exact = folded.stream().allMatch(FoldedLayer::exact);
    common.print(figures(network, plain, compared, folded));
    return exact && compared.filter(c -> !c.agrees()).isPresent() ? 1 : 0;
  }

  private Model network() throws IOException {
    return source.toString().toLowerCase(Locale.ROOT).endsWith(".slt")
        ? TicketRestorer.standard().network(TicketFile.read(source))
        : SavedNetworks.load(source);
  }

  private TicketExporter exporter(Model network) {
    TicketExporter exporter =
        network instanceof MultiLayerNetwork chain
            ? TicketExporter.of(chain)
            : TicketExporter.of((ComputationGraph) network);
    return fold == null ? exporter : exporter.folded(nonNegativeInput, fold);
  }

  private Figures figures(
      Model network,
      WrittenNetwork plain,
      Optional<Comparison> compared,
      List<FoldedLayer> folded) {
    Figures figures =
        new Figures()
            .add("file", file.toString(), "file", "%s")
            .add("class", plain.kind(), "class", "%s")
            .add("parameters_before", network.numParams(), "parameters before", "%,d")
            .add("parameters", plain.parameters(), "  and after", "%,d")
            .add("folded", folded);
    for (FoldedLayer layer : folded) {
      figures.addLine(
          "folded " + layer.layer(),
          layer.exact()
              ? "exactly"
              : String.format(
                  Locale.ROOT,
                  "weights off by %.1e, output by at most %.1e of the input, bias by %.1e",
                  layer.largest(),
                  layer.bound(),
                  layer.biasError()));
    }
    if (compared.isEmpty()) {
      return figures.addLine("outputs", "not compared; --input or --inputs tells on what");
    }
    return figures
        .add("difference", compared.get().difference(), "largest difference of outputs", "%.2e")
        .add("rounding", compared.get().rounding(), "  rounding of the network itself", "%.2e");
  }
}
