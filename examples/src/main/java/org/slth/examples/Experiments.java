package org.slth.examples;

import org.slth.examples.bounds.Constructions;
import org.slth.examples.bounds.LogLaw;
import picocli.CommandLine.Command;

/** The experiments on tickets. */
@Command(
    name = "experiments",
    description = "Experiments with tickets, and with what they need.",
    synopsisSubcommandLabel = "EXPERIMENT",
    subcommands = {Constructions.class, LogLaw.class})
final class Experiments {}
