package org.slth.examples;

import org.slth.examples.bounds.Constructions;
import org.slth.examples.bounds.LogLaw;
import org.slth.examples.stock.LeNet;
import org.slth.examples.stock.Residual;
import picocli.CommandLine.Command;

/** The experiments on tickets: of networks of DL4J's own layers, and how wide they must be. */
@Command(
    name = "experiments",
    description = "Experiments with networks of DL4J's own layers, their tickets and their widths.",
    synopsisSubcommandLabel = "EXPERIMENT",
    subcommands = {LeNet.class, Residual.class, Constructions.class, LogLaw.class})
final class Experiments {}
