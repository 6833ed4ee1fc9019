package org.slth.examples.ticket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.slth.dl4j.certificate.NetworkCertificate;
import org.slth.dl4j.certificate.OutputBound;
import org.slth.dl4j.certificate.OutputDifference;
import org.slth.dl4j.pruning.LayerReport;
import org.slth.dl4j.pruning.PrunedNetwork;
import org.slth.dl4j.pruning.SubsetSumPruner;
import org.slth.dl4j.report.Report;
import org.slth.dl4j.ticket.TicketFiles;
import org.slth.examples.CommonOptions;
import org.slth.examples.Figures;
import org.slth.ticket.file.TicketFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds a strong lottery ticket for a trained network: random weights under masks that are it. */
@Command(
    name = "find",
    description = "Find the ticket of a trained network by subset sums.",
    footer = {
      "",
      "Exit codes: 0, 1 if a coefficient or the output is not within its tolerance (the ticket is written all"
          + " the same), 2 for a mistake.",
      "Example: slth find lenet.zip lenet.slt --candidates 24 --checkpoint lenet.parts"
    })
public final class FindTicket implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private SearchOptions search = new SearchOptions();

  @Parameters(
      index = "0",
      paramLabel = "NETWORK",
      description = "Zip file of a trained MultiLayerNetwork or ComputationGraph of one's own.")
  private Path network = Path.of("");

  @Parameters(index = "1", paramLabel = "TICKET", description = "File to write, as in lenet.slt.")
  private Path ticket = Path.of("");

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = {
        "Write what is kept for each coefficient, and by how much it is off, as JSON; with --inputs",
        "also how far the output is off on them, and a bound of it in the ball of --radius."
      })
  private @Nullable Path certificate;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a page with charts, and nothing it needs outside itself.")
  private @Nullable Path report;

  /** Creates the command; picocli fills in the options. */
  public FindTicket() {}

  @Override
  public Integer call() throws IOException {
    SavedNetworks.requirePlace(ticket);
    if (certificate != null) {
      SavedNetworks.requirePlace(certificate);
    } else if (search.asksAboutOutput()) {
      throw new IllegalArgumentException(
          "--inputs and --radius go with --output-tolerance or --certificate");
    }
    if (report != null) {
      SavedNetworks.requirePlace(report);
    }
    SubsetSumPruner pruner = search.pruner(common.seed());
    Model target = SavedNetworks.load(network);
    PrunedNetwork<?> pruned =
        target instanceof MultiLayerNetwork chain
            ? pruner.prune(chain)
            : pruner.prune((ComputationGraph) target);
    TicketFile file = TicketFiles.of(pruned.ticket(), target, settings());
    file.write(ticket);
    if (certificate != null) {
      certified(target, pruned).write(certificate);
    }
    if (report != null) {
      page(target, pruned, file).writeHtml(report);
    }
    System.err.print(pruned.report());
    common.print(figures(pruned, file));
    return pruned.report().reached() ? 0 : 1;
  }

  private NetworkCertificate certified(Model target, PrunedNetwork<?> pruned) throws IOException {
    NetworkCertificate certificate = NetworkCertificate.of(target, pruned.ticket());
    INDArray[] inputs = search.inputs();
    if (inputs.length == 0) {
      return certificate;
    }
    double radius = search.radius().orElse(1);
    return certificate
        .with(
            OutputBound.of(
                target, pruned.ticket(), certificate.claims(), radius, search.examples()))
        .with(OutputDifference.of(target, pruned.network(), inputs));
  }

  private Report page(Model target, PrunedNetwork<?> pruned, TicketFile file) {
    Report.Builder page =
        new Report.Builder("A ticket of " + network.getFileName())
            .fact("identity", file.identity())
            .fact("depth", Integer.toString(pruned.report().depth()));
    search.settings().forEach(page::fact);
    return page.layers(pruned.report())
        .errors(NetworkCertificate.of(target, pruned.ticket()).claims())
        .successCurve(search.successCurve(common.seed()))
        .build();
  }

  private Map<String, String> settings() throws IOException {
    Map<String, String> settings = new LinkedHashMap<>(search.settings());
    settings.put("target", String.valueOf(network.getFileName()));
    settings.put("target sha256", sha256(network));
    return settings;
  }

  private static String sha256(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private Figures figures(PrunedNetwork<?> pruned, TicketFile file) throws IOException {
    LayerReport total = pruned.report().total();
    Figures figures = new Figures();
    pruned
        .report()
        .output()
        .ifPresent(
            output ->
                figures
                    .add("output_error", output.error(), "error of the output", "%.3e")
                    .add("output_rounds", output.rounds(), "  searches", "%d"));
    return figures
        .add("ticket", ticket.toString(), "ticket", "%s")
        .add("identity", file.identity(), "identity", "%s")
        .add("bytes", Files.size(ticket), "bytes", "%,d")
        .add("depth", pruned.report().depth(), "random layers", "%d")
        .add("target_parameters", total.targetCoefficients(), "coefficients of the target", "%,d")
        .add("source_parameters", total.sourceParameters(), "random parameters", "%,d")
        .add("masked_parameters", total.maskedParameters(), "  after the data-free mask", "%,d")
        .add("kept_parameters", total.keptParameters(), "  kept", "%,d")
        .add("max_coefficient_error", total.maxError(), "largest coefficient error", "%.2e")
        .add("missed", total.missed(), "coefficients out of tolerance", "%,d")
        .add("redraws", total.redraws(), "candidates drawn anew", "%,d")
        .add("subset_sum_seconds", total.seconds(), "seconds of subset sums", "%.1f")
        .add("seed", common.seed(), "seed", "%d")
        .add("layers", pruned.report().layers());
  }
}
