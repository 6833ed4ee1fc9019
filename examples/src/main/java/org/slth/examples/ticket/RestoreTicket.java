package org.slth.examples.ticket;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.deeplearning4j.nn.api.Model;
import org.slth.dl4j.ticket.TicketRestorer;
import org.slth.examples.CommonOptions;
import org.slth.examples.Figures;
import org.slth.ticket.file.TicketFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the network of a ticket file. */
@Command(
    name = "restore",
    description = "Make the network of a ticket, bit for bit, and save it as DL4J does.",
    footer = {
      "",
      "A ticket file may come from anybody. Example: slth restore lenet.slt lenet-pruned.zip"
    })
public final class RestoreTicket implements Callable<Integer> {

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "TICKET", description = "A ticket file.")
  private Path ticket = Path.of("");

  @Parameters(index = "1", paramLabel = "NETWORK", description = "Zip file to write.")
  private Path network = Path.of("");

  @Option(
      names = "--allow",
      paramLabel = "CLASS",
      description =
          "Full name of a class on the class path that the configuration may name, such as a layer"
              + " of one's own; may be given several times.")
  private List<String> allowed = new ArrayList<>();

  /** Creates the command; picocli fills in the options. */
  public RestoreTicket() {}

  @Override
  public Integer call() throws IOException {
    SavedNetworks.requirePlace(network);
    TicketRestorer restorer = TicketRestorer.standard();
    for (String name : allowed) {
      restorer = restorer.allowing(known(name));
    }
    TicketFile file = TicketFile.read(ticket);
    Model restored = restorer.network(file);
    SavedNetworks.save(restored, network);
    common.print(
        new Figures()
            .add("network", network.toString(), "network", "%s")
            .add("class", restored.getClass().getSimpleName(), "class", "%s")
            .add("parameters", restored.numParams(), "parameters", "%,d")
            .add("identity", file.identity(), "identity of the ticket", "%s"));
    return 0;
  }

  private static Class<?> known(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("there is no class " + name + " on the class path", e);
    }
  }
}
