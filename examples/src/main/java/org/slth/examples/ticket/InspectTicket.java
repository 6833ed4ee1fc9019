package org.slth.examples.ticket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.slth.examples.CommonOptions;
import org.slth.examples.Figures;
import org.slth.ticket.MaskTicket;
import org.slth.ticket.MaskTicketArray;
import org.slth.ticket.SubsetSumTicket;
import org.slth.ticket.Ticket;
import org.slth.ticket.TicketLayer;
import org.slth.ticket.file.FixedParameter;
import org.slth.ticket.file.TicketFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells what is in a ticket file; no network is made and ND4J is not loaded. */
@Command(
    name = "inspect",
    description = "Tell what is in a ticket file, without making its network.",
    footer = {"", "A ticket file may come from anybody. Example: slth inspect lenet.slt --json"})
public final class InspectTicket implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "TICKET", description = "A ticket file.")
  private Path ticket = Path.of("");

  /**
   * A layer or an array of a ticket.
   *
   * @param name of it
   * @param law of its random numbers
   * @param weights bits of its masks
   * @param kept how many of them are kept
   * @param redrawn how many are not of the first draw
   */
  record Row(String name, String law, long weights, long kept, long redrawn) {}

  /** Creates the command; picocli fills in the options. */
  public InspectTicket() {}

  @Override
  public Integer call() throws IOException {
    TicketFile file = TicketFile.read(ticket);
    List<Row> rows = rows(file.ticket());
    long weights = rows.stream().mapToLong(Row::weights).sum();
    long fixed = file.parameters().stream().mapToLong(FixedParameter::size).sum();
    long bytes = Files.size(ticket);
    Figures figures =
        new Figures()
            .add("identity", file.identity(), "identity", "%s")
            .add("network", file.kind().name().toLowerCase(Locale.ROOT), "network", "%s")
            .add("found_by", foundBy(file.ticket()), "found by", "%s")
            .add("seed", file.ticket().seed(), "seed", "%d")
            .add("bytes", bytes, "bytes", "%,d")
            .add("weights", weights, "random weights", "%,d")
            .add("kept", file.ticket().kept(), "  kept", "%,d")
            .add("bits_per_weight", 8.0 * bytes / weights, "bits of file per weight", "%.3f")
            .add("fixed_parameters", fixed, "parameters that are not random", "%,d")
            .add("configuration_characters", file.configuration().length())
            .add("layers", rows)
            .add("provenance", file.provenance());
    for (Row row : rows) {
      figures.addLine(
          row.name(),
          String.format(
              Locale.ROOT,
              "%s, %,d of %,d kept, %,d drawn anew",
              row.law(),
              row.kept(),
              row.weights(),
              row.redrawn()));
    }
    file.provenance().forEach(figures::addLine);
    common.print(figures);
    return 0;
  }

  private static String foundBy(Ticket ticket) {
    return ticket instanceof SubsetSumTicket sums
        ? "subset sums, " + sums.construction()
        : "mask training";
  }

  private static List<Row> rows(Ticket ticket) {
    List<Row> rows = new ArrayList<>();
    if (ticket instanceof SubsetSumTicket sums) {
      for (TicketLayer layer : sums.layers()) {
        long weights = (long) layer.copies().size() + layer.coefficients().size();
        String law = "%s of scale %.4g".formatted(layer.law(), layer.scale());
        rows.add(new Row(layer.name(), law, weights, layer.kept(), layer.redraws().size()));
      }
    } else if (ticket instanceof MaskTicket masks) {
      for (MaskTicketArray array : masks.arrays()) {
        long redrawn = array.redrawn().stream().mapToLong(round -> round.count()).sum();
        int weights = array.mask().size();
        int kept = array.mask().count();
        rows.add(new Row(array.name(), masks.law().name(), weights, kept, redrawn));
      }
    }
    return rows;
  }
}
