package org.slth.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slth.examples.bench.Bench;
import org.slth.examples.doctor.Doctor;
import org.slth.examples.graph.Expressivity;
import org.slth.examples.graph.GraphTickets;
import org.slth.examples.inertia.Inertia;
import org.slth.examples.ticket.ExportTicket;
import org.slth.examples.ticket.FindTicket;
import org.slth.examples.ticket.InspectTicket;
import org.slth.examples.ticket.RestoreTicket;
import org.slth.examples.ticket.TrainMask;
import org.slth.examples.ticket.VerifyTicket;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * The command line: {@code java -jar slth.jar COMMAND}.
 *
 * <p>A new command is a class of this package named in {@code subcommands}.
 */
@Command(
    name = "slth",
    description = "Strong lottery tickets and equivariant networks for DeepLearning4J.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Slth.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RotatedDigits.class,
      EquivarianceByAngle.class,
      EquivarianceTable.class,
      PensiaTarget.class,
      MaskDigits.class,
      GraphTickets.class,
      Expressivity.class,
      Inertia.class,
      Experiments.class,
      Bench.class,
      Doctor.class,
      FindTicket.class,
      TrainMask.class,
      InspectTicket.class,
      VerifyTicket.class,
      RestoreTicket.class,
      ExportTicket.class,
      CommandLine.HelpCommand.class
    })
public final class Slth {

  private Slth() {}

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String... arguments) {
    PrintStream results = System.out;
    System.setOut(System.err); // DL4J prints there; results are for other programs to read
    int code = run(new PrintWriter(results, true, StandardCharsets.UTF_8), arguments);
    results.flush();
    System.exit(code);
  }

  /**
   * Runs a command.
   *
   * @param out where results go; errors and progress go to {@link System#err}
   * @return 0 if all went well, 2 after a mistake of the user, 1 after any other failure
   */
  public static int run(PrintWriter out, String... arguments) {
    boolean doctor = arguments.length > 0 && arguments[0].equals("doctor");
    int code =
        doctor
            ? doctor(out).execute(Arrays.copyOfRange(arguments, 1, arguments.length))
            : commandLine(out).execute(arguments);
    out.flush();
    return code;
  }

  /** The parser of one command, which works where the others cannot even be loaded. */
  private static CommandLine doctor(PrintWriter out) {
    CommandLine line = new CommandLine(new Doctor());
    line.getCommandSpec().name("slth doctor").mixinStandardHelpOptions(true);
    return configured(line, out);
  }

  /** The parser with all commands, ready to execute. */
  static CommandLine commandLine(PrintWriter out) {
    return configured(new CommandLine(new Slth()), out);
  }

  private static CommandLine configured(CommandLine line, PrintWriter out) {
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(out)
        .setExecutionExceptionHandler(Slth::explain);
  }

  /** A mistake gets one line, a defect its stack trace. */
  private static int explain(Exception e, CommandLine command, @Nullable ParseResult parsed) {
    boolean mistake = e instanceof IllegalArgumentException || e instanceof IOException;
    if (mistake && e.getMessage() != null) {
      command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + e.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    e.printStackTrace(command.getErr());
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** The version in the jar's manifest. */
  public static String version() {
    String version = Slth.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  /** What {@code --version} prints. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"slth " + version()};
    }
  }
}
