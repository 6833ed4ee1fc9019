package org.slth.examples.peers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slth.examples.CommonOptions;
import org.slth.examples.Figures;
import org.slth.examples.bench.BenchOptions;
import org.slth.examples.bench.Timing;
import org.slth.examples.bench.TimingTable;
import org.slth.examples.doctor.Machine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures this and other systems in one run: each contestant is a process that lives as long as
 * the event, and all are asked in turn. {@code bench.sh} starts it.
 */
@Command(name = "contest", mixinStandardHelpOptions = true)
final class Contest implements Callable<Integer> {

  @Mixin private CommonOptions options = new CommonOptions();

  @Mixin private BenchOptions repetitions = new BenchOptions();

  @Parameters(paramLabel = "SUITE", description = "One of ${COMPLETION-CANDIDATES}.")
  private Suite suite = Suite.values()[0];

  @Option(names = "--threads", defaultValue = "1", description = "Threads of each contestant.")
  private int threads = 1;

  @Option(names = "--only", description = "Events whose name contains this.")
  private String only = "";

  @Option(names = "--scripts", required = true, description = "Where the Python scripts are.")
  private Path scripts = Path.of("");

  @Option(names = "--environments", required = true, description = "Where their environments are.")
  private Path environments = Path.of("");

  @Option(
      names = "--core",
      description = {
        "Measures this with OPENBLAS_CORETYPE set to it as well,",
        "which doctor advises where OpenBLAS does not know the processor."
      })
  private String core = "";

  /** Runs a suite; the exit code is 0 if every contestant answered. */
  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new Contest()).setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(line.execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Path data = options.data("").orElse(Path.of("")).toAbsolutePath();
    Setting setting = new Setting(threads, data, scripts, environments, core);
    Figures figures = new Figures();
    Machine.here().addTo(figures);
    figures.add("threads", threads, "threads of each contestant", "%d");
    Map<String, Object> events = new LinkedHashMap<>();
    Map<String, Object> versions = new LinkedHashMap<>();
    StringBuilder tables = new StringBuilder();
    for (Event event : suite.events(setting)) {
      if (event.name().contains(only)) {
        List<Timing> timings = measure(event, versions);
        events.put(event.name(), timings);
        tables.append('\n').append(TimingTable.of(event.unit(), timings));
      }
    }
    figures.add("versions", versions, "versions", "%s").add("events", events);
    options.printTable(figures + tables.toString());
    options.printJson(figures);
    return 0;
  }

  private List<Timing> measure(Event event, Map<String, Object> versions) throws IOException {
    File log = Files.createTempFile("contest", ".log").toFile();
    List<ProcessContestant> contestants = new ArrayList<>();
    try {
      for (Event.Entry entry : event.entries()) {
        ProcessContestant contestant = new ProcessContestant(entry, threads, log);
        contestants.add(contestant);
        versions.put(contestant.name(), contestant.versions());
      }
      return repetitions.rounds().run(event.name(), contestants);
    } finally {
      for (ProcessContestant contestant : contestants) {
        contestant.close();
      }
    }
  }
}
